/// Who fired in a step: a bit for each lane of each block, written by all blocks and read where there are any.

/// Room for every block once; a thread writes and reads the part that belongs to its own blocks.
struct FiringBits {
  private let words: LaneBuffer<UInt16>

  /// How many blocks are charged before it is looked who fired in them.
  static var stretch: Int { 64 }

  init(blocks: Int) { words = LaneBuffer(count: blocks, repeating: 0) }

  /// - Precondition: no lane beyond the sixteenth.
  @inline(__always)
  subscript(block: Int) -> UInt32 {
    get { unsafe UInt32(words.pointer[block]) }
    nonmutating set { unsafe words.pointer[block] = UInt16(truncatingIfNeeded: newValue) }
  }

  /// Calls `body` with each block of a range in which somebody fired, and the lanes, ascending.
  /// - Complexity: one comparison for four blocks, for few of them have a spike.
  @inline(__always)
  func forEach(in blocks: Range<Int>, _ body: (Int, UInt32) -> Void) {
    var block = blocks.lowerBound
    while block &+ 4 <= blocks.upperBound {
      var four = four(from: block)
      while four != 0 {
        let place = four.trailingZeroBitCount & ~15
        body(block &+ place / 16, UInt32(truncatingIfNeeded: (four &>> UInt64(place)) & 0xFFFF))
        four &= ~(0xFFFF &<< UInt64(place))
      }
      block &+= 4
    }
    for block in block..<blocks.upperBound where self[block] != 0 { body(block, self[block]) }
  }

  /// What four blocks have, in order from the lowest bit.
  @inline(__always)
  private func four(from block: Int) -> UInt64 {
    let bits = unsafe UnsafeRawPointer(words.pointer + block).loadUnaligned(as: UInt64.self)
    return UInt64(littleEndian: bits)
  }
}
