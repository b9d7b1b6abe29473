/// Delivery of short rows that lie far away, in two goes: each row is read once, from end to end, and what it has for
/// each chunk of targets is put into a list of that chunk; the chunk, when its neurons are near, goes through its list.

/// Memory for the lists of one table, and plain addresses into it. A million neurons have sixteen chunks, and to come to
/// a row sixteen times, each time when all between has pushed it out of the near caches, took half of delivery's time.
///
/// Lists have room for a usual step. In a burst they take the spikes for which there is room, and the others are served
/// afterwards from their rows, in the same order. Unchecked, for each thread gathers for chunks of its own.
final class GatheringRoom: @unchecked Sendable {
  private let targets: LaneBuffer<UInt16>
  private let weights: LaneBuffer<UInt64>?
  private let heads: LaneBuffer<GatheredRows.Head>

  /// Synapses in a list: some times what a step of an irregular network has.
  static var usualRoom: Int { 8192 }

  private let room: Int

  /// - Parameters:
  ///   - room: synapses in a list.
  ///   - bytesPerWeight: 0 where all synapses have one weight.
  init(chunks: Int, room: Int, bytesPerWeight: Int) {
    self.room = room
    targets = LaneBuffer(unwritten: chunks * room, isSparse: true)
    let words = (chunks * room * bytesPerWeight + 7) / 8
    weights = bytesPerWeight == 0 ? nil : LaneBuffer(unwritten: words, isSparse: true)
    heads = LaneBuffer(count: chunks, repeating: GatheredRows.Head())
  }

  var rows: GatheredRows {
    let weights = unsafe weights.map { unsafe UnsafeMutableRawPointer($0.pointer) }
    return unsafe GatheredRows(room: room, targets: targets.pointer, weights: weights, heads: heads.pointer)
  }
}

/// Good as long as the room whose addresses these are.
@safe struct GatheredRows: BitwiseCopyable {
  /// Of a chunk: how many spikes its list covers, from the first on, and how many synapses that are.
  struct Head: BitwiseCopyable {
    var spikes: Int32 = 0
    var synapses: Int32 = 0
  }

  private let room: Int
  private let targets: UnsafeMutablePointer<UInt16>
  /// Of the table's precision; nil where all synapses have one weight.
  private let weights: UnsafeMutableRawPointer?
  private let heads: UnsafeMutablePointer<Head>

  fileprivate init(
    room: Int, targets: UnsafeMutablePointer<UInt16>, weights: UnsafeMutableRawPointer?,
    heads: UnsafeMutablePointer<Head>
  ) {
    self.room = room
    unsafe self.targets = targets
    unsafe self.weights = weights
    unsafe self.heads = heads
  }

  func head(_ chunk: Int) -> Head { unsafe heads[chunk] }
  func targets(_ chunk: Int) -> UnsafeMutablePointer<UInt16> { unsafe targets + chunk &* room }

  func weights<Scalar>(_ chunk: Int, _: Scalar.Type) -> UnsafeMutablePointer<Scalar>? {
    unsafe weights.map { unsafe $0.assumingMemoryBound(to: Scalar.self) + chunk &* room }
  }

  /// Fills the lists of some chunks. - Complexity: O(spikes · chunks + synapses).
  func gather<Scalar>(_ spikes: ServedSpikes, of table: DeliveryAddresses, onto chunks: Range<Int>, _: Scalar.Type) {
    for chunk in chunks { unsafe heads[chunk] = Head() }
    var fullest = 0
    var covered = 0
    while covered < spikes.count {
      table.fetchRow(after: covered, of: spikes, chunks)
      let row = table.row(of: spikes[covered])
      if row >= 0 {
        let bounds = unsafe table.bounds + row &* table.chunks
        let synapses = unsafe Int(bounds[chunks.upperBound]) &- Int(bounds[chunks.lowerBound])
        // Eight at a time are copied, so that up to seven more are written.
        if fullest &+ synapses &+ 8 > room { break }
        fullest = unsafe max(fullest, put(bounds, of: table, chunks, Scalar.self))
      }
      covered &+= 1
    }
    for chunk in chunks { unsafe heads[chunk].spikes = Int32(truncatingIfNeeded: covered) }
  }

  /// Puts a row at the ends of the lists, eight synapses at a time whether there are so many or not. Returns the length
  /// of the longest list.
  @inline(__always)
  private func put<Scalar>(
    _ bounds: UnsafeMutablePointer<UInt32>, of table: DeliveryAddresses, _ chunks: Range<Int>, _: Scalar.Type
  ) -> Int {
    var longest = 0
    var next = unsafe Int(bounds[chunks.lowerBound])
    for chunk in chunks {
      let end = unsafe Int(bounds[chunk &+ 1])
      var place = unsafe Int(heads[chunk].synapses)
      let length = end &- next
      repeat {
        unsafe Self.copyEight(table.targets + next, to: targets + (chunk &* room &+ place))
        if let own = unsafe table.weights?.assumingMemoryBound(to: Scalar.self), let copies = unsafe weights {
          let copies = unsafe copies.assumingMemoryBound(to: Scalar.self)
          unsafe Self.copyEight(own + next, to: copies + (chunk &* room &+ place))
        }
        let copied = min(8, end &- next)
        next &+= copied
        place &+= copied
      } while next < end
      unsafe heads[chunk].synapses &+= Int32(truncatingIfNeeded: length)
      longest = max(longest, place)
    }
    return longest
  }

  @inline(__always)
  private static func copyEight<Element>(
    _ elements: UnsafeMutablePointer<Element>, to place: UnsafeMutablePointer<Element>
  ) {
    unsafe UnsafeMutableRawPointer(place).copyMemory(from: elements, byteCount: 8 &* MemoryLayout<Element>.size)
  }
}
