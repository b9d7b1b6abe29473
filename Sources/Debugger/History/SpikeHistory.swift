/// The spikes of the last stretch of time, step by step.

/// Keeps at least `capacitySteps` steps, and in a network that fires much at least `capacitySpikes` spikes; what is
/// older is dropped half a store at a time, so that a step costs a copy of its spikes and nothing else.
struct SpikeHistory {
  let capacitySteps: Int
  let capacitySpikes: Int
  /// The first step that is kept.
  private(set) var firstStep: Int
  /// Neurons that spiked, oldest step first, ascending within a step.
  private(set) var spikes: [UInt32] = []
  /// By kept step: how many spikes there had been after it, since tick 0.
  private var totals: [Int] = []
  /// Spikes since tick 0 that are no longer kept.
  private var dropped = 0

  /// 13 s at 0.1 ms.
  static let usualSteps = 1 << 17

  /// At most 2 MB of steps and 8 MB of spikes.
  /// - Parameter firstStep: the step that comes first, where a run goes on from another.
  init(capacitySteps: Int = usualSteps, capacitySpikes: Int = 1 << 20, firstStep: Int = 0) {
    self.firstStep = firstStep
    self.capacitySteps = capacitySteps
    self.capacitySpikes = capacitySpikes
    totals.reserveCapacity(1024)
  }

  /// The step after the last one kept.
  var endStep: Int { firstStep + totals.count }

  /// Adds a step. - Complexity: O(new spikes), amortised.
  mutating func append(_ new: [UInt32]) {
    spikes.append(contentsOf: new)
    finishStep()
  }

  /// Adds a spike to the step that `finishStep` is going to add, behind those before it.
  mutating func add(_ spike: UInt32) { spikes.append(spike) }

  /// Adds a step with the spikes that were added.
  mutating func finishStep() {
    totals.append(dropped + spikes.count)
    if totals.count >= 2 * capacitySteps { drop(steps: capacitySteps) }
    if spikes.count >= 2 * capacitySpikes { dropSpikes() }
  }

  mutating func removeAll() {
    firstStep = 0
    dropped = 0
    spikes.removeAll(keepingCapacity: true)
    totals.removeAll(keepingCapacity: true)
  }

  /// Goes back to before a step, or, where nothing is kept up to there, begins anew with it.
  mutating func begin(at step: Int) {
    guard step > firstStep, step <= endStep else {
      removeAll()
      return firstStep = step
    }
    spikes.removeLast(spikes.count - position(ofStep: step))
    totals.removeLast(endStep - step)
  }

  /// The same spikes under other numbers; those of neurons that have none are left out.
  /// - Complexity: O(spikes), times their logarithm where the order of the neurons is another; nothing where no number
  ///   changes, as when only synapses do.
  func renumbered(_ numbers: [UInt32?]) -> SpikeHistory {
    if numbers.enumerated().allSatisfy({ $1 == UInt32($0) }) { return self }
    let kept = numbers.compactMap { $0 }
    let isInOrder = zip(kept, kept.dropFirst()).allSatisfy { $0 < $1 }
    var copy = SpikeHistory(capacitySteps: capacitySteps, capacitySpikes: capacitySpikes)
    copy.firstStep = firstStep
    var step: [UInt32] = []
    for number in firstStep..<endStep {
      step.removeAll(keepingCapacity: true)
      for position in range(ofSteps: number..<number + 1) {
        if let new = numbers[Int(spikes[position])] { step.append(new) }
      }
      if !isInOrder { step.sort() }
      copy.append(step)
    }
    return copy
  }

  /// Where in `spikes` those of these steps are; steps that are not kept have none.
  func range(ofSteps steps: Range<Int>) -> Range<Int> {
    let first = position(ofStep: steps.lowerBound)
    return first..<max(first, position(ofStep: steps.upperBound))
  }

  /// The steps in which a neuron spiked, ascending.
  /// - Complexity: O(spikes), a fraction of a nanosecond each; O(log steps) for each of the neuron's own.
  func steps(ofNeuron neuron: UInt32) -> [Int] {
    var found: [Int] = []
    for (position, spike) in spikes.enumerated() where spike == neuron { found.append(step(ofSpike: position)) }
    return found
  }

  /// The step that added the spike at this position: the first whose total is above it.
  private func step(ofSpike position: Int) -> Int {
    var low = 0
    var high = totals.count
    while low < high {
      let middle = (low + high) / 2
      if totals[middle] - dropped <= position { low = middle + 1 } else { high = middle }
    }
    return firstStep + low
  }

  /// How many spikes there were before this step.
  private func position(ofStep step: Int) -> Int {
    let kept = min(step - firstStep, totals.count)
    return kept <= 0 ? 0 : totals[kept - 1] - dropped
  }

  /// The newest spikes that fit, but always the last step.
  private mutating func dropSpikes() {
    let surplus = spikes.count - capacitySpikes
    var steps = 0
    while steps < totals.count - 1, totals[steps] - dropped < surplus { steps += 1 }
    drop(steps: min(steps + 1, totals.count - 1))
  }

  private mutating func drop(steps: Int) {
    guard steps > 0 else { return }
    let count = totals[steps - 1] - dropped
    spikes.removeFirst(count)
    totals.removeFirst(steps)
    dropped += count
    firstStep += steps
  }
}
