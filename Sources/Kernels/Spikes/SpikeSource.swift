/// Populations that spike without a membrane.
import Basics

package protocol SpikeSource: AnyObject, Sendable {
  /// Appends the neurons that spike in step `tick`, ascending. A function of the step: nothing has to be saved.
  func emit(tick: Int, into spikes: SpikeList)
  func apply(_ parameters: ParameterTable)
}

/// `SpikeSourcePoisson`: in every step each neuron spikes with probability 1 − e^(−rate·dt).
final class PoissonSource: SpikeSource, @unchecked Sendable {
  private let random: CounterRNG
  private let dt: Double
  private var neurons: [Neuron] = []

  private struct Neuron {
    /// Of 2³²: a word below it is a spike.
    var limit: UInt64
    var active: Range<Int>
  }

  init(parameters: ParameterTable, dt: Double, random: CounterRNG) {
    self.random = random
    self.dt = dt
    apply(parameters)
  }

  func apply(_ parameters: ParameterTable) {
    neurons = (0..<parameters.count).map { index in
      let p = NeuronParameters(table: parameters, neuron: index)
      let probability = -Elementary.expMinusOne(-p["rate"] * dt / 1000)
      let start = Int((p["start"] / dt).rounded())
      let length = Int((p["duration"] / dt).rounded())
      return Neuron(limit: UInt64(probability * 0x1p32), active: start..<start + length)
    }
  }

  func emit(tick: Int, into spikes: SpikeList) {
    for first in stride(from: 0, to: neurons.count, by: 4) {
      let words = random.words(UInt64(tick), UInt64(first))
      for index in first..<min(first + 4, neurons.count)
      where UInt64(words[index - first]) < neurons[index].limit && neurons[index].active.contains(tick) {
        spikes.append(index)
      }
    }
  }
}

/// `SpikeSourceArray`: spikes at given steps.
package final class ArraySource: SpikeSource {
  /// Neurons by the step in which they spike, each list ascending.
  private let neurons: [Int: [Int]]

  /// - Parameter ticks: for every neuron the steps at whose end it spikes: 1 is the end of the first step.
  package init(ticks: [[Int]]) {
    var neurons: [Int: [Int]] = [:]
    for (neuron, times) in ticks.enumerated() {
      for time in Set(times) { neurons[time - 1, default: []].append(neuron) }
    }
    self.neurons = neurons
  }

  package func emit(tick: Int, into spikes: SpikeList) {
    for neuron in neurons[tick] ?? [] { spikes.append(neuron) }
  }
  package func apply(_ parameters: ParameterTable) {}
}
