/// Connectors as the `:` line has them: `all`, `p=0.1`, `in=10,again`, `ring=4,0.1`, `dist=exp(-d/3),grid`.
import Basics
import NetworkModel

enum ConnectorText {
  /// One of each, with its usual numbers.
  static let examples = ConnectorDescriptor.all.map { text($0, $0.parameters.map(\.usual)) }

  /// What is left out at the end has no comma.
  static func text(_ connector: ConnectorDescriptor, _ values: [String]) -> String {
    var values = values[...]
    while values.last?.isEmpty == true { values.removeLast() }
    return values.isEmpty ? connector.word : connector.word + "=" + values.joined(separator: ",")
  }

  /// Nil where the word is not about a connector.
  static func connector(_ word: String) throws(EditProblem) -> Connector? {
    let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
    guard let name = parts.first, let descriptor = ConnectorDescriptor.named(name) else {
      if parts.count < 2 { return nil }
      throw .notUnderstood(word, example: examples.dropFirst(2).joined(separator: ", "))
    }
    // What takes one thing takes the whole text, commas and all.
    let values = parts.count < 2 ? [] : descriptor.parameters.count == 1 ? [parts[1]] : arguments(parts[1])
    let made = values.count <= descriptor.parameters.count ? made(descriptor.id, values) : nil
    guard let made else {
      throw .notUnderstood(word, example: text(descriptor, descriptor.parameters.map(\.usual)))
    }
    return made
  }

  /// Nil where the values are not what the connector takes.
  private static func made(_ id: String, _ values: [String]) -> Connector? {
    let (first, second) = (values.first ?? "", values.count > 1 ? values[1] : "")
    switch id {
    case "all_to_all": return .allToAll
    case "one_to_one": return .oneToOne
    case "fixed_probability": return Double(first).flatMap { (0...1).contains($0) ? .fixedProbability($0) : nil }
    case "fixed_number_pre": return counted(first, second) { .fixedNumberPre($0, withReplacement: $1) }
    case "fixed_number_post": return counted(first, second) { .fixedNumberPost($0, withReplacement: $1) }
    case "fixed_total_number": return counted(first, second) { .fixedTotalNumber($0, withReplacement: $1) }
    case "distance_dependent": return distance(first, Array(values.dropFirst()))
    case "small_world": return ring(first, second.isEmpty ? "0" : second)
    case "list": return pairs(first.split(separator: ",").map(String.init))
    default: return nil
    }
  }

  private static let mostSynapses = 100_000_000

  private static func counted(_ count: String, _ again: String, _ make: (Int, Bool) -> Connector) -> Connector? {
    guard let count = Int(count), (0...mostSynapses).contains(count), ["", "again"].contains(again) else { return nil }
    return make(count, again == "again")
  }

  private static func ring(_ degree: String, _ rewiring: String) -> Connector? {
    guard let degree = Int(degree), (1...mostSynapses).contains(degree), let rewiring = Double(rewiring),
      (0...1).contains(rewiring)
    else { return nil }
    return .smallWorld(degree: degree, rewiring: rewiring)
  }

  private static func distance(_ text: String, _ words: [String]) -> Connector? {
    guard let expression = try? DistanceExpression(parsing: text),
      words.allSatisfy({ ["", "line", "grid", "periodic"].contains($0) })
    else { return nil }
    return .distanceDependent(
      DistanceRule(
        probability: expression, text: text, metric: words.contains("grid") ? .grid : .line,
        isPeriodic: words.contains("periodic")))
  }

  private static func pairs(_ texts: [String]) -> Connector? {
    var synapses: [ListedSynapse] = []
    for text in texts {
      let ends = text.split(separator: ">").map { Int($0) }
      guard ends.count == 2, let pre = ends[0], let post = ends[1], pre >= 0, post >= 0 else { return nil }
      synapses.append(ListedSynapse(pre: pre, post: post))
    }
    return .list(synapses)
  }

  /// What stands between commas, those in brackets left alone.
  static func arguments(_ text: String) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == ",", depth <= 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    return parts
  }
}
