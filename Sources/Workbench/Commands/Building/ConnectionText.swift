/// What stands behind `:connect A B`: a connector, a weight, a delay, a receptor, in any order.
import Basics
import NetworkModel

struct ConnectionText {
  /// What the projection is called.
  var name: String?
  /// Nil where nothing is said of it; so are the others.
  var connector: Connector?
  var weight: ValueSource?
  var delay: ValueSource?
  var receptor: Receptor?
  /// What files say, by `connect`, `weight` and `delay`.
  var files: [String: [String: String]] = [:]

  /// - Parameters:
  ///   - dimension: of weights at the target.
  init(_ words: [String], _ dimension: Dimension) throws(EditProblem) {
    for word in Words.joiningUnits(words) {
      if word.hasPrefix("name=") {
        name = String(word.dropFirst("name=".count))
      } else if let receptor = Self.receptor(word) {
        self.receptor = receptor
      } else if let entries = try FileText.connector(word, dimension) {
        files["connect"] = entries
      } else if let connector = try ConnectorText.connector(word) {
        self.connector = connector
      } else {
        try take(value: word, dimension)
      }
    }
  }

  private static func receptor(_ word: String) -> Receptor? {
    Receptor.allCases.first { word.count >= 3 && $0.rawValue.hasPrefix(word) }
  }

  // MARK: Weights and delays

  /// What has a unit of time is the delay; of two bare numbers the first is the weight.
  private mutating func take(value text: String, _ dimension: Dimension) throws(EditProblem) {
    if let (entries, isTime) = FileText.values(text, dimension) {
      files[isTime || weight != nil || files["weight"] != nil ? "delay" : "weight"] = entries
      return
    }
    let isTime = Self.arguments(of: text).contains { (try? Quantity(parsing: $0))?.dimension == .time }
    if isTime || weight != nil {
      if delay != nil { throw .notUnderstood(text, example: Self.example) }
      delay = try Self.source(text, .time, what: "delay")
    } else {
      weight = try Self.source(text, dimension, what: "weight")
    }
  }

  private static let example = "connect exc inh p=0.1 0.2nA 1ms"

  static func source(_ text: String, _ dimension: Dimension, what: String) throws(EditProblem) -> ValueSource {
    var values: [Double] = []
    do throws(QuantityError) {
      // Those of a log-normal distribution are of the logarithm.
      let dimension = text.hasPrefix("lognormal(") ? .none : dimension
      for argument in arguments(of: text) { values.append(try Quantity.value(of: argument, expecting: dimension)) }
    } catch {
      if case .notANumber(text) = error, !text.contains("(") { throw .notUnderstood(text, example: example) }
      throw .quantity(error, what: what)
    }
    switch (text.prefix { $0 != "(" }, values.count) {
    case (_, 1) where !text.contains("("): return .constant(values[0])
    case ("uniform", 2) where values[0] <= values[1]: return .uniform(low: values[0], high: values[1])
    // A delay below a step could come out of it.
    case ("lognormal", 2) where values[1] >= 0 && what != "delay":
      return .lognormal(mu: values[0], sigma: values[1])
    case ("normal", 2) where values[1] >= 0:
      // Without bounds a draw could break the rule of signs, or the grid.
      if what == "delay" {
        return .normal(mean: values[0], deviation: values[1], min: max(0.1, values[0] / 10), max: nil)
      }
      return .normal(
        mean: values[0], deviation: values[1], min: values[0] >= 0 ? 0 : nil, max: values[0] >= 0 ? nil : 0)
    default:
      throw .notUnderstood(
        text, example: "0.1nA, uniform(0nA,0.2nA), normal(0.1nA,0.02nA), lognormal(-2.3,0.5) or file(w.npy)")
    }
  }

  private static func arguments(of text: String) -> [String] {
    guard let open = text.firstIndex(of: "("), text.last == ")" else { return [text] }
    return text[text.index(after: open)...].dropLast().split(separator: ",").map(String.init)
  }
}
