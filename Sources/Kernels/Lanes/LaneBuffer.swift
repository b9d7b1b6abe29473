/// Memory for the kernels: fixed in size, aligned to a cache line, allocated when a network is built, never in a step.

#if canImport(Glibc)
  import Glibc
#endif

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
  /// - Parameter isSparse: whether much of it will stay unwritten.
  init(unwritten count: Int, isSparse: Bool = false) {
    self.count = count
    unsafe base = Self.allocate(count, isSparse: isSparse)
  }

  /// Behind the last element, so that a vector that begins with it can be read, whatever is in it [bytes].
  private static var spare: Int { 64 }

  /// Where large amounts are gone through at random, half the time goes into finding out where a page of 4 kB is; so
  /// the system is asked for pages of 2 MB. Not for what stays mostly unwritten, which would then take much memory.
  private static func allocate(_ count: Int, isSparse: Bool = false) -> UnsafeMutablePointer<Element> {
    let bytes = max(1, count) * MemoryLayout<Element>.stride + spare
    let page = 1 << 21
    let isLarge = bytes >= 2 * page && !isSparse
    let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: isLarge ? page : 64)
    #if canImport(Glibc)
      // A wish; where it is not granted nothing is different.
      if isLarge { _ = unsafe madvise(raw, bytes & -page, MADV_HUGEPAGE) }
    #endif
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
