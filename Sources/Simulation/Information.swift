/// What a built network says of its parts.
package import Basics
import Kernels

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
  /// The least and greatest weight, or between which weights learn, in base units.
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
  /// Nil for what is fastest: small networks stay on one thread, and larger ones use several while that is quicker. A
  /// number has all threads used in every step, with fewer of them only where there are fewer neurons to each.
  package var neuronsPerThread: Int?

  /// How finely populations are cut into the chunks that threads share out, or nil for what is fastest: at most this
  /// many neurons to a chunk.
  package var neuronsPerChunk: Int?

  package init(
    threads: Int = 1, precision: Precision? = nil, seed: UInt64? = nil, memoryLimit: Int? = nil,
    neuronsPerThread: Int? = nil, neuronsPerChunk: Int? = nil
  ) {
    self.threads = threads
    self.precision = precision
    self.seed = seed
    self.memoryLimit = memoryLimit
    self.neuronsPerThread = neuronsPerThread
    self.neuronsPerChunk = neuronsPerChunk
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
  case unknownRule(String, projection: String)
  case cannotLearn(projection: String)
  case weightOutsideBounds(projection: String)
  case tooManySynapses(projection: String)
  case tooLarge(needed: Int, limit: Int)
  case cannotLeaveOut(EditError)
  /// Whoever follows the building has said that it is not wanted any more.
  case interrupted

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
    case .unknownRule(let rule, let projection): "projection \(projection): there is no rule of plasticity \(rule)"
    case .cannotLearn(let projection):
      "projection \(projection): analog values have no spikes to learn from · use the encoder poisson"
    case .weightOutsideBounds(let projection):
      "projection \(projection): a weight lies outside w_min…w_max at the start"
    case .delayTooLong(let projection, let steps):
      "projection \(projection): a delay of \(steps) steps is too long, at most 65535 are possible"
    case .tooManySynapses(let projection):
      "projection \(projection): more than 4,294 million synapses · share them among several projections"
    case .cannotLeaveOut(let error): "what is left out: \(error)"
    case .interrupted: "interrupted"
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

extension BuildOptions {
  /// How a population is cut.
  func chunks(of size: Int) -> NeuronChunks {
    neuronsPerChunk.map { NeuronChunks(neurons: size, size: $0) } ?? NeuronChunks(population: size)
  }
}
