/// Memory that one processor writes and others read, apart from everything else.

/// A value on lines of the cache of its own. What two processors write by turns wanders between them, at up to a fifth of
/// a microsecond each time; whatever shares its line would wander with it. Unchecked, for it is where it is from
/// beginning to end, and the value says itself who may use it when.
@safe final class SharedLine<Value: ~Copyable & Sendable>: @unchecked Sendable {
  private let address: UnsafeMutablePointer<Value>

  /// Processors fetch lines of 64 bytes in pairs.
  private static var alignment: Int { 128 }

  init(_ value: consuming Value) {
    let bytes = (MemoryLayout<Value>.size / Self.alignment + 1) * Self.alignment
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: Self.alignment)
    unsafe address = memory.bindMemory(to: Value.self, capacity: 1)
    unsafe address.initialize(to: value)
  }

  deinit {
    unsafe address.deinitialize(count: 1)
    unsafe address.deallocate()
  }

  @inline(__always)
  var value: Value {
    unsafeAddress { unsafe UnsafePointer(address) }
  }
}
