/// Spikes for a loop that must not count references: addresses into a list.

/// Good as long as the list is there; whoever keeps one keeps the list.
@safe struct SpikeView: BitwiseCopyable {
  private let words: UnsafeMutablePointer<UInt32>
  private let present: UnsafeMutablePointer<Int>
  private let stride: Int
  private let steps: Int

  /// - Parameters:
  ///   - words: of each of so many steps `stride`, first how many spikes there were, then who.
  ///   - present: which of them is the present one.
  init(
    words: UnsafeMutablePointer<UInt32>, present: UnsafeMutablePointer<Int>, stride: Int, steps: Int
  ) {
    unsafe self.words = words
    unsafe self.present = present
    self.stride = stride
    self.steps = steps
  }

  /// Those of `lag` steps before whatever step is the present one, which lie side by side.
  /// - Precondition: the list goes so far back.
  @inline(__always)
  func spikes(lag: Int) -> ServedSpikes {
    var place = unsafe present.pointee &- lag
    place &+= place < 0 ? steps : 0
    let head = unsafe words + place &* stride
    return unsafe ServedSpikes(neurons: head + 1, count: Int(head.pointee))
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

  /// Those at some positions. - Precondition: positions within `count`.
  subscript(_ positions: Range<Int>) -> ServedSpikes {
    unsafe ServedSpikes(neurons: neurons + positions.lowerBound, count: positions.count)
  }
}
