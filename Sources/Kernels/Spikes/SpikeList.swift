/// Who spiked: neurons of one population, ascending, in the present step and in the last few.

/// Room for every neuron once in every step that it keeps, so that a step never allocates. Unchecked, for one thread at
/// a time writes it, and others read it only after that thread is done.
package final class SpikeList: @unchecked Sendable {
  private let neurons: LaneBuffer<UInt32>
  private let counts: LaneBuffer<Int>
  let capacity: Int
  private let steps: Int
  /// Which part of the buffers belongs to the present step; in memory of its own, for views that count no references.
  private let present = LaneBuffer(count: 1, repeating: 0)

  /// - Parameters:
  ///   - capacity: how many spikes there can be in a step.
  ///   - longestLag: how many steps back it goes. One list for all steps, for to hand lists about costs more than to
  ///     read them.
  package init(capacity: Int, longestLag: Int = 0) {
    self.capacity = capacity
    steps = longestLag + 1
    neurons = LaneBuffer(unwritten: capacity * steps, isSparse: true)
    counts = LaneBuffer(count: steps, repeating: 0)
  }

  /// The present step and those before it that are kept.
  package var stepsKept: Int { steps }

  // MARK: The present step

  /// Begins a step: what was the present one is now one step back.
  package func beginStep() {
    present[0] = present[0] + 1 == steps ? 0 : present[0] + 1
    counts[present[0]] = 0
  }

  package func append(_ neuron: Int) {
    let place = present[0]
    precondition(counts[place] < capacity, "no neuron spikes twice in a step")
    neurons[place * capacity + counts[place]] = UInt32(truncatingIfNeeded: neuron)
    counts[place] += 1
  }

  /// The neurons whose bits are set, counted from `first`.
  func append(_ bits: UInt32, after first: Int) {
    let place = present[0]
    var count = counts[place]
    precondition(count + bits.nonzeroBitCount <= capacity, "no neuron spikes twice in a step")
    let free = unsafe neurons.pointer + place &* capacity
    var bits = bits
    while bits != 0 {
      unsafe free[count] = UInt32(truncatingIfNeeded: first &+ bits.trailingZeroBitCount)
      count &+= 1
      bits &= bits &- 1
    }
    counts[place] = count
  }

  package func append(contentsOf other: SpikeList) {
    for position in 0..<other.count() { append(other.neuron(position)) }
  }

  /// Puts a spike in its place, unless it is there. - Complexity: O(spikes).
  package func insert(_ neuron: Int) {
    let spikes = indices
    if spikes.contains(neuron) { return }
    counts[present[0]] = 0
    for spike in (spikes + [neuron]).sorted() { append(spike) }
  }

  // MARK: Any step

  /// How many spiked `lag` steps ago.
  @inline(__always)
  package func count(lag: Int = 0) -> Int { counts[place(lag)] }

  /// The neuron that spiked `lag` steps ago as the `position`-th.
  @inline(__always)
  package func neuron(_ position: Int, lag: Int = 0) -> Int {
    precondition(position >= 0 && position < count(lag: lag), "no such spike")
    return Int(neurons[place(lag) * capacity + position])
  }

  /// The spikes of `lag` steps before whatever step is the present one.
  func view(lag: Int) -> SpikeView {
    precondition(lag >= 0 && lag < steps, "\(lag) steps back are not kept")
    return unsafe SpikeView(
      neurons: neurons.pointer, counts: counts.pointer, present: present.pointer, capacity: capacity, steps: steps,
      lag: lag)
  }

  /// The neurons of the present step.
  package var indices: [Int] { (0..<count()).map { neuron($0) } }

  /// Adds the neurons of the present step to others, each counted from `first`. - Complexity: one call a step.
  package func append(to all: inout [UInt32], after first: Int) {
    let place = present[0]
    for position in 0..<counts[place] {
      all.append(UInt32(truncatingIfNeeded: first) &+ neurons[place * capacity + position])
    }
  }

  /// Nobody has spiked.
  package func clear() { counts.fill(0) }

  @inline(__always)
  private func place(_ lag: Int) -> Int {
    precondition(lag >= 0 && lag < steps, "\(lag) steps back are not kept")
    let place = present[0] - lag
    return place < 0 ? place + steps : place
  }
}
