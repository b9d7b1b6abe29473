/// What stands behind `:connect A B`: a connector, a weight, a delay, a receptor, in any order.
import Basics
import NetworkModel

struct ConnectionText {
  /// Nil where nothing is said of it; so are the others.
  var connector: Connector?
  var weight: ValueSource?
  var delay: ValueSource?
  var receptor: Receptor?

  static let connectors = ["all", "one", "p=0.1", "in=10", "out=10", "total=1000", "ring=4/0.1"]

  /// - Parameters:
  ///   - dimension: of weights at the target.
  init(_ words: [String], _ dimension: Dimension) throws(EditProblem) {
    for word in Words.joiningUnits(words) {
      if let receptor = Self.receptor(word) {
        self.receptor = receptor
      } else if let connector = try Self.connector(word) {
        self.connector = connector
      } else {
        try take(value: word, dimension)
      }
    }
  }

  private static func receptor(_ word: String) -> Receptor? {
    Receptor.allCases.first { word.count >= 3 && $0.rawValue.hasPrefix(word) }
  }

  private static func connector(_ word: String) throws(EditProblem) -> Connector? {
    switch word {
    case "all", "all_to_all": return .allToAll
    case "one", "one_to_one": return .oneToOne
    default: break
    }
    let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "p", "fixed_probability":
      if let p = Double(parts[1]), (0...1).contains(p) { return .fixedProbability(p) }
      throw .notUnderstood(word, example: "p=0.1")
    case "in", "fixed_number_pre": return .fixedNumberPre(try count(word, parts[1]), withReplacement: false)
    case "out", "fixed_number_post": return .fixedNumberPost(try count(word, parts[1]), withReplacement: false)
    case "total", "fixed_total_number": return .fixedTotalNumber(try count(word, parts[1]), withReplacement: false)
    case "ring", "small_world": return try ring(word, parts[1])
    case "dist", "distance_dependent":
      guard let expression = try? DistanceExpression(parsing: parts[1]) else {
        throw .notUnderstood(word, example: "dist=exp(-d/3)")
      }
      return .distanceDependent(DistanceRule(probability: expression, text: parts[1], metric: .line, isPeriodic: false))
    default: throw .notUnderstood(word, example: "p=0.1, in=10, out=10, total=1000, ring=4/0.1 or dist=exp(-d/3)")
    }
  }

  private static func count(_ word: String, _ text: String) throws(EditProblem) -> Int {
    if let count = Int(text), (0...100_000_000).contains(count) { return count }
    throw .notUnderstood(word, example: "in=10")
  }

  private static func ring(_ word: String, _ text: String) throws(EditProblem) -> Connector {
    let numbers = text.split(separator: "/").map { Double($0) }
    guard let degree = numbers.first ?? nil, degree >= 1, degree < 1e8, numbers.count <= 2,
      let rewiring = numbers.count == 2 ? numbers[1] : 0, (0...1).contains(rewiring)
    else { throw .notUnderstood(word, example: "ring=4/0.1") }
    return .smallWorld(degree: Int(degree), rewiring: rewiring)
  }

  // MARK: Weights and delays

  /// What has a unit of time is the delay; of two bare numbers the first is the weight.
  private mutating func take(value text: String, _ dimension: Dimension) throws(EditProblem) {
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
      for argument in arguments(of: text) { values.append(try Quantity.value(of: argument, expecting: dimension)) }
    } catch {
      if case .notANumber(text) = error, !text.contains("(") { throw .notUnderstood(text, example: example) }
      throw .quantity(error, what: what)
    }
    switch (text.prefix { $0 != "(" }, values.count) {
    case (_, 1) where !text.contains("("): return .constant(values[0])
    case ("uniform", 2) where values[0] <= values[1]: return .uniform(low: values[0], high: values[1])
    case ("normal", 2) where values[1] >= 0:
      // Without bounds a draw could break the rule of signs, or the grid.
      if what == "delay" {
        return .normal(mean: values[0], deviation: values[1], min: max(0.1, values[0] / 10), max: nil)
      }
      return .normal(
        mean: values[0], deviation: values[1], min: values[0] >= 0 ? 0 : nil, max: values[0] >= 0 ? nil : 0)
    default: throw .notUnderstood(text, example: "0.1nA, uniform(0nA,0.2nA) or normal(0.1nA,0.02nA)")
    }
  }

  private static func arguments(of text: String) -> [String] {
    guard let open = text.firstIndex(of: "("), text.last == ")" else { return [text] }
    return text[text.index(after: open)...].dropLast().split(separator: ",").map(String.init)
  }
}
