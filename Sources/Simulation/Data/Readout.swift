/// What a network answers about the samples it is shown.
import NetworkModel

/// Reads the vote of the output population at the times of the readout and keeps score. Changes nothing.
package struct Readout: Sendable {
  /// Steps of a presentation after which the vote is read, ascending.
  package let at: [Int]
  /// Samples read and samples right at each of these times, since tick 0.
  package private(set) var read: [Int]
  package private(set) var correct: [Int]
  /// Potential or spike count of every output neuron after the last step.
  package private(set) var votes: [Double]

  private let spec: ReadoutSpec
  private let population: Int
  private let first: Int
  private let labels: [Int]
  /// Whether the sample being shown was watched from its first step on: a run that goes on from a checkpoint may come
  /// in the middle of one, whose spikes it cannot count.
  private var isWhole = false

  /// Nil where the network has no readout or shows no data.
  package init?(_ simulation: borrowing Simulation) {
    guard let spec = simulation.spec.readout, let shown = simulation.spec.presentation,
      let population = simulation.populationIndex(spec.population)
    else { return nil }
    self.spec = spec
    self.population = population
    at = spec.at
    first = simulation.populations[population].firstNeuron
    labels = shown.dataset.labels
    read = spec.at.map { _ in 0 }
    correct = read
    votes = Array(repeating: 0, count: simulation.populations[population].size)
  }

  /// The neuron that leads; a tie goes to the lowest index.
  package var vote: Int {
    var best = 0
    for index in votes.indices where votes[index] > votes[best] { best = index }
    return best
  }

  /// To be called after every step. - Complexity: O(outputs).
  package mutating func observe(_ simulation: borrowing Simulation) {
    guard let shown = simulation.presentation else { return }
    isWhole = isWhole || shown.step == 1
    switch spec.vote {
    case .potential: readPotentials(simulation)
    case .spikes: countSpikes(simulation, isFirstStep: shown.step == 1)
    }
    guard isWhole || spec.vote == .potential else { return }
    guard let time = at.firstIndex(of: shown.step), shown.row < labels.count else { return }
    read[time] += 1
    if vote == labels[shown.row] { correct[time] += 1 }
  }

  package mutating func reset() {
    read = at.map { _ in 0 }
    correct = read
    votes = votes.map { _ in 0 }
  }

  private mutating func readPotentials(_ simulation: borrowing Simulation) {
    for index in votes.indices { votes[index] = simulation.state(population: population, variable: 0, index: index) }
  }

  private mutating func countSpikes(_ simulation: borrowing Simulation, isFirstStep: Bool) {
    if isFirstStep { votes = votes.map { _ in 0 } }
    for spike in simulation.lastSpikes {
      let index = Int(spike) - first
      if votes.indices.contains(index) { votes[index] += 1 }
    }
  }
}
