/// Spikes at given times: by a list of times, or drawn on a grid.
import Basics
import Debugger
import NetworkModel
import Terminal

enum SpikeBuilding {
  static let spikes = Command.building(
    "spikes", title: "spike times", help: "Say when the neurons of a SpikeSourceArray spike: times[3] 5ms 10ms.",
    argument: "NEURONS [TIME …]", completions: NameCompletions.populations
  ) { state, spec, words throws(EditProblem) in
    guard let first = words.first else { throw .usage("spikes times[3] 5ms 10ms") }
    let neurons = try Names.neurons(first, in: state)
    let population = spec.populations[neurons.population]
    guard population.hasTrains else { throw .noSpikeTimes(population.name, model: population.model) }
    let times = try spikeTimes(Words.joiningUnits(Array(words.dropFirst())), dt: spec.dt)
    return PlannedEdit(words: "\(neurons.text): \(NumberText.count(times.count, "spike"))") {
      $0.populations[neurons.population].setTrain(times) { neurons.selection.contains($0) }
    }
  }

  /// Ascending, each in a step of its own.
  private static func spikeTimes(_ words: [String], dt: Milliseconds) throws(EditProblem) -> [Milliseconds] {
    var times: [Milliseconds] = []
    do throws(QuantityError) {
      for word in words { times.append(Milliseconds(try Quantity.value(of: word, expecting: .time))) }
    } catch {
      throw .quantity(error, what: "time")
    }
    let steps = [0] + times.map { Int(min(1e15, ($0.value / dt.value).rounded())) }
    guard zip(steps, steps.dropFirst()).allSatisfy({ $0 < $1 }) else { throw .timesNotAscending(dt: dt.value) }
    return times
  }

  static let draw = Command(
    "draw-spikes", title: "draw spikes", help: "Draw the spikes of a SpikeSourceArray on a grid: neurons and time.",
    keys: [.character("D")], section: .building, argument: "[NAME]", footerRank: 39,
    disabledReason: { state in
      if let missing = WorkbenchState.whyNotEdited(state) { return missing }
      let isAny = state.document?.spec.populations.contains(where: \.hasTrains) ?? false
      return isAny
        ? nil : "no population has spikes to draw · :add times 8 \(PopulationSpec.spikeSource.model) adds one"
    },
    completions: { state, _ in state.document?.spec.populations.filter(\.hasTrains).map(\.name) ?? [] }
  ) { state, argument in
    do throws(EditProblem) {
      state.overlay = .spikes(try grid(argument, state))
    } catch {
      state.complain(error.description)
    }
    return []
  }

  /// Of the named population; otherwise of the selected one, or the first that has any.
  private static func grid(_ name: String, _ state: WorkbenchState) throws(EditProblem) -> SpikeGrid {
    guard let spec = state.document?.spec else { throw .noDocument }
    let sources = spec.populations.filter(\.hasTrains)
    let selected = sources.first { $0.name == state.selectedPopulation?.name }
    let population = name.isEmpty ? selected ?? sources[0] : try Names.population(name, in: spec)
    guard population.hasTrains else { throw .noSpikeTimes(population.name, model: population.model) }
    var grid = SpikeGrid(population.name, dt: spec.dt)
    if population == selected { grid.neuron = min(state.neuron.index, population.size - 1) }
    return grid
  }
}
