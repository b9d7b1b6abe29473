/// Who spiked: neurons of one population, ascending, in the present step and in the last few.
import CLanes

/// Room for every neuron once in every step that it keeps, so that a step never allocates. Unchecked, for one thread at
/// a time writes it, and others read it only after that thread is done.
package final class SpikeList: @unchecked Sendable {
  /// Of each step how many there are, and then who: few spikes lie in one line of the cache with their number, and
  /// reach another processor together.
  private let words: LaneBuffer<UInt32>
  let capacity: Int
  private let steps: Int
  /// Words of a step: whole lines of the cache.
  private let stride: Int
  /// Which part of the words belongs to the present step; on a line of its own, for views that count no references.
  private let present = LaneBuffer(count: 16, repeating: 0)

  /// - Parameters:
  ///   - capacity: how many spikes there can be in a step.
  ///   - longestLag: how many steps back it goes. One list for all steps, for to hand lists about costs more than to
  ///     read them.
  package init(capacity: Int, longestLag: Int = 0) {
    self.capacity = capacity
    steps = longestLag + 1
    stride = (capacity / 32 + 1) * 32
    words = LaneBuffer(unwritten: stride * steps, isSparse: true)
    clear()
  }

  /// The present step and those before it that are kept.
  package var stepsKept: Int { steps }

  // MARK: The present step

  /// Begins a step: what was the present one is now one step back.
  package func beginStep() {
    if steps > 1 { present[0] = present[0] + 1 == steps ? 0 : present[0] + 1 }
    words[present[0] * stride] = 0
  }

  package func append(_ neuron: Int) {
    let head = present[0] * stride
    let count = Int(words[head])
    precondition(count < capacity, "no neuron spikes twice in a step")
    words[head + 1 + count] = UInt32(truncatingIfNeeded: neuron)
    words[head] = UInt32(truncatingIfNeeded: count + 1)
  }

  /// The neurons whose bits are set, counted from `first`.
  func append(_ bits: UInt32, after first: Int) {
    let head = present[0] * stride
    var count = Int(words[head])
    precondition(count + bits.nonzeroBitCount <= capacity, "no neuron spikes twice in a step")
    let free = unsafe words.pointer + (head + 1)
    var bits = bits
    while bits != 0 {
      unsafe free[count] = UInt32(truncatingIfNeeded: first &+ bits.trailingZeroBitCount)
      count &+= 1
      bits &= bits &- 1
    }
    words[head] = UInt32(truncatingIfNeeded: count)
  }

  /// What another list had `lag` steps ago.
  package func append(contentsOf other: SpikeList, lag: Int) {
    for position in 0..<other.count(lag: lag) { append(other.neuron(position, lag: lag)) }
  }

  /// Puts a spike in its place, unless it is there. - Complexity: O(spikes).
  package func insert(_ neuron: Int) {
    let spikes = indices
    if spikes.contains(neuron) { return }
    words[present[0] * stride] = 0
    for spike in (spikes + [neuron]).sorted() { append(spike) }
  }

  /// Takes back a spike, if there is one. - Complexity: O(spikes).
  package func remove(_ neuron: Int) {
    let head = present[0] * stride
    let count = Int(words[head])
    guard let place = (0..<count).first(where: { Int(words[head + 1 + $0]) == neuron }) else { return }
    for position in place..<count - 1 { words[head + 1 + position] = words[head + 2 + position] }
    words[head] = UInt32(truncatingIfNeeded: count - 1)
  }

  // MARK: Any step

  /// How many spiked `lag` steps ago.
  @inline(__always)
  package func count(lag: Int = 0) -> Int { Int(words[place(lag) * stride]) }

  /// The neuron that spiked `lag` steps ago as the `position`-th.
  @inline(__always)
  package func neuron(_ position: Int, lag: Int = 0) -> Int {
    precondition(position >= 0 && position < count(lag: lag), "no such spike")
    return Int(words[place(lag) * stride + 1 + position])
  }

  /// The spikes of this list, for as long as it is there.
  var view: SpikeView {
    unsafe SpikeView(words: words.pointer, present: present.pointer, stride: stride, steps: steps)
  }

  /// Asks for the memory of the present step and the one before, the first spikes of each, and waits for nothing.
  package func fetch() {
    unsafe cLanesFetch(present.pointer)
    for step in 0..<min(steps, 2) {
      let head = unsafe words.pointer + place(step) * stride
      for line in 0..<min(3, stride / 16) { unsafe cLanesFetch(head + 16 * line) }
    }
  }

  /// The neurons of the present step.
  package var indices: [Int] { (0..<count()).map { neuron($0) } }

  /// Adds the neurons of the present step to others, each counted from `first`. - Complexity: one call a step.
  package func append(to all: inout [UInt32], after first: Int) {
    let head = present[0] * stride
    let spikes = unsafe UnsafeBufferPointer(start: words.pointer + (head + 1), count: Int(words[head]))
    if spikes.isEmpty { return }
    unsafe all.append(contentsOf: spikes)
    if first == 0 { return }
    let offset = UInt32(truncatingIfNeeded: first)
    for position in all.count - spikes.count..<all.count { all[position] &+= offset }
  }

  /// Nobody has spiked.
  package func clear() {
    for step in 0..<steps { words[step * stride] = 0 }
  }

  @inline(__always)
  private func place(_ lag: Int) -> Int {
    precondition(lag >= 0 && lag < steps, "\(lag) steps back are not kept")
    let place = present[0] - lag
    return place < 0 ? place + steps : place
  }
}
