/// The recent past of one state variable of a neuron: its value after every step.

struct Track {
  /// The position of the variable in the model's descriptor.
  let variable: Int
  private let capacity: Int
  /// samples[i] is the value after step `firstStep` + i.
  private var samples: [Float] = []
  private(set) var firstStep = 0

  /// - Parameter capacity: steps that are kept at least.
  init(variable: Int, capacity: Int) {
    self.variable = variable
    self.capacity = capacity
  }

  var isEmpty: Bool { samples.isEmpty }
  /// The step after the last one kept.
  var endStep: Int { firstStep + samples.count }

  /// The value after a step; NaN where none was kept.
  subscript(step: Int) -> Float {
    samples.indices.contains(step - firstStep) ? samples[step - firstStep] : .nan
  }

  /// Takes the value after step `step`, which follows the last. - Complexity: O(1), amortised.
  mutating func append(_ value: Float, step: Int) {
    if samples.isEmpty { firstStep = step }
    samples.append(value)
    if samples.count >= 2 * capacity {
      samples.removeFirst(capacity)
      firstStep += capacity
    }
  }

  /// Takes the last value again, after an edit between two steps.
  mutating func correct(_ value: Float, step: Int) {
    if samples.isEmpty {
      append(value, step: step)
    } else {
      samples[samples.count - 1] = value
    }
  }

  /// Goes back to before a step, or, where nothing is kept up to there, begins anew with the next sample.
  mutating func begin(at step: Int) {
    if step > firstStep, step <= endStep { samples.removeLast(endStep - step) } else { removeAll() }
  }

  mutating func removeAll() { samples.removeAll(keepingCapacity: true) }

  /// The least and greatest value after these steps; NaN where none is kept.
  func extremes(of steps: Range<Int>) -> (Float, Float) {
    let kept = steps.clamped(to: firstStep..<endStep)
    guard !kept.isEmpty else { return (.nan, .nan) }
    var least = samples[kept.lowerBound - firstStep]
    var greatest = least
    for step in kept.dropFirst() {
      least = min(least, samples[step - firstStep])
      greatest = max(greatest, samples[step - firstStep])
    }
    return (least, greatest)
  }
}
