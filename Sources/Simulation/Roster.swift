/// References for loops that must not count them.

/// Keeps its elements; goes through them without touching their counts, which in a step of a microsecond would take a
/// sixth of the time. Unchecked, for it never changes; its elements can be sent themselves.
@safe final class Roster<Element: AnyObject & Sendable>: @unchecked Sendable {
  let elements: [Element]
  private let addresses: UnsafeMutableBufferPointer<Unmanaged<Element>>

  init(_ elements: [Element]) {
    self.elements = elements
    unsafe addresses = .allocate(capacity: elements.count)
    _ = unsafe addresses.initialize(fromContentsOf: elements.map { unsafe Unmanaged.passUnretained($0) })
  }

  deinit { unsafe addresses.deallocate() }

  var count: Int { unsafe addresses.count }

  @inline(__always)
  func forEach(_ body: (Element) -> Void) {
    for position in unsafe addresses.indices { unsafe addresses[position]._withUnsafeGuaranteedRef(body) }
  }

  /// - Precondition: there is such a position; checked in debug builds.
  @inline(__always)
  func with<Result>(_ position: Int, _ body: (Element) -> Result) -> Result {
    unsafe addresses[position]._withUnsafeGuaranteedRef(body)
  }
}
