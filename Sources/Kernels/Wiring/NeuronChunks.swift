/// A population cut into pieces of equal size, small enough to stay near the processor while they are worked on.

/// Pieces of `size` neurons, a power of two and at most 65,536, so that a target within a piece takes two bytes.
package struct NeuronChunks: Sendable, Equatable {
  package let neurons: Int
  let shift: Int

  /// - Parameter size: neurons of a piece at most; rounded down to a power of two between 64 and 65,536.
  package init(neurons: Int, size: Int) {
    self.neurons = neurons
    var shift = 6
    while shift < 16 && 2 << shift <= size { shift += 1 }
    self.shift = shift
  }

  /// How a population is cut when it is simulated, whatever the number of threads. A neuron's state is 16 to 32 bytes,
  /// so that a chunk of 16,384 and what arrives at it stay in a processor's second-level cache. Beyond that chunks are as
  /// large as they can be, for a row that is cut into pieces of one or two synapses costs more than it saves.
  package init(population: Int) {
    let size =
      switch population {
      case ...32_768: 32_768
      case ...131_072: 16_384
      default: 65_536
      }
    self.init(neurons: population, size: size)
  }

  package var size: Int { 1 << shift }
  package var count: Int { max(1, (neurons + size - 1) >> shift) }

  package func neurons(of chunk: Int) -> Range<Int> {
    let first = chunk << shift
    return first..<min(neurons, first + size)
  }
}
