/// Going through the spikes that are kept, for pictures of whole populations.
import Basics

extension SpikeHistory {
  /// Spikes of every neuron in the last steps, as far as they are kept. - Complexity: O(neurons + spikes).
  func counts(ofNeurons neurons: Int, inLast steps: Int) -> [Int] {
    var counts = Array(repeating: 0, count: neurons)
    for position in range(ofSteps: endStep - steps..<endStep) { counts[Int(spikes[position])] += 1 }
    return counts
  }

  /// Every kept spike of these steps, by time, ascending by neuron within a step.
  /// - Complexity: O(steps + spikes).
  func forEachSpike(inSteps steps: Range<Int>, _ body: (_ neuron: UInt32, _ step: Int) -> Void) {
    for step in steps {
      for position in range(ofSteps: step..<step + 1) { body(spikes[position], step) }
    }
  }

  /// Writes the mean rate of every population over `steps` into a column of `curves`; leaves it where nothing is kept.
  func addRates(
    in steps: Range<Int>, sizes: [Int], dt: Milliseconds, column: Int, to curves: inout RateCurvesSnapshot
  ) {
    let kept = steps.clamped(to: firstStep..<endStep)
    guard !kept.isEmpty else { return }
    let seconds = Double(kept.count) * dt.value / 1000
    var counts = Array(repeating: 0, count: sizes.count)
    var population = 0
    var end = sizes.first ?? 0
    for position in range(ofSteps: kept) {
      let neuron = Int(spikes[position])
      // Ascending within a step: a smaller number begins the next step.
      if neuron < end - sizes[population] { (population, end) = (0, sizes[0]) }
      while neuron >= end {
        population += 1
        end += sizes[population]
      }
      counts[population] += 1
    }
    for (population, count) in counts.enumerated() where sizes[population] > 0 {
      curves.rates[population * curves.columns + column] = Float(Double(count) / seconds / Double(sizes[population]))
    }
  }
}
