/// Reading a simulation between two steps.
package import Basics
import Kernels

extension Simulation {
  /// The index of a population by name. - Complexity: O(populations).
  package func populationIndex(_ name: String) -> Int? { populations.firstIndex { $0.name == name } }

  /// A state variable, by its position in the descriptor, in its base unit.
  package func state(population: Int, variable: Int, index: Int) -> Double {
    switch network.populations[population].body {
    case .neurons(let neurons):
      let value = neurons.value(variable, of: index, tick: tick.value)
      return populations[population].descriptor.state[variable].dimension == .time ? value * dt.value : value
    case .source: return 0
    case .input: return data?.value(population: population, index: index) ?? 0
    }
  }

  /// A parameter, by its position in the descriptor.
  package func parameter(population: Int, field: Int, index: Int) -> ParameterSetting {
    let table = network.populations[population].parameters
    switch table.descriptor.parameters[field].kind {
    case .number: return .number(table.value(field, of: index))
    case .choice: return .choice(table.choice(field, of: index))
    case .times: return .times(network.populations[population].spikeTimes(of: index))
    }
  }

  /// What the stimuli sent into a neuron in the last step [nA]. - Complexity: O(populations with currents).
  package func current(population: Int, index: Int) -> Double { currents.current(population: population, index: index) }

  /// The synapses of a projection that leave one neuron of its source selection. Ascending by target.
  /// - Parameter body: receives the target's index in the target selection, the weight in base units, the delay.
  package func forEachSynapse(
    of projection: Int, fromSource row: Int, _ body: (_ target: Int, _ weight: Double, _ delayTicks: Int) -> Void
  ) {
    let entry = network.projections[projection]
    entry.synapses.forEachSynapse(of: row) { target, weight, delay in
      guard let position = entry.targets.row(of: target) else { return }
      body(position, weight, delay)
    }
  }

  /// The shortest and longest delay of a projection in steps, 0 where spikes arrive within the step; nil where it has no
  /// synapse. - Complexity: O(1).
  package func delayRange(projection: Int) -> ClosedRange<Int>? {
    let synapses = network.projections[projection].synapses
    guard network.projections[projection].info.synapseCount > 0 else { return nil }
    return synapses.shortestDelay...max(synapses.shortestDelay, synapses.longestDelay)
  }

  /// How many synapses end on a neuron and leave it, over all projections. - Complexity: O(projections).
  package func synapseCounts(population: Int, index: Int) -> (incoming: Int, outgoing: Int) {
    var incoming = 0
    var outgoing = 0
    for entry in network.projections {
      if entry.info.targetPopulation == population { incoming += Int(entry.incoming[index]) }
      if entry.info.sourcePopulation == population { outgoing += entry.synapses.outgoing(of: index) }
    }
    return (incoming, outgoing)
  }

  /// The sample being shown; nil in a network without data.
  package var presentation: PresentationState? { data?.presentation(tick: tick.value) }

  /// A fingerprint of all that moves: state, weights, spikes under way; and seed and tick, on which randomness hangs.
  /// - Complexity: O(neurons + stored weights).
  package var stateHash: UInt64 {
    var hash = StateHash()
    hash.add(tick.value)
    hash.add(seed)
    for population in network.populations {
      if case .neurons(let neurons) = population.body { neurons.hash(into: &hash, tick: tick.value) }
    }
    schedule.hash(into: &hash, tick: tick.value)
    for projection in network.projections { projection.synapses.hashWeights(into: &hash) }
    // A spike that was asked for is under way, too; in which order they were asked for makes no difference.
    for poke in Set(pokes).sorted() {
      hash.add(poke.population)
      hash.add(poke.index)
    }
    return hash.value
  }

  /// Bytes held by state, arrivals and synapses.
  package var memory: Int {
    let neurons = network.populations.reduce(0) { sum, population in
      if case .neurons(let neurons) = population.body { sum + neurons.memory } else { sum }
    }
    return neurons + synapseMemory
  }

  /// Bytes held by synapses alone.
  package var synapseMemory: Int { network.projections.reduce(0) { $0 + $1.synapses.memory } }
}
