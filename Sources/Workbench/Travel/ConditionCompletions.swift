/// What could stand next in a condition: neurons, their variables, the words of the language.
import Basics
import Debugger

enum ConditionCompletions {
  @Sendable static func afterBreak(_ state: WorkbenchState, _ typed: String) -> [String] {
    offers(state, typed, first: ["once", "ignore "])
  }

  @Sendable static func afterQuery(_ state: WorkbenchState, _ typed: String) -> [String] {
    guard typed.contains(" ") else { return ["spikes of ", "spikes where ", "steps where "] }
    return offers(state, typed, first: [])
  }

  @Sendable static func afterChange(_ state: WorkbenchState, _ typed: String) -> [String] {
    offers(state, typed, first: []).filter { !$0.hasSuffix(" ") || $0.hasSuffix("(") }
  }

  private static let words = ["spike(", "count(", "rate(", "synchrony(", "weight(", "nan("]
  private static let joints = ["and ", "or ", "crosses ", "changes", "leaves ", "enters ", "where ", "from ", "to "]

  /// The line with its last word completed. - Parameter first: words that only begin a line.
  private static func offers(_ state: WorkbenchState, _ typed: String, first: [String]) -> [String] {
    let stem = stem(of: typed)
    let word = String(typed.dropFirst(stem.count))
    let isFirst = stem.allSatisfy { $0.isWhitespace }
    let candidates = neurons(state, word) + words + (isFirst ? first : joints)
    return candidates.filter { $0.hasPrefix(word) && $0 != word }.map { stem + $0 }
  }

  /// All before the word that is being typed.
  private static func stem(of typed: String) -> String {
    let last = typed.lastIndex { $0.isWhitespace || "(,<>=!".contains($0) }
    return last.map { String(typed[...$0]) } ?? ""
  }

  /// Names, and behind a dot the variables of those neurons.
  private static func neurons(_ state: WorkbenchState, _ word: String) -> [String] {
    guard let network = state.network else { return [] }
    let end = word.lastIndex(of: "]") ?? word.startIndex
    if let dot = word[end...].lastIndex(of: ".") {
      let name = String(word[..<dot])
      guard let named = try? NamedNeurons(parsing: name, in: network),
        let model = state.model(ofPopulation: named.population)
      else { return [] }
      return (model.state.map(\.name) + model.parameters.map(\.name)).map { "\(name).\($0)" }
    }
    return [state.neuronText] + network.populations.map(\.name)
  }
}
