/// What a built network says of its parts.
package import Basics

package struct PopulationInfo: Sendable, Equatable {
  package let name: String
  package let size: Int
  /// [n], or [rows, columns].
  package let shape: [Int]
  package let descriptor: ModelDescriptor
  /// The number, over the whole network, of this population's neuron 0.
  package let firstNeuron: Int
}

package struct ProjectionInfo: Sendable, Equatable {
  package let name: String
  /// Positions of the two populations.
  package let sourcePopulation: Int
  package let targetPopulation: Int
  /// Neurons in the two selections.
  package let sourceCount: Int
  package let targetCount: Int
  package let synapseCount: Int
  package let weightDimension: Dimension
  /// The least and greatest weight, in base units.
  package let weightRange: ClosedRange<Double>
}

/// How a simulation is built, beyond what the document says.
package struct BuildOptions: Sendable, Equatable {
  package var threads: Int
  /// Instead of the document's.
  package var precision: Precision?
  package var seed: UInt64?
  /// Refuse to build what needs more than this [bytes].
  package var memoryLimit: Int?
  /// Networks with fewer neurons than this to a thread stay on fewer threads. A step has two barriers, and every thread
  /// searches every row for its own targets: measured on two cores, two threads took 1.1 times as long as one at
  /// 256,000 neurons with 80 synapses each, and more than twice as long at 64,000. So the default asks for a million.
  package var neuronsPerThread: Int

  package init(
    threads: Int = 1, precision: Precision? = nil, seed: UInt64? = nil, memoryLimit: Int? = nil,
    neuronsPerThread: Int = 1_000_000
  ) {
    self.threads = threads
    self.precision = precision
    self.seed = seed
    self.memoryLimit = memoryLimit
    self.neuronsPerThread = neuronsPerThread
  }
}

/// Why a network cannot be built.
package enum BuildError: Error, Sendable, Equatable, CustomStringConvertible {
  case unknownModel(String, population: String)
  case unknownPopulation(String, in: String)
  case unknownDataset(String)
  case cannotReceive(String, from: String)
  case cycleWithoutDelay([String])
  case tooManyDraws(projection: String, wanted: Int, available: Int)
  case mixedDelaysOnInput(projection: String)
  case delayTooLong(projection: String, steps: Int)
  case tooLarge(needed: Int, limit: Int)

  package var description: String {
    switch self {
    case .unknownModel(let model, let population): "population \(population): there is no model \(model)"
    case .unknownPopulation(let name, let place): "\(place): there is no population \(name)"
    case .unknownDataset(let name): "there is no data set \(name)"
    case .cannotReceive(let name, let sender): "\(sender): nothing can arrive at \(name), which has no membrane"
    case .cycleWithoutDelay(let names):
      "synapses without delay form a circle, so that no order of the populations is right: "
        + names.joined(separator: " → ") + " · give one of them a delay of dt or more"
    case .tooManyDraws(let projection, let wanted, let available):
      "projection \(projection): \(wanted) different partners are wanted and \(available) exist"
    case .mixedDelaysOnInput(let projection):
      "projection \(projection): synapses that carry analog values must all have the same delay"
    case .delayTooLong(let projection, let steps):
      "projection \(projection): a delay of \(steps) steps is too long, at most 65535 are possible"
    case .tooLarge(let needed, let limit):
      "the network needs \(needed / 1_000_000) MB, and \(limit / 1_000_000) MB may be used"
    }
  }
}

/// A neuron by the position of its population and its own.
struct NeuronIndex: Sendable, Hashable, Comparable {
  var population: Int
  var index: Int

  static func < (a: Self, b: Self) -> Bool { (a.population, a.index) < (b.population, b.index) }
}
