/// Why a text is no condition. All the words for it are here.
package import Basics

package struct ConditionProblem: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Kind: Sendable, Equatable {
    case empty
    case expected(String, found: String)
    case neurons(SelectionError)
    case quantity(QuantityError)
    case dimensions(Dimension, Dimension)
    case unknownVariable(String, model: String, nearest: String?)
    case neverFires(String)
    case noSynapse(String, hint: String)
    case unknownProjection(String, nearest: String?)
    case notJoined(String, by: String, names: [String])
    case ambiguousSynapse(String, [String])
    case noUnit(String)
    case windowWithoutUnit(String)
    case noSpan(String)
    case window(steps: ClosedRange<Int>)
    case oneNeuron
    case isList(String)
    case noRange
    case notOrdered
    case noPartners(String)
    case bothSides
    case onlyCompared
  }

  package let kind: Kind
  /// Where in the text, from 1.
  package let column: Int

  init(_ kind: Kind, column: Int) {
    self.kind = kind
    self.column = column
  }

  package var description: String {
    switch kind {
    case .empty: "a condition is missing · as in exc[17].v > -51 mV, or spike(exc[17])"
    case .expected(let what, let found):
      found.isEmpty ? "\(what) is missing at the end" : "\(what) is expected here, not \"\(found)\""
    case .neurons(let error): error.description
    case .quantity(let error): error.description
    case .dimensions(let left, let right):
      "\(Self.noun(left)) and \(Self.noun(right)) cannot be compared"
        + (left == .none ? "" : " · write a unit, as in 1 \(left.baseUnit)")
    case .unknownVariable(let name, let model, let nearest):
      "\(model) has no variable \"\(name)\" and no such parameter" + (nearest.map { " · did you mean \($0)?" } ?? "")
    case .neverFires(let name): "\(name) never fires"
    case .noSynapse(let text, let hint): "there is no synapse \(text)" + (hint.isEmpty ? "" : " · \(hint)")
    case .unknownProjection(let name, let nearest):
      "there is no projection \"\(name)\"" + (nearest.map { " · did you mean \($0)?" } ?? "")
    case .notJoined(let synapse, let name, let names):
      "\(name) does not join \(synapse)" + (names.isEmpty ? "" : " · \(names.joined(separator: " or ")) may")
    case .ambiguousSynapse(let synapse, let names):
      "\(synapse) is a synapse of \(names.joined(separator: " and of ")) · write \(synapse) of \(names[0])"
    case .noUnit(let text): SpanWords.noUnit(text)
    case .windowWithoutUnit(let text): "\(text) has no unit · a window is a time, as in \(text) ms"
    case .noSpan(let words): words
    case .window(let steps): "a window has from \(steps.lowerBound) to \(steps.upperBound) steps"
    case .isList(let name): "\(name) is a list of times, which is never compared"
    case .oneNeuron: "synchrony is of several neurons, as in synchrony(exc, 100 ms)"
    case .noRange: "a range goes from a number up to a greater one, as in 5..20 Hz"
    case .noPartners(let side): "these neurons have no synapses, so that there is no \(side)"
    case .bothSides: "a query asks about pre or about post, not about both"
    case .onlyCompared: "what is said of self, post or pre is a comparison, as in v(post) > -52 mV"
    case .notOrdered: "crosses needs a number behind it, as in exc[17].v crosses -51 mV"
    }
  }

  private static func noun(_ dimension: Dimension) -> String {
    dimension == .none ? "a plain number" : "a \(dimension.rawValue)"
  }
}
