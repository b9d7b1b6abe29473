/// Who ends on whom: the targets of every source row, ordered.

/// Compressed rows. The synapses of row r onto chunk c are `bounds[r · chunks + c] ..< bounds[r · chunks + c + 1]`,
/// ascending by target; a target is kept as its place within the chunk.
///
/// Two bytes a synapse whatever the size of the population, and four bytes for every row and chunk; the places where a
/// row passes from chunk to chunk are what a thread, or a loop over chunks, has to know.
package struct SynapseRows: Sendable {
  /// How many synapses a table can have: their numbers take four bytes.
  package static let most = Int(UInt32.max)

  let rows: Int
  let chunks: NeuronChunks
  let bounds: LaneBuffer<UInt32>
  let targets: LaneBuffer<UInt16>
  package let count: Int

  /// Bytes of so many synapses.
  package static func memory(synapses: Double, rows: Int, chunks: NeuronChunks) -> Double {
    synapses * 2 + Double(rows) * Double(chunks.count) * 4
  }

  package var memory: Int { targets.count * 2 + bounds.count * 4 }

  /// Whether it is too large to be near the processor all the time.
  var isFar: Bool { memory > 1 << 19 }

  /// Whether what a row has in a chunk is on the average so short that `ShortRows` serves it sooner.
  var isShort: Bool { count < ShortRows<Float>.shortLength * rows * chunks.count }

  package func synapses(of row: Int) -> Range<Int> {
    Int(bounds[row * chunks.count])..<Int(bounds[(row + 1) * chunks.count])
  }

  /// Those of them that end on one target.
  func synapses(of row: Int, onto target: Int) -> Range<Int> {
    let segment = row * chunks.count + (target >> chunks.shift)
    let (start, end) = (Int(bounds[segment]), Int(bounds[segment + 1]))
    let place = UInt16(truncatingIfNeeded: target & (chunks.size - 1))
    var (low, high) = (start, end)
    while low < high {
      let middle = (low + high) / 2
      if targets[middle] < place { low = middle + 1 } else { high = middle }
    }
    var last = low
    while last < end, targets[last] == place { last += 1 }
    return low..<last
  }

  /// The synapses of a row, ascending by target.
  @inline(__always)
  package func forEach(of row: Int, _ body: (_ target: Int, _ synapse: Int) -> Void) {
    for chunk in 0..<chunks.count {
      let segment = row * chunks.count + chunk
      for synapse in Int(bounds[segment])..<Int(bounds[segment + 1]) {
        body(chunk << chunks.shift | Int(targets[synapse]), synapse)
      }
    }
  }

  /// How many synapses end on every neuron. Chunk by chunk, for their counts stay near the processor.
  /// - Complexity: O(synapses).
  package func incoming() -> [UInt32] {
    let counts = LaneBuffer(count: chunks.count << chunks.shift, repeating: UInt32(0))
    for chunk in 0..<chunks.count {
      for row in 0..<rows {
        let segment = row * chunks.count + chunk
        for synapse in Int(bounds[segment])..<Int(bounds[segment + 1]) {
          counts[chunk &<< chunks.shift | Int(targets[synapse])] &+= 1
        }
      }
    }
    return (0..<chunks.neurons).map { counts[$0] }
  }

  /// Whether both join the same rows and targets, in the same order. - Complexity: O(synapses).
  package func joinsTheSame(as other: SynapseRows) -> Bool {
    guard rows == other.rows, count == other.count, chunks == other.chunks else { return false }
    return (0..<bounds.count).allSatisfy { bounds[$0] == other.bounds[$0] }
      && (0..<count).allSatisfy { targets[$0] == other.targets[$0] }
  }

  /// Sorts the synapses of every row by target.
  func sort() {
    for segment in 0..<bounds.count - 1 {
      let synapses = Int(bounds[segment])..<Int(bounds[segment + 1])
      if synapses.count < 2 { continue }
      var part = unsafe UnsafeMutableBufferPointer(start: targets.pointer + synapses.lowerBound, count: synapses.count)
      if synapses.count > 32 { unsafe part.sort() } else { unsafe Self.insertionSort(part) }
    }
  }

  private static func insertionSort(_ part: UnsafeMutableBufferPointer<UInt16>) {
    for next in 1..<part.count {
      let target = unsafe part[next]
      var place = next
      while place > 0, unsafe part[place - 1] > target {
        unsafe part[place] = part[place - 1]
        place -= 1
      }
      unsafe part[place] = target
    }
  }
}
