/// Spike counts of neurons in equal parts of the last stretch of time, for who gives spikes one by one.

struct SlidingCounts {
  private(set) var clock: BinClock
  private var sums: BinSums
  /// A ring of the bins that count, each with who fired in it, spike by spike.
  private var ring: [[UInt32]]
  /// The same of the bin that is being filled.
  private var filling: [UInt32] = []

  init(_ clock: BinClock, neurons: Int, tellsFano: Bool = false) {
    self.clock = clock
    sums = BinSums(neurons: neurons, bins: clock.bins, tellsFano: tellsFano)
    ring = Array(repeating: [], count: clock.bins)
  }

  /// Nothing is known of the time before this step. To be called before the first spike.
  mutating func begin(at step: Int) { clock.begin(at: step) }

  /// - Complexity: O(1), and that of `move`.
  mutating func add(_ neuron: Int, step: Int) {
    if step >= clock.nextBin { move(to: step) }
    if clock.isWhole { filling.append(UInt32(truncatingIfNeeded: neuron)) }
  }

  /// Time goes on to the end of the step before `end`. - Complexity: O(bins that end + spikes in them).
  mutating func move(to end: Int) {
    while clock.nextBin <= end {
      let place = clock.place
      sums.remove(ring[place][...])
      ring[place].removeAll(keepingCapacity: true)
      swap(&ring[place], &filling)
      sums.add(ring[place][...])
      _ = clock.endBin()
    }
  }

  var meanFano: Double? { sums.meanFano(of: clock.number) }
  var synchrony: Double? { sums.synchrony(of: clock.number) }
}
