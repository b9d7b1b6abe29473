/// Who spiked in a step: neurons of one population, ascending.

/// Room for every neuron once, so that a step never allocates. Unchecked, for one thread at a time writes it, and others
/// read it only after that thread is done.
package final class SpikeList: @unchecked Sendable {
  private let neurons: LaneBuffer<UInt32>
  /// Exclusive access is kept as said above; to have it checked at every spike would cost more than the spike.
  @exclusivity(unchecked) private var length = 0

  /// - Parameter capacity: how many spikes there can be.
  package init(capacity: Int) { neurons = LaneBuffer(count: capacity, repeating: 0) }

  package private(set) var count: Int {
    @inline(__always) get { unsafe length }
    @inline(__always) set { unsafe length = newValue }
  }

  @inline(__always) package var isEmpty: Bool { count == 0 }

  @inline(__always)
  package subscript(_ position: Int) -> Int {
    precondition(position >= 0 && position < count, "spike \(position) of \(count)")
    return Int(neurons[position])
  }

  package func clear() { count = 0 }

  package func append(_ neuron: Int) {
    precondition(count < neurons.count, "no neuron spikes twice in a step")
    neurons[count] = UInt32(truncatingIfNeeded: neuron)
    count += 1
  }

  package func append(contentsOf other: SpikeList) {
    for position in 0..<other.count { append(other[position]) }
  }

  /// Puts a spike in its place, unless it is there. - Complexity: O(spikes).
  package func insert(_ neuron: Int) {
    var place = count
    while place > 0, self[place - 1] > neuron { place -= 1 }
    if place > 0, self[place - 1] == neuron { return }
    append(neuron)
    for position in stride(from: count - 1, to: place, by: -1) { neurons[position] = neurons[position - 1] }
    neurons[place] = UInt32(truncatingIfNeeded: neuron)
  }

  /// As numbers, for looking at.
  package var indices: [Int] { (0..<count).map { self[$0] } }
}
