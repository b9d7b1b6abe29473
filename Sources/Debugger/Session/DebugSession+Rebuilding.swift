/// Structural edits: another network goes on where the present one stands.
import Basics
import NetworkModel
import Simulation

extension DebugSession {
  /// - Complexity: that of building the network, 3 ms for 4,000 neurons with 320,000 synapses, and of a copy of its state.
  mutating func rebuild(_ spec: NetworkSpec, _ lineage: Lineage) -> [EngineEvent] {
    // What a branch leaves out stays left out, whoever describes the network.
    let spec = spec.leavingOut(timeline.leftOut(upTo: timeline.position), lineage)
    if let reason = replace(by: spec, lineage) { return [.rebuildRefused(reason, present: simulation.spec)] }
    note(.rebuild(spec, lineage))
    keepKeyframe(pinned: true)
    if watching != nil { beginWatching() }
    checkBreakpoints()
    look()
    return [.rebuilt(summary)]
  }

  /// A branch comes, for the first time, to where the one that it left was rebuilt.
  mutating func rebuildAgain(_ spec: NetworkSpec, _ lineage: Lineage) {
    if let reason = replace(by: spec, lineage) { return reports.append(.diverged(tick, at: [reason])) }
    keepKeyframe(pinned: true)
    checkBreakpoints()
    look()
    reports.append(.rebuilt(summary))
  }

  /// Puts another network into the place of the present one.
  /// - Returns: why that cannot be; then nothing has changed.
  private mutating func replace(by spec: NetworkSpec, _ lineage: Lineage) -> String? {
    do throws(SessionError) {
      var next = try Simulation(spec, options: options)
      if let missing = next.unjoinedException(notIn: simulation.spec) { return "there is no synapse \(missing)" }
      let place = past.place(of: spec, at: tick)
      if let place {
        past.give(place, to: &next)
      } else {
        next.takeOver(from: simulation, lineage: lineage)
        if lineage.isReturn { past.recover(&next, present: simulation, lineage) }
      }
      history = History(next, keeping: history, numbers: Self.numbers(of: simulation.populations, in: next, lineage))
      readout = Readout(next)
      swap(&simulation, &next)
      past.keep(next)
    } catch {
      return error.description
    }
    pictures = SynapsePictures()
    order = NeuronOrder(sizes: simulation.populations.map(\.size))
    generation += 1
    networks.add(spec)
    return nil
  }

  /// By neuron of a network with these populations: its number in the next.
  static func numbers(
    of populations: [PopulationInfo], in next: borrowing Simulation, _ lineage: Lineage
  ) -> [UInt32?] {
    var numbers = [UInt32?](repeating: nil, count: populations.reduce(0) { $0 + $1.size })
    for info in next.populations {
      let name = lineage.formerName(of: info.name)
      guard let before = populations.first(where: { $0.name == name }) else { continue }
      for neuron in 0..<min(before.size, info.size) {
        numbers[before.firstNeuron + neuron] = UInt32(info.firstNeuron + neuron)
      }
    }
    return numbers
  }
}

extension Simulation {
  /// A synapse that was newly set by hand and is not there, in words.
  fileprivate func unjoinedException(notIn before: NetworkSpec) -> String? {
    for (index, projection) in spec.projections.enumerated() where !projection.exceptions.isEmpty {
      let known = before.projections.first { $0.name == projection.name }?.exceptions ?? []
      for exception in projection.exceptions where !known.contains(exception) {
        if synapse(of: index, post: exception.post, pre: exception.pre) != nil { continue }
        let source = "\(projection.source.population)[\(projection.source.index(at: exception.pre))]"
        let target = "\(projection.target.population)[\(projection.target.index(at: exception.post))]"
        return "from \(source) to \(target) in \(projection.name)"
      }
    }
    return nil
  }
}

/// Networks from before structural edits: to go back at the same step brings back the exact state, and what was removed
/// comes back as it was.
struct Past: ~Copyable {
  /// A reference, so that what cannot be copied can be kept in a list.
  private final class Network {
    let simulation: Simulation
    init(_ simulation: consuming Simulation) { self.simulation = simulation }
  }

  /// Beyond these the oldest go, and what was removed then comes back in its initial state [bytes].
  private static let limit = 512_000_000

  private var networks: [Network] = []

  mutating func keep(_ simulation: consuming Simulation) {
    networks.append(Network(simulation))
    var memory = networks.reduce(0) { $0 + $1.simulation.memory }
    while memory > Self.limit, let oldest = networks.first {
      memory -= oldest.simulation.memory
      networks.removeFirst()
    }
  }

  /// Those of a future that is gone back from are of another run.
  mutating func forget(after tick: Tick) { networks.removeAll { $0.simulation.tick > tick } }

  /// Where this network is kept as it was at this very step.
  func place(of spec: NetworkSpec, at tick: Tick) -> Int? {
    networks.lastIndex { $0.simulation.tick == tick && $0.simulation.spec == spec }
  }

  func give(_ place: Int, to next: inout Simulation) { next.takeOver(from: networks[place].simulation) }

  /// What the present network does not have, from the last one that had it.
  func recover(_ next: inout Simulation, present: borrowing Simulation, _ lineage: Lineage) {
    for network in networks { next.recover(missingIn: present, from: network.simulation, lineage: lineage) }
  }
}
