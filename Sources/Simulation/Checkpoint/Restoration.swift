/// A checkpoint taken apart and checked in full, before anything is changed.
import Kernels

struct Restoration {
  private struct Population {
    var parts: [(StatePart, [UInt8])] = []
    /// Of adaptive thresholds; nil where none has risen.
    var thresholds: [UInt8]?
    var parameters: ParameterTable
    var history: [UInt32] = []
  }

  private(set) var run: RunSection
  private var populations: [Population] = []
  private var learning: [LearningSection] = []

  /// - Throws: `CheckpointError.impossible` when the sections are not those of this network, in their order.
  init(_ checkpoint: Checkpoint, network: Network, schedule: Schedule) throws(CheckpointError) {
    var sections = checkpoint.sections[...]
    let sizes = zip(network.populations, schedule.spikes).map { (population: $0, spikes: $1) }
    run = try RunSection(try Self.next("run", of: "the run", &sections).bytes, network: network)
    for (population, spikes) in sizes {
      populations.append(try Self.population(population, spikes, &sections))
    }
    for delivery in schedule.learning {
      guard let synapses = delivery.learning else { continue }
      let name = network.projections[delivery.projection].info.name
      for part in LearningPart.allCases {
        let section = try Self.next(part.sectionName, of: name, &sections)
        learning.append(try LearningSection(section, part, synapses, of: name))
      }
    }
    if let extra = sections.first { throw .impossible(part: extra.name) }
  }

  private static func population(
    _ entry: Network.Population, _ spikes: SpikeList, _ sections: inout ArraySlice<Checkpoint.Section>
  ) throws(CheckpointError) -> Population {
    let name = entry.info.name
    var population = Population(parameters: entry.initialParameters)
    if let neurons = entry.body.neurons {
      for part in [StatePart.state, .arrivals] {
        let size = neurons.size(of: part)
        if size.bytes == 0 { continue }
        let section = try next(part.sectionName, of: name, &sections)
        guard section.bytes.count == size.bytes, section.width == size.width else {
          throw .impossible(part: "the \(part.sectionName) of \(name)")
        }
        population.parts.append((part, section.bytes))
      }
      population.thresholds = try thresholds(of: name, neurons.sizeOfThresholds, &sections)
    }
    if sections.first?.name == "parameters" {
      let section = try next("parameters", of: name, &sections)
      population.parameters = try ParameterSection(section.bytes, like: entry.initialParameters, of: name).table
    }
    population.history = try SpikeSection(try next("spikes", of: name, &sections).bytes, of: name).history
    guard spikes.accepts(population.history) else { throw .impossible(part: "the spikes of \(name)") }
    return population
  }

  private static func thresholds(
    of name: String, _ size: StateBytes.Size, _ sections: inout ArraySlice<Checkpoint.Section>
  ) throws(CheckpointError) -> [UInt8]? {
    guard sections.first?.name == "thresholds" else { return nil }
    let section = try next("thresholds", of: name, &sections)
    guard section.bytes.count == size.bytes, section.width == size.width else {
      throw .impossible(part: "the thresholds of \(name)")
    }
    return section.bytes
  }

  private static func next(
    _ name: String, of owner: String, _ sections: inout ArraySlice<Checkpoint.Section>
  ) throws(CheckpointError) -> Checkpoint.Section {
    guard let section = sections.first, section.name == name else { throw .impossible(part: "the \(name) of \(owner)") }
    sections.removeFirst()
    return section
  }

  /// Puts everything in its place. Coefficients are derived anew only where parameters differ from those at hand.
  func apply(to network: inout Network, _ schedule: Schedule) {
    for section in learning { section.synapses.setBytes(of: section.part, to: section.bytes) }
    for (index, kept) in populations.enumerated() {
      let entry = network.populations[index]
      if entry.parameters != kept.parameters {
        network.populations[index].parameters = kept.parameters
        entry.body.neurons?.apply(kept.parameters, touching: nil)
        entry.body.source?.apply(kept.parameters)
      }
      entry.body.neurons?.forgetPokes()
      for (part, bytes) in kept.parts { entry.body.neurons?.setBytes(of: part, to: bytes) }
      entry.body.neurons?.setThresholds(kept.thresholds, parameters: kept.parameters)
      let isTaken = schedule.spikes[index].setHistory(kept.history)
      precondition(isTaken, "the spikes were checked before")
    }
  }
}
