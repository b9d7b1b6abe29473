/// Messages about connectors to whom it matters where neurons are.
import NetworkModel

extension Complaint {
  static let gridNeedsImages = Complaint(
    "metric: grid needs populations with two sides", hint: "give them a shape such as [20, 20], or say metric: line")

  static func badExpression(_ text: String, _ error: DistanceExpressionError) -> Complaint {
    let rest = String(text.dropFirst(error.position).prefix(16))
    let place = rest.isEmpty ? "at its end" : "at \(quoted(rest))"
    return Complaint(
      "\(quoted(text)) is no probability by distance: \(error.wanted) is wanted \(place)",
      hint: "for example \"exp(-d/3)\", \"0.2 * gauss(d, 5)\" or \"0.5 * (d < 10)\"")
  }

  static func probabilityNotFinite(_ text: String) -> Complaint {
    Complaint("\(quoted(text)) is no number at d = 1", hint: "a probability is 0 to 1; what lies outside is cut")
  }

  static func ringSizesDiffer(_ pre: Int, _ post: Int) -> Complaint {
    Complaint(
      "small_world needs as many sources as targets, but there are \(pre) and \(post)",
      hint: "project a population onto itself, or select a part with [first..last]")
  }
}
