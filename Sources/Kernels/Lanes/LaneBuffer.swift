/// Memory for the kernels: fixed in size, aligned to a cache line, allocated when a network is built, never in a step.

/// An owner of `count` elements.
///
/// A class, so that populations and projections can be kept in arrays; never shared between owners. Two threads may
/// use it at once only on different elements, as the drivers do that split a population by blocks.
@safe final class LaneBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
  let count: Int
  private let base: UnsafeMutablePointer<Element>

  init(count: Int, repeating value: Element) {
    self.count = count
    unsafe base = Self.allocate(count)
    unsafe base.initialize(repeating: value, count: count)
  }

  /// Room whose contents are arbitrary until they are written. What is never written takes no memory of the machine's.
  init(unwritten count: Int) {
    self.count = count
    unsafe base = Self.allocate(count)
  }

  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Element> {
    let bytes = max(1, count) * MemoryLayout<Element>.stride
    let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    return unsafe raw.bindMemory(to: Element.self, capacity: max(1, count))
  }

  deinit { unsafe base.deallocate() }

  /// - Precondition: the index is inside; checked in debug builds, and by the callers' loop bounds otherwise.
  @inline(__always)
  subscript(_ index: Int) -> Element {
    get {
      assert(index >= 0 && index < count)
      return unsafe base[index]
    }
    set {
      assert(index >= 0 && index < count)
      unsafe base[index] = newValue
    }
  }

  /// The first element, for a loop that has checked its bounds. Not to be kept beyond the buffer's life.
  @inline(__always)
  var pointer: UnsafeMutablePointer<Element> { unsafe base }

  func copy(from other: LaneBuffer<Element>) {
    precondition(other.count == count, "buffers of one size")
    unsafe base.update(from: other.base, count: count)
  }

  func fill(_ value: Element) { unsafe base.update(repeating: value, count: count) }
}
