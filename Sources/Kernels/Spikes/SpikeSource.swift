/// Populations that spike without a membrane.
import Basics

package protocol SpikeSource: AnyObject, Sendable {
  /// Appends the neurons that spike in step `tick`, ascending. A function of the step: nothing has to be saved.
  func emit(tick: Int, into spikes: SpikeList)
  func apply(_ parameters: ParameterTable)
}

/// `SpikeSourcePoisson`: in every step each neuron spikes with probability 1 − e^(−rate·dt).
///
/// Neighbours with one rate are not asked one by one: the way from one that spikes to the next is a geometric number.
/// - Complexity: O(spikes + groups of equal neighbours) a step; O(neurons) where spikes are frequent or all differ.
final class PoissonSource: SpikeSource, @unchecked Sendable {
  private let random: CounterRNG
  private let dt: Double
  private var groups: [Group] = []

  /// Neighbours that are equal.
  private struct Group: Equatable {
    var neurons: Range<Int>
    var probability: Double
    var active: Range<Int>

    /// Below that, to ask everybody is quicker than to take a logarithm.
    var isSkipped: Bool { neurons.count >= 16 && probability < 0.1 }
  }

  init(parameters: ParameterTable, dt: Double, random: CounterRNG) {
    self.random = random
    self.dt = dt
    apply(parameters)
  }

  func apply(_ parameters: ParameterTable) {
    groups = []
    for index in 0..<parameters.count {
      let p = NeuronParameters(table: parameters, neuron: index)
      let start = Int((p["start"] / dt).rounded())
      let length = Int((p["duration"] / dt).rounded())
      let group = Group(
        neurons: index..<index + 1, probability: -Elementary.expMinusOne(-p["rate"] * dt / 1000),
        active: start..<start + length)
      if let last = groups.last, last.probability == group.probability, last.active == group.active {
        groups[groups.count - 1].neurons = last.neurons.lowerBound..<index + 1
      } else {
        groups.append(group)
      }
    }
  }

  func emit(tick: Int, into spikes: SpikeList) {
    for group in groups where group.probability > 0 && group.active.contains(tick) {
      if group.isSkipped { skip(through: group, tick, spikes) } else { ask(group, tick, spikes) }
    }
  }

  private func ask(_ group: Group, _ tick: Int, _ spikes: SpikeList) {
    let limit = UInt64(group.probability * 0x1p32)
    var words = SIMD4<UInt32>()
    for index in group.neurons {
      if index % 4 == 0 || index == group.neurons.lowerBound { words = random.words(UInt64(tick), UInt64(index & ~3)) }
      if UInt64(words[index % 4]) < limit { spikes.append(index) }
    }
  }

  /// Numbers of their own: the upper half of the counter has a bit that no step has.
  private func skip(through group: Group, _ tick: Int, _ spikes: SpikeList) {
    let perFailure = 1 / Elementary.logOnePlus(-group.probability)
    let high = UInt64(tick) | 1 << 63
    var low = UInt64(group.neurons.lowerBound) << 24
    var next = group.neurons.lowerBound
    while true {
      let words = random.words(high, low)
      for word in 0..<4 {
        let skipped = Elementary.log((Double(words[word]) + 0.5) * 0x1p-32) * perFailure
        if skipped >= Double(group.neurons.upperBound - next) { return }
        next += Int(skipped)
        spikes.append(next)
        next += 1
      }
      low += 1
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
