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
}
