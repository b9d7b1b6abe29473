/// Random words in a row, and whole numbers made of them.
import Basics

/// The words of one stream, one after another, drawn thirty-two at a time.
struct WordStream {
  private let random: CounterRNG
  private let high: UInt64
  private var counter: UInt64 = 0
  private let buffer = LaneBuffer<SIMD8<UInt64>>(unwritten: 4)
  private var position = 32

  init(_ random: CounterRNG, _ high: UInt64 = 0) {
    self.random = random
    self.high = high
  }

  /// 32 random bits.
  @inline(__always)
  mutating func next() -> UInt64 {
    if position == 32 { refill() }
    let words = unsafe UnsafeMutableRawPointer(buffer.pointer).assumingMemoryBound(to: UInt64.self)
    position &+= 1
    return unsafe words[position &- 1]
  }

  /// Uniform in 0..<limit, for limits up to 2³²: multiply and take the upper half, and draw again in the few cases
  /// that would make some numbers likelier than others (Lemire 2019, doi:10.1145/3230636).
  @inline(__always)
  mutating func integer(below limit: Int) -> Int {
    let limit = UInt64(limit)
    var product = next() &* limit
    if product & 0xFFFF_FFFF < limit {
      let surplus = (0x1_0000_0000 &- limit) % limit
      while product & 0xFFFF_FFFF < surplus { product = next() &* limit }
    }
    return Int(truncatingIfNeeded: product &>> 32)
  }

  /// Uniform in (0, 1), in steps of 2⁻³².
  @inline(__always)
  mutating func unit() -> Double { (Double(next()) + 0.5) * 0x1p-32 }

  private mutating func refill() {
    let block = random.block(high, counter)
    counter &+= 8
    buffer[0] = block.words.0
    buffer[1] = block.words.1
    buffer[2] = block.words.2
    buffer[3] = block.words.3
    position = 0
  }
}
