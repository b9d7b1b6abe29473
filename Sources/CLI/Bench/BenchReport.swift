/// What was measured of one network, for programs and as a line of a table.
import Basics
import Foundation
import Simulation

struct BenchReport: Encodable, Equatable {
  let name: String
  let title: String
  let threads: Int
  let precision: String
  let neurons: Int
  let synapses: Int
  let bytesPerSynapse: Double
  let buildSeconds: Double
  let simulatedMilliseconds: Double
  let runs: Int
  let synapticEvents: Int
  /// Mean over the neurons with a membrane [Hz].
  let rateHertz: Double
  let wallSeconds: Spread
  let realtimeFactor: Spread
  /// Everything but synapses: charge, fire, reset, sources and stimuli.
  let nanosecondsPerNeuronUpdate: Spread
  /// Nil where nothing was delivered.
  let nanosecondsPerEvent: Spread?
  /// How many times quicker than one thread, run by run; nil where that is all there is.
  let speedup: Spread?
  let stateHash: String

  enum CodingKeys: String, CodingKey {
    case name, title, threads, precision, neurons, synapses, runs, speedup
    case bytesPerSynapse = "bytes_per_synapse"
    case buildSeconds = "build_s"
    case simulatedMilliseconds = "simulated_ms"
    case synapticEvents = "synaptic_events"
    case rateHertz = "rate_hz"
    case wallSeconds = "wall_s"
    case realtimeFactor = "realtime_factor"
    case nanosecondsPerNeuronUpdate = "ns_per_neuron_update"
    case nanosecondsPerEvent = "ns_per_synaptic_event"
    case stateHash = "state_hash"
  }

  static func json(_ reports: [BenchReport]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(reports), as: UTF8.self)
  }
}

extension BenchReport {
  init(
    _ network: BenchNetwork, _ simulation: borrowing Simulation, walls: BenchWalls, spikes: Int, steps: Int,
    buildSeconds: Double
  ) {
    let milliseconds = Double(steps) * simulation.dt.value
    let updates = Double(simulation.neuronCount * steps)
    let events = simulation.synapticEvents
    let spiking = simulation.populations.reduce(0) { $0 + ($1.descriptor.kind == .neuron ? $1.size : 0) }
    // A difference of two measurements may come out below nothing where synapses cost next to nothing.
    let synapses = zip(walls.whole, walls.neurons).map { max(0, $0 - $1) }
    self.init(
      name: network.name, title: network.title, threads: simulation.threads, precision: simulation.precision.rawValue,
      neurons: simulation.neuronCount, synapses: simulation.synapseCount,
      bytesPerSynapse: Double(simulation.synapseMemory) / Double(max(1, simulation.synapseCount)),
      buildSeconds: buildSeconds, simulatedMilliseconds: milliseconds, runs: walls.whole.count, synapticEvents: events,
      rateHertz: Double(spikes) / Double(spiking) / milliseconds * 1000,
      wallSeconds: Spread(walls.whole), realtimeFactor: Spread(walls.whole.map { milliseconds / 1000 / $0 }),
      nanosecondsPerNeuronUpdate: Spread(walls.neurons.map { $0 * 1e9 / updates }),
      nanosecondsPerEvent: events == 0 ? nil : Spread(synapses.map { $0 * 1e9 / Double(events) }),
      speedup: walls.oneThread.isEmpty ? nil : Spread(zip(walls.oneThread, walls.whole).map { $0 / $1 }),
      stateHash: StateHash.text(simulation.stateHash))
  }

  static let header = row(
    "network",
    [
      "neurons", "synapses", "build", "wall/s", "p10", "p90", "× real time", "ns/neuron", "ns/event", "B/synapse",
      "× 1 thread",
    ])

  /// For people; wall time is that of one second of biological time.
  var line: String {
    let perSecond = 1000 / simulatedMilliseconds
    let walls = [wallSeconds.median, wallSeconds.p10, wallSeconds.p90].map {
      Self.number($0 * perSecond * 1000) + " ms"
    }
    return Self.row(
      name,
      ["\(neurons)", "\(synapses)", Self.number(buildSeconds * 1000) + " ms"] + walls + [
        Self.number(realtimeFactor.median), Self.number(nanosecondsPerNeuronUpdate.median),
        nanosecondsPerEvent.map { Self.number($0.median) } ?? "–", Self.number(bytesPerSynapse),
        speedup.map { Self.number($0.median) } ?? "–",
      ])
  }

  private static func row(_ first: String, _ rest: [String]) -> String {
    let columns = rest.map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }
    return first + String(repeating: " ", count: max(1, 13 - first.count)) + columns.joined()
  }

  private static func number(_ value: Double) -> String { String(format: "%.3g", value) }
}
