/// Structural edits: a network is built anew, and takes over the state of everything that the edit did not touch.
import Basics
import Kernels
package import NetworkModel

extension Simulation {
  /// Goes on where another simulation stands, as far as both have the same populations and projections: membranes,
  /// traces, learned weights, spikes under way, parameters that were set in the run.
  ///
  /// A population of another size gives what both have; one of another model begins in its initial state.
  /// - Complexity: O(neurons + what learns).
  package mutating func takeOver(from old: borrowing Simulation, lineage: Lineage = .plain) {
    tick = old.tick
    synapticEvents = old.synapticEvents
    for index in populations.indices {
      if let former = formerPopulation(of: index, in: old, lineage) { takePopulation(index, from: old, former) }
    }
    takeLearning(from: old, lineage)
    takePokes(from: old, lineage)
    data?.resume(tick: tick.value, network: network)
    currents.restart(network: network)
    gatherSpikes()
  }

  /// The same for what `present` does not have: what was removed comes back as it was when it went.
  /// - Parameter past: a simulation that has it.
  /// Weights that the description says otherwise in `present` are again what they were, too.
  package mutating func recover(
    missingIn present: borrowing Simulation, from past: borrowing Simulation, lineage: Lineage
  ) {
    for index in populations.indices where present.populationIndex(populations[index].name) == nil {
      if let former = formerPopulation(of: index, in: past, .plain) { takePopulation(index, from: past, former) }
    }
    var known: [String: ProjectionSpec] = [:]
    for projection in present.spec.projections { known[projection.name] = projection }
    takeLearning(from: past, .plain) { projection in
      guard let present = known[projection.name] else { return true }
      return present.weight != projection.weight && lineage.weightFactors[projection.name] != 1
    }
    takeExceptions(missingIn: present, from: past)
    gatherSpikes()
  }

  // MARK: Populations

  /// The population of the same model that this one was.
  private func formerPopulation(of index: Int, in old: borrowing Simulation, _ lineage: Lineage) -> Int? {
    let name = lineage.formerName(of: populations[index].name)
    guard let former = old.populationIndex(name), old.precision == precision,
      old.populations[former].descriptor.id == populations[index].descriptor.id
    else { return nil }
    return former
  }

  private mutating func takePopulation(_ index: Int, from old: borrowing Simulation, _ former: Int) {
    takeParameters(index, from: old, former)
    let count = min(populations[index].size, old.populations[former].size)
    if let neurons = network.populations[index].body.neurons, let before = old.network.populations[former].body.neurons
    {
      if neurons.count == before.count {
        neurons.setBytes(of: .state, to: before.bytes(of: .state))
        neurons.setThresholds(before.thresholds, parameters: network.populations[index].parameters)
        takeArrivals(neurons, from: before, tick: old.tick.value)
      } else {
        let now = tick.value
        for variable in populations[index].descriptor.state.indices {
          for neuron in 0..<count {
            neurons.setValue(variable, of: neuron, tick: now, to: before.value(variable, of: neuron, tick: now))
          }
        }
      }
    }
    let history = old.schedule.spikes[former].history(of: count, steps: schedule.spikes[index].stepsKept)
    let isTaken = schedule.spikes[index].setHistory(history)
    precondition(isTaken, "spikes of \(count) neurons")
  }

  /// What is under way in a ring, which may be longer or shorter than the one before.
  private func takeArrivals(_ neurons: NeuronPopulation, from old: NeuronPopulation, tick: Int) {
    let slot = neurons.memoryOfArrivals(slots: 1)
    let (size, oldSize) = (neurons.size(of: .arrivals).bytes, old.size(of: .arrivals).bytes)
    guard slot > 0, size >= slot, oldSize >= slot else { return }
    let (slots, oldSlots) = (size / slot, oldSize / slot)
    let before = old.bytes(of: .arrivals)
    var bytes = [UInt8](repeating: 0, count: size)
    for delay in 0..<min(slots, oldSlots) {
      let (from, to) = ((tick + delay) % oldSlots * slot, (tick + delay) % slots * slot)
      bytes.replaceSubrange(to..<to + slot, with: before[from..<from + slot])
    }
    neurons.setBytes(of: .arrivals, to: bytes)
  }

  /// What was set in the run stays where the document still says what it said before.
  private mutating func takeParameters(_ index: Int, from old: borrowing Simulation, _ former: Int) {
    let before = old.network.populations[former]
    let isRenamed = populations[index].name != old.populations[former].name
    if before.parameters == before.initialParameters, !isRenamed { return }
    let (said, says) = (old.spec.populations[former].parameters, spec.populations[index].parameters)
    var table = network.populations[index].parameters
    for (field, description) in populations[index].descriptor.parameters.enumerated() {
      guard said[description.name] == says[description.name], description.kind != .times else { continue }
      let values = (0..<min(table.count, before.parameters.count)).map { before.parameters.value(field, of: $0) }
      let new = (values.count..<max(values.count, table.count)).map { table.value(field, of: $0) }
      let all = Array((values + new).prefix(table.count))
      if all.allSatisfy({ $0 == all[0] }) { table.setAll(field, to: all[0]) } else { table.setEach(field, to: all) }
    }
    network.populations[index].parameters = table
    network.populations[index].body.neurons?.apply(table, touching: nil)
    network.populations[index].body.source?.apply(table)
  }

  private mutating func takePokes(from old: borrowing Simulation, _ lineage: Lineage) {
    for index in populations.indices {
      guard let former = formerPopulation(of: index, in: old, lineage) else { continue }
      for poke in old.pokes where poke.population == former && poke.index < populations[index].size {
        pokes.append(NeuronIndex(population: index, index: poke.index))
        network.populations[index].body.neurons?.poke(poke.index)
      }
    }
  }
}
