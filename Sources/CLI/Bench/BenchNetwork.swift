/// The networks of `ganglion bench`: a table, in which one line adds one.
import Basics
import Kernels
import NetworkModel

struct BenchNetwork: Sendable {
  let name: String
  let title: String
  /// Biological time of a run [ms].
  let duration: Double
  let make: @Sendable () -> NetworkSpec

  init(_ name: String, _ title: String, duration: Double = 1000, _ make: @escaping @Sendable () -> NetworkSpec) {
    self.name = name
    self.title = title
    self.duration = duration
    self.make = make
  }
}

extension BenchNetwork {
  private static let table = [
    BenchNetwork("cuba", "Vogels and Abbott, currents, 4,000 neurons") { VogelsAbbott.currents(neurons: 4000) },
    BenchNetwork("coba", "Vogels and Abbott, conductances, 4,000 neurons") { VogelsAbbott.conductances },
    BenchNetwork("cobahh", "Vogels and Abbott, Hodgkin and Huxley's kind, 4,000 neurons") {
      VogelsAbbott.spikeCurrents
    },
    BenchNetwork("cuba-stdp", "Vogels and Abbott, currents, excitation among itself learns by pairs") {
      VogelsAbbott.plastic
    },
    BenchNetwork("song", "Song, Miller and Abbott: 1,000 inputs learn to drive a neuron", duration: 10_000) {
      Song.network(inputs: 1000)
    },
    BenchNetwork("song-10000", "Song, Miller and Abbott with 10,000 inputs", duration: 10_000) {
      Song.network(inputs: 10_000)
    },
    BenchNetwork("brunel", "Brunel, asynchronous irregular, 12,500 neurons") { Brunel.asynchronousIrregular },
    dense("dense", "784-800-10 feed-forward, one sample of 100 steps", samples: 1),
    dense("dense-64", "784-800-10 feed-forward, 64 samples of 100 steps", samples: 64),
  ]

  /// A step counts as a millisecond.
  private static func dense(_ name: String, _ title: String, samples: Int) -> BenchNetwork {
    BenchNetwork(name, title, duration: Double(samples * Dense.steps)) { Dense.layers(samples: samples) }
  }

  /// The same network from 4 thousand neurons to a million, with as many synapses to a neuron.
  private static let scaling = [4000, 16_000, 64_000, 256_000, 1_000_000].map { neurons in
    BenchNetwork("cuba-\(neurons)", "Vogels and Abbott, currents, \(neurons) neurons") {
      VogelsAbbott.currents(neurons: neurons)
    }
  }

  /// Those whose models the catalogue has.
  static var offered: [BenchNetwork] { table.filter(\.isOffered) }
  static var offeredSizes: [BenchNetwork] { scaling.filter(\.isOffered) }

  /// A document would be checked by its reader; these are checked here.
  private var isOffered: Bool {
    make().populations.allSatisfy { population in
      guard let model = Catalogue.descriptors.first(where: { $0.id == population.model }) else { return false }
      return population.parameters.keys.allSatisfy { model.parameter($0) != nil }
        && population.initial.keys.allSatisfy { model.stateVariable($0) != nil }
    }
  }
}

extension PopulationSpec {
  /// A population with numbers for its parameters, in base units.
  init(
    _ name: String, _ size: Int, _ model: String, _ parameters: [String: Double] = [:],
    initial: [String: ValueSource] = [:]
  ) {
    self.init(
      name: name, shape: [size], model: model, parameters: parameters.mapValues { .number(.constant($0)) },
      initial: initial)
  }
}
