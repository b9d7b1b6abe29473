/// The words of every message about a document live in this folder: what is wrong, and what would be right.
import Basics
import NetworkModel

/// Half a message; the other half is the place.
struct Complaint: Error, Equatable {
  let what: String
  /// Empty where nothing better can be said.
  let hint: String

  init(_ what: String, hint: String = "") {
    self.what = Self.visible(what)
    self.hint = Self.visible(hint)
  }

  /// Control characters are shown, never sent to the terminal; a message stays on one line.
  private static func visible(_ text: String) -> String {
    let isPlain = { (scalar: Unicode.Scalar) in scalar.properties.generalCategory != .control }
    if text.unicodeScalars.allSatisfy(isPlain) { return text }
    return text.unicodeScalars.map { isPlain($0) ? String($0) : "\\u{\(String($0.value, radix: 16))}" }.joined()
  }

  /// Text of the user's as it appears in a message: in quotes, and not too long.
  static func quoted(_ text: String) -> String {
    text.count > 60 ? "\"\(text.prefix(60))…\"" : "\"\(text)\""
  }

  /// `did you mean "tau_m"?`, or the list of what there is.
  static func suggestion(for word: String, among candidates: [String]) -> String {
    if let nearest = Spelling.nearest(to: word, among: candidates) { return "did you mean \(quoted(nearest))?" }
    return candidates.isEmpty ? "" : "there is " + list(candidates)
  }

  /// `a, b and c`, no more than twenty of them.
  static func list(_ words: [String]) -> String {
    if words.count > 20 { return words.prefix(20).joined(separator: ", ") + " …" }
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A number as people write it: no `.0` behind a whole one.
  static func number(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A quantity in the base unit of its dimension.
  static func quantity(_ value: Double, _ dimension: Dimension) -> String {
    dimension == .none ? number(value) : "\(number(value)) \(dimension.baseUnit)"
  }

  static func name(of dimension: Dimension) -> String {
    switch dimension {
    case .none: "a plain number"
    case .steps: "a number of steps"
    default: "a \(dimension.rawValue)"
    }
  }

  /// `3.2 GB`.
  static func memory(_ bytes: Double) -> String {
    let units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"]
    var value = bytes
    var index = 0
    while value >= 1000, index + 1 < units.count {
      value /= 1000
      index += 1
    }
    return "\(number((value * 10).rounded() / 10)) \(units[index])"
  }
}

extension Issue {
  init(_ severity: Severity = .error, at place: SourceLocation, _ complaint: Complaint) {
    self.init(severity, at: place, complaint.what, hint: complaint.hint)
  }
}
