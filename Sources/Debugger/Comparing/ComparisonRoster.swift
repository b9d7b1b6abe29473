/// The neurons of two runs under one numbering, by the name of their population and their index in it.
import NetworkModel
import Simulation

/// Either run may be rebuilt on its way: a neuron keeps its number here, whatever its own network calls it.
struct ComparisonRoster {
  typealias Side = BranchComparison.Side

  /// Of either run at any time, each as large as it ever is.
  private(set) var populations: [BranchComparison.Population] = []
  /// By number: whether the neuron is in both networks as they are now.
  private(set) var isShared: [Bool] = []
  private var stretches: [Side: [Stretch]] = [:]

  /// Neurons of a population in a network of their own, and here.
  private struct Stretch {
    let own: Int
    let size: Int
    let first: Int
  }

  /// - Parameter networks: the populations of all that are run, of the first network first.
  init(_ networks: [[(name: String, size: Int)]]) {
    for (name, size) in networks.joined() {
      if let place = populations.firstIndex(where: { $0.name == name }) {
        populations[place].size = max(populations[place].size, size)
      } else {
        populations.append(BranchComparison.Population(name: name, size: size, firstNeuron: 0))
      }
    }
    var first = 0
    for place in populations.indices {
      populations[place].firstNeuron = first
      first += populations[place].size
    }
    isShared = Array(repeating: false, count: first)
  }

  /// One of the runs has another network from now on.
  mutating func take(_ own: [PopulationInfo], of side: Side) {
    stretches[side] = own.compactMap { info in
      guard let known = populations.first(where: { $0.name == info.name }) else { return nil }
      return Stretch(own: info.firstNeuron, size: info.size, first: known.firstNeuron)
    }
    for place in populations.indices {
      let size = own.first { $0.name == populations[place].name }?.size ?? 0
      if side == .a { populations[place].sizeA = size } else { populations[place].sizeB = size }
      let population = populations[place]
      for index in 0..<population.size {
        isShared[population.firstNeuron + index] = index < min(population.sizeA, population.sizeB)
      }
    }
  }

  /// Ascending numbers of neurons as their own network has them, under the numbers here, ascending.
  func numbers(_ spikes: [UInt32], of side: Side) -> [UInt32] {
    guard let own = stretches[side], own.contains(where: { $0.own != $0.first }) else { return spikes }
    let numbers = spikes.compactMap { number -> UInt32? in
      guard let stretch = own.last(where: { $0.own <= Int(number) && Int(number) < $0.own + $0.size }) else {
        return nil
      }
      return UInt32(Int(number) - stretch.own + stretch.first)
    }
    return numbers.sorted()
  }

  /// Those that are in one network alone: `more (7 neurons), exc[90..99]`.
  func strangers(of side: Side) -> [String] {
    populations.compactMap { population in
      let (own, other) = side == .a ? (population.sizeA, population.sizeB) : (population.sizeB, population.sizeA)
      guard own > other else { return nil }
      if other == 0 { return "\(population.name) (\(own) neuron\(own == 1 ? "" : "s"))" }
      return other + 1 == own ? "\(population.name)[\(other)]" : "\(population.name)[\(other)..\(own - 1)]"
    }
  }
}
