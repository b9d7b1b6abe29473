/// Which neuron is selected, for all panes at once.
import Debugger
import NetworkModel
import Terminal

enum NeuronCommands {
  static let next = Command(
    "next-neuron", title: "next neuron", help: "Select the next neuron.", keys: [.character("j")],
    paneKeys: [.raster: [.down], .membrane: [.down]], section: .selection, footerRank: 60,
    disabledReason: Requirement.network
  ) { state, _ in state.step(1) }

  static let previous = Command(
    "previous-neuron", title: "previous neuron", help: "Select the previous neuron.", keys: [.character("k")],
    paneKeys: [.raster: [.up], .membrane: [.up]], section: .selection, disabledReason: Requirement.network
  ) { state, _ in state.step(-1) }

  static let neuron = Command(
    "neuron", title: "n-th neuron",
    help: "Select the last neuron, with 17 G neuron 17; in the : line also by name: exc[17].",
    keys: [.character("G")], section: .selection, argument: "[NEURON]", disabledReason: Requirement.network,
    completions: { state, _ in state.network?.populations.map(\.name) ?? [] }
  ) { state, argument in
    guard let population = state.selectedPopulation else { return [] }
    let shown = state.shownCount(of: state.neuron.population)
    let last = shown > 0 ? state.neuron(at: shown - 1, of: state.neuron.population).index : population.size - 1
    let index = argument.isEmpty ? state.count ?? last : Int(argument)
    guard let index else { return state.select(named: argument) }
    guard (0..<population.size).contains(index) else {
      state.complain("there is no neuron \(index) in \(population.name) · it has 0 to \(population.size - 1)")
      return []
    }
    state.select(NeuronAddress(population: state.neuron.population, index: index))
    return []
  }

  static let nextPopulation = Command(
    "next-population", title: "next population", help: "Select the first neuron of the next population.",
    keys: [.character("J")], section: .selection, footerRank: 58, disabledReason: Requirement.network
  ) { state, _ in
    state.movePopulation(by: state.count ?? 1)
    return []
  }

  static let previousPopulation = Command(
    "previous-population", title: "previous population",
    help: "Select the first neuron of the previous population.", keys: [.character("K")], section: .selection,
    disabledReason: Requirement.network
  ) { state, _ in
    state.movePopulation(by: -(state.count ?? 1))
    return []
  }

  static let poke = Command(
    "poke", title: "fire", help: "Have the selected neuron spike in the next step.", keys: [.character("f")],
    section: .selection, footerRank: 55, disabledReason: Requirement.firingModel
  ) { state, _ in
    state.inform("\(state.neuronText) spikes in the next step")
    return [.engine(.poke(state.neuron))]
  }
}

extension WorkbenchState {
  fileprivate mutating func step(_ direction: Int) -> [Effect] {
    moveNeuron(by: direction * (count ?? 1))
    return []
  }

  fileprivate mutating func select(named text: String) -> [Effect] {
    guard let network else { return [] }
    do throws(SelectionError) {
      let named = try NamedNeurons(parsing: text, in: network)
      select(NeuronAddress(population: named.population, index: named.selection.index(at: 0)))
    } catch {
      complain(error.description)
    }
    return []
  }
}
