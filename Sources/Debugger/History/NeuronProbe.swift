/// The recent past of the selected neuron: its spikes, and one variable after every step.
import Basics
import Simulation

struct NeuronProbe {
  let address: NeuronAddress
  /// The position of the variable in the model's descriptor; nil where the model has none, or nobody looks.
  let variable: Int?
  /// Its number over the whole network.
  let number: Int
  private let capacity: Int
  /// samples[i] is the value after step `firstStep` + i.
  private var samples: [Float] = []
  private var firstStep = 0
  /// The steps in which it spiked, ascending.
  private var spikeSteps: [Int] = []

  /// - Parameter capacity: steps that are kept at least.
  init(_ address: NeuronAddress, number: Int, variable: Int?, capacity: Int) {
    self.address = address
    self.number = number
    self.variable = variable
    self.capacity = capacity
  }

  /// Finds the spikes of a neuron that has just been selected. - Complexity: O(spikes in the history).
  mutating func recall(_ history: SpikeHistory) { spikeSteps = history.steps(ofNeuron: UInt32(number)) }

  mutating func removeAll() {
    samples.removeAll(keepingCapacity: true)
    spikeSteps.removeAll(keepingCapacity: true)
  }

  /// Takes a sample after step `step`. - Complexity: O(1), amortised.
  mutating func record(_ simulation: borrowing Simulation, step: Int, spiked: Bool) {
    if spiked { spikeSteps.append(step) }
    if spikeSteps.count >= 2 * capacity { spikeSteps.removeFirst(capacity) }
    guard let value = value(simulation) else { return }
    if samples.isEmpty { firstStep = step }
    samples.append(value)
    if samples.count >= 2 * capacity {
      samples.removeFirst(capacity)
      firstStep += capacity
    }
  }

  /// Takes the last sample again, after an edit between two steps.
  mutating func refresh(_ simulation: borrowing Simulation) {
    let step = simulation.tick.value - 1
    guard step >= 0, let value = value(simulation) else { return }
    if samples.isEmpty {
      firstStep = step
      samples.append(value)
    } else {
      samples[samples.count - 1] = value
    }
  }

  /// Spikes in the last `window` steps before `tick`.
  func spikeCount(window: Int, tick: Int) -> Int {
    spikeSteps.count - firstSpike(from: tick - window)
  }

  /// Writes least and greatest value and the spikes of every column, oldest first.
  func write(into trace: inout TraceSnapshot, window: WindowColumns, tick: Int) {
    trace.minima.removeAll(keepingCapacity: true)
    trace.maxima.removeAll(keepingCapacity: true)
    trace.spiked.removeAll(keepingCapacity: true)
    let last = window.last(tick: tick)
    var spike = firstSpike(from: window.firstStep(ofColumn: last - window.columns + 1))
    for column in last - window.columns + 1...last {
      let steps = window.steps(ofColumn: column)
      let (least, greatest) = extremes(of: steps)
      trace.minima.append(least)
      trace.maxima.append(greatest)
      var spiked = false
      // Where a step fills several columns its spike is drawn in the first.
      while spike < spikeSteps.count, window.column(ofStep: spikeSteps[spike]) <= column {
        spiked = true
        spike += 1
      }
      trace.spiked.append(spiked)
    }
  }

  private func value(_ simulation: borrowing Simulation) -> Float? {
    guard let variable else { return nil }
    return Float(simulation.state(population: address.population, variable: variable, index: address.index))
  }

  private func extremes(of steps: Range<Int>) -> (Float, Float) {
    let kept = steps.clamped(to: firstStep..<firstStep + samples.count)
    guard !kept.isEmpty else { return (.nan, .nan) }
    var least = samples[kept.lowerBound - firstStep]
    var greatest = least
    for step in kept.dropFirst() {
      least = min(least, samples[step - firstStep])
      greatest = max(greatest, samples[step - firstStep])
    }
    return (least, greatest)
  }

  /// The position of the first spike in or after a step. - Complexity: O(log spikes).
  private func firstSpike(from step: Int) -> Int {
    var low = 0
    var high = spikeSteps.count
    while low < high {
      let middle = (low + high) / 2
      if spikeSteps[middle] < step { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
