/// Making a checkpoint of a simulation, and going back to one.
import Basics
import Kernels

extension Simulation {
  /// All that moves, as it is now. - Complexity: one copy of the state.
  package func checkpoint() -> Checkpoint {
    var sections = [Checkpoint.Section(name: "run", bytes: RunSection(events: synapticEvents, pokes: pokes).bytes)]
    for (index, population) in network.populations.enumerated() {
      sections += Self.sections(of: population, spikes: schedule.spikes[index])
    }
    for synapses in schedule.learning.compactMap(\.learning) { sections += LearningSection.sections(of: synapses) }
    return Checkpoint(header: header, sections: sections)
  }

  /// The same as a file. - Complexity: O(state + synapses), for the wiring is hashed.
  package func checkpointFile() -> CheckpointFile {
    CheckpointFile(checkpoint(), identity: Fingerprint(network, of: spec))
  }

  /// Goes to where the checkpoint was made, whether that is behind or ahead.
  /// - Throws: when it is not of this network; then nothing was changed.
  package mutating func restore(_ checkpoint: Checkpoint) throws(CheckpointError) {
    try admit(checkpoint.header)
    let restoration = try Restoration(checkpoint, network: network, schedule: schedule)
    restoration.apply(to: &network, schedule)
    schedule.forgetGathered()
    synapticEvents = restoration.run.events
    tick = checkpoint.header.tick
    pokes = restoration.run.pokes
    for poke in pokes { network.populations[poke.population].body.neurons?.poke(poke.index) }
    data?.resume(tick: tick.value, network: network)
    currents.restart(network: network)
    gatherSpikes()
  }

  /// The same from a file, which must be of this document and this wiring.
  package mutating func restore(_ file: CheckpointFile) throws(CheckpointError) {
    try admit(file.checkpoint.header, layout: false)
    let identity = Fingerprint(network, of: spec)
    if file.identity.spec != identity.spec { throw .otherNetwork }
    if file.identity.wiring != identity.wiring { throw .otherBuild }
    try restore(file.checkpoint)
  }

  private static func sections(of population: Network.Population, spikes: SpikeList) -> [Checkpoint.Section] {
    var sections: [Checkpoint.Section] = []
    if let neurons = population.body.neurons {
      for part in [StatePart.state, .arrivals] where neurons.size(of: part).bytes > 0 {
        sections.append(
          Checkpoint.Section(
            name: part.sectionName, bytes: neurons.bytes(of: part), width: neurons.size(of: part).width))
      }
      if let thresholds = neurons.thresholds {
        let width = neurons.sizeOfThresholds.width
        sections.append(Checkpoint.Section(name: "thresholds", bytes: thresholds, width: width))
      }
    }
    if population.parameters != population.initialParameters {
      sections.append(Checkpoint.Section(name: "parameters", bytes: ParameterSection(population.parameters).bytes))
    }
    sections.append(Checkpoint.Section(name: "spikes", bytes: SpikeSection(history: spikes.history).bytes))
    return sections
  }

  private var header: Checkpoint.Header {
    Checkpoint.Header(layout: layoutHash, seed: seed, precision: precision, dt: dt, tick: tick)
  }

  /// What the sections' bytes mean: models, their variables, sizes.
  private var layoutHash: UInt64 {
    var hash = StateHash()
    for (index, info) in populations.enumerated() {
      hash.add(info.name)
      hash.add(info.descriptor.id)
      hash.add(info.size)
      for variable in info.descriptor.state { hash.add(variable.name) }
      for field in info.descriptor.parameters { hash.add(field.name) }
      guard let neurons = network.populations[index].body.neurons else { continue }
      for part in [StatePart.state, .arrivals] { hash.add(neurons.size(of: part).bytes) }
    }
    for projection in projections {
      hash.add(projection.name)
      hash.add(projection.synapseCount)
    }
    for synapses in schedule.learning.compactMap(\.learning) {
      for part in LearningPart.allCases { hash.add(synapses.usualSize(of: part).bytes) }
    }
    return hash.value
  }

  private func admit(_ header: Checkpoint.Header, layout isChecked: Bool = true) throws(CheckpointError) {
    if header.dt != dt { throw .otherStepLength(header.dt, here: dt) }
    if header.precision != precision { throw .otherPrecision(header.precision, here: precision) }
    if header.seed != seed { throw .otherSeed(header.seed, here: seed) }
    if isChecked, header.layout != layoutHash { throw .otherBuild }
    // Beyond 2⁵³ times are no longer exact, and no run comes there.
    if header.tick.value < 0 || header.tick.value > 1 << 53 { throw .impossible(part: "its time") }
  }
}

extension StatePart {
  var sectionName: String {
    switch self {
    case .state: "state"
    case .arrivals: "arrivals"
    }
  }
}
