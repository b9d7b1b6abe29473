/// Who spiked: neurons of one population, ascending, in the present step and in the last few.

/// Room for every neuron once in every step that it keeps, so that a step never allocates. Unchecked, for one thread at
/// a time writes it, and others read it only after that thread is done.
package final class SpikeList: @unchecked Sendable {
  private let neurons: LaneBuffer<UInt32>
  private let counts: LaneBuffer<Int>
  private let capacity: Int
  private let steps: Int
  /// Which part of the buffers belongs to the present step. Exclusive access is kept as said above; to have it checked
  /// at every spike would cost more than the spike.
  @exclusivity(unchecked) private var present = 0

  /// - Parameters:
  ///   - capacity: how many spikes there can be in a step.
  ///   - longestLag: how many steps back it goes. One list for all steps, for to hand lists about costs more than to
  ///     read them.
  package init(capacity: Int, longestLag: Int = 0) {
    self.capacity = capacity
    steps = longestLag + 1
    neurons = LaneBuffer(count: capacity * steps, repeating: 0)
    counts = LaneBuffer(count: steps, repeating: 0)
  }

  // MARK: The present step

  /// Begins a step: what was the present one is now one step back.
  package func beginStep() {
    unsafe present = present + 1 == steps ? 0 : present + 1
    counts[unsafe present] = 0
  }

  package func append(_ neuron: Int) {
    let place = unsafe present
    precondition(counts[place] < capacity, "no neuron spikes twice in a step")
    neurons[place * capacity + counts[place]] = UInt32(truncatingIfNeeded: neuron)
    counts[place] += 1
  }

  package func append(contentsOf other: SpikeList) {
    for position in 0..<other.count() { append(other.neuron(position)) }
  }

  /// Puts a spike in its place, unless it is there. - Complexity: O(spikes).
  package func insert(_ neuron: Int) {
    let spikes = indices
    if spikes.contains(neuron) { return }
    counts[unsafe present] = 0
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

  /// The neurons of the present step.
  package var indices: [Int] { (0..<count()).map { neuron($0) } }

  /// Nobody has spiked.
  package func clear() { counts.fill(0) }

  @inline(__always)
  private func place(_ lag: Int) -> Int {
    precondition(lag >= 0 && lag < steps, "\(lag) steps back are not kept")
    let place = unsafe present - lag
    return place < 0 ? place + steps : place
  }
}
