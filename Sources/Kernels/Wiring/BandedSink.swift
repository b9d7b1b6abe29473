/// Pairs handed on in bands of sources, for tables whose rows do not all lie near the processor.

/// Pairs that are drawn at random go from one end of a large table to the other, and each has to wait for memory: at a
/// million sources 200 ns. Here they are collected by the million and handed on band by band, so that what goes to one
/// band finds its rows where the pair before has left them. Pairs of one source keep their order.
struct BandedSink<Base: PairSink>: PairSink {
  private(set) var base: Base
  /// A band is so many bits of the source's position.
  private let shift: Int
  /// Source in the upper half, target in the lower.
  private let waiting: LaneBuffer<UInt64>
  private let sorted: LaneBuffer<UInt64>
  /// How many wait for each band.
  private let counts: LaneBuffer<Int>
  private var count = 0

  /// So few bands that the end of each, to which pairs are appended, stays near the processor.
  private static var bands: Int { 256 }
  /// Several pairs for every row of a million, and little memory beside theirs: 16 bytes of each that waits, and a
  /// sixteenth of all.
  private static var most: Int { 1 << 22 }
  private static var part: Double { 1 / 16 }

  /// - Parameter expected: how many pairs there will be, about.
  init(_ base: Base, rows: Int, expected: Double) {
    self.base = base
    var shift = 0
    while rows > Self.bands << shift { shift += 1 }
    self.shift = shift
    let capacity = Int(max(256, min(Double(Self.most), expected * Self.part)))
    waiting = LaneBuffer(unwritten: capacity)
    sorted = LaneBuffer(unwritten: capacity)
    counts = LaneBuffer(count: Self.bands, repeating: 0)
  }

  @inline(__always)
  mutating func add(_ pre: Int, _ post: Int) {
    waiting[count] = UInt64(truncatingIfNeeded: pre) &<< 32 | UInt64(truncatingIfNeeded: post)
    counts[pre &>> shift] &+= 1
    count &+= 1
    if count == waiting.count { handOn() }
  }

  mutating func goesOn(_ fraction: Double) -> Bool { base.goesOn(fraction) }

  /// To be called after the last pair.
  mutating func handOn() {
    var next = 0
    for band in 0..<counts.count {
      let own = counts[band]
      counts[band] = next
      next += own
    }
    for place in 0..<count {
      let band = Int(truncatingIfNeeded: waiting[place] &>> (32 + UInt64(shift)))
      sorted[counts[band]] = waiting[place]
      counts[band] &+= 1
    }
    for place in 0..<count {
      base.add(Int(truncatingIfNeeded: sorted[place] &>> 32), Int(truncatingIfNeeded: sorted[place] & 0xFFFF_FFFF))
    }
    counts.fill(0)
    count = 0
  }
}
