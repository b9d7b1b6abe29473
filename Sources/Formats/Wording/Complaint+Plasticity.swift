/// Messages about plasticity.
import Basics

extension Complaint {
  static func unknownRule(_ word: String, known: [String]) -> Complaint {
    Complaint("unknown rule of plasticity \(quoted(word))", hint: suggestion(for: word, among: known))
  }

  static let negativeWeightsCannotLearn = Complaint(
    "weights below 0 cannot learn", hint: "the steps of a rule are parts of w_max, which is above 0")

  static func boundsOfWeight(_ least: Double, _ greatest: Double, _ dimension: Dimension) -> Complaint {
    let low =
      least < 0 && dimension != .none ? "it is 0 or more" : "it lies below w_max, \(quantity(greatest, dimension))"
    return Complaint("w_min cannot be \(quantity(least, dimension))", hint: low)
  }

  static func weightOutsideBounds(_ value: Double, _ bounds: ClosedRange<Double>, _ dimension: Dimension) -> Complaint {
    let what = value.isFinite ? "\(quantity(value, dimension)) at the start" : "anything at the start"
    return Complaint(
      "a weight that learns could be \(what)",
      hint: "it lies between w_min, \(quantity(bounds.lowerBound, dimension)), and w_max, "
        + quantity(bounds.upperBound, dimension))
  }

  static func analogInputCannotLearn(_ name: String) -> Complaint {
    Complaint("\(name) carries analog values, and weights learn from spikes", hint: "use encoder: poisson")
  }
}
