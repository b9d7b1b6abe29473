/// What could stand behind `:set`: populations, their fields, the words of a choice.
import Basics
import Debugger

enum SetCompletions {
  @Sendable static func all(_ state: WorkbenchState, _ typed: String) -> [String] {
    guard let network = state.network else { return [] }
    if let separator = typed.lastIndex(of: " ") { return words(state, target: String(typed[..<separator])) }
    let (neurons, _) = Assignment.parts(of: typed)
    guard let neurons else {
      return network.populations.indices.flatMap { index in
        fields(state, population: index).map { "\(network.populations[index].name).\($0)" }
      }
    }
    guard let named = try? NamedNeurons(parsing: neurons, in: network) else { return [] }
    return fields(state, population: named.population).map { "\(neurons).\($0)" }
  }

  /// The names that can be set.
  private static func fields(_ state: WorkbenchState, population: Int) -> [String] {
    guard let model = state.model(ofPopulation: population) else { return [] }
    return model.parameters.filter { $0.kind != .times }.map(\.name) + model.state.filter(\.isInitial).map(\.name)
  }

  private static func words(_ state: WorkbenchState, target: String) -> [String] {
    let (neurons, name) = Assignment.parts(of: target)
    guard let neurons, let network = state.network, let named = try? NamedNeurons(parsing: neurons, in: network),
      case .choice(let words)? = state.model(ofPopulation: named.population)?.parameter(name)?.kind
    else { return [] }
    return words.map { "\(target) \($0)" }
  }
}
