/// Why a value cannot be given to a row of the inspector, as facts; the words are here and nowhere else.
package import Basics
package import Debugger

package enum EditRefusal: Error, Sendable, Equatable, CustomStringConvertible {
  case quantity(QuantityError, row: String)
  case outOfRange(ParameterField)
  case notAChoice(String, ParameterField, nearest: String?)
  /// A variable that only the model itself moves.
  case readOnly(String)
  /// A list of times, which only a document can give.
  case listOfTimes(String)
  /// No snapshot has brought the value that a step would begin from.
  case unknownValue(String)
  /// A value that ran away and cannot be stepped, or a step that would run away.
  case notFinite(String)
  case selection(SelectionError)
  case unknownName(String, model: String, nearest: String?)
  case malformed(String)

  package var description: String {
    switch self {
    case .quantity(let error, let row): "\(row): \(error)"
    case .outOfRange(let field): "\(field.name) must be \(Self.allowed(field))"
    case .notAChoice(let word, let field, let nearest):
      "\(field.name) cannot be \"\(word)\": it is \(Self.allowed(field))"
        + (nearest.map { " · did you mean \($0)?" } ?? "")
    case .readOnly(let name): "\(name) is moved by the model alone and cannot be set"
    case .listOfTimes(let name): "\(name) is a list, and is changed in the document"
    case .unknownValue(let name): "the value of \(name) is not known yet"
    case .notFinite(let name): "\(name) is beyond all numbers here · type a value instead"
    case .selection(let error): error.description
    case .unknownName(let name, let model, let nearest):
      "\(model) has no parameter or variable \"\(name)\"" + (nearest.map { " · did you mean \($0)?" } ?? "")
    case .malformed(let text):
      text.isEmpty
        ? "write what to set, as in exc.tau_m 15 ms" : "\"\(text)\" sets nothing · write it as exc.tau_m 15 ms"
    }
  }

  /// What may be given to a field: `above 0 ms`, `from 0 to 1e6 Hz`, `one of hard, soft, none`.
  package static func allowed(_ field: ParameterField) -> String {
    switch field.kind {
    case .choice(let words): return "one of " + words.joined(separator: ", ")
    case .times: return "a list of times"
    case .number(_, let allowed, let excludesLowerBound):
      let low = NumberText.quantity(allowed.lowerBound, field.dimension)
      let high = NumberText.quantity(allowed.upperBound, field.dimension)
      // Bounds beyond anything that occurs only say that there is none.
      let hasLow = allowed.lowerBound > -1e9
      let hasHigh = allowed.upperBound < 1e9
      switch (hasLow, hasHigh) {
      case (false, false): return "a finite number"
      case (false, true): return "at most \(high)"
      case (true, false): return excludesLowerBound ? "above \(low)" : "\(low) or more"
      case (true, true): return excludesLowerBound ? "above \(low), at most \(high)" : "from \(low) to \(high)"
      }
    }
  }
}
