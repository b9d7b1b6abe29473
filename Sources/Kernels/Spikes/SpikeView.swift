/// Spikes for a loop that must not count references: addresses into a list.

/// Good as long as the list is there; whoever keeps one keeps the list.
@safe struct SpikeView: BitwiseCopyable {
  private let neurons: UnsafeMutablePointer<UInt32>
  private let counts: UnsafeMutablePointer<Int>
  private let present: UnsafeMutablePointer<Int>
  private let capacity: Int
  private let steps: Int
  private let lag: Int

  init(
    neurons: UnsafeMutablePointer<UInt32>, counts: UnsafeMutablePointer<Int>, present: UnsafeMutablePointer<Int>,
    capacity: Int, steps: Int, lag: Int
  ) {
    unsafe self.neurons = neurons
    unsafe self.counts = counts
    unsafe self.present = present
    self.capacity = capacity
    self.steps = steps
    self.lag = lag
  }

  /// Those of one step, which lie side by side.
  @inline(__always)
  var spikes: ServedSpikes { spikes(lag: lag) }

  /// Those of another step. - Precondition: the list goes so far back.
  @inline(__always)
  func spikes(lag: Int) -> ServedSpikes {
    var place = unsafe present.pointee &- lag
    place &+= place < 0 ? steps : 0
    return unsafe ServedSpikes(neurons: neurons + place &* capacity, count: counts[place])
  }
}

/// The spikes of one step. Good only as long as their list stays as it is.
@safe struct ServedSpikes: BitwiseCopyable {
  private let neurons: UnsafeMutablePointer<UInt32>
  let count: Int

  init(neurons: UnsafeMutablePointer<UInt32>, count: Int) {
    unsafe self.neurons = neurons
    self.count = count
  }

  /// - Precondition: a position below `count`.
  @inline(__always)
  subscript(_ position: Int) -> Int { unsafe Int(neurons[position]) }
}
