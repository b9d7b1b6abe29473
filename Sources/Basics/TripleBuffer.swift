/// A hand-over of the newest value from one thread to another in which nobody ever waits.
import Synchronization

/// Three slots: the writer fills one, the reader looks at one, the newest finished one lies between them.
///
/// Exactly one thread (or serial queue) writes and exactly one reads; a value that is not fetched is overwritten. Slots
/// are reused, so that what they hold keeps its memory: a steady stream allocates nothing.
///
/// Safety: `state` says who owns which slot. Each side swaps the slot it owns for the one in the middle in one atomic
/// exchange, so a slot has one owner at any time, and the exchange orders the memory.
package final class TripleBuffer<Value: Sendable>: @unchecked Sendable {
  private final class Slot {
    var value: Value
    init(_ value: Value) { self.value = value }
  }

  private static var fresh: UInt8 { 4 }
  private static var index: UInt8 { 3 }

  private let slots: [Slot]
  /// The slot in the middle, and whether the reader has not seen it yet.
  private let state: Atomic<UInt8>
  /// The writer's slot; touched by the writer alone.
  private var back = 0
  /// The reader's slot; touched by the reader alone.
  private var front = 2

  /// All three slots start with `value`; it is not fresh.
  package init(_ value: Value) {
    slots = [Slot(value), Slot(value), Slot(value)]
    state = Atomic(1)
  }

  /// Whether something was written since the last `withLatest`. May be asked from any thread.
  package var isFresh: Bool { state.load(ordering: .acquiring) & Self.fresh != 0 }

  /// Writer: changes a slot, which holds some older value, and makes it the newest. - Complexity: that of `fill`.
  package func write(_ fill: (inout Value) -> Void) {
    fill(&slots[back].value)
    let old = state.exchange(UInt8(back) | Self.fresh, ordering: .acquiringAndReleasing)
    back = Int(old & Self.index)
  }

  /// Reader: looks at the newest value, in place. Keep no copy of large parts beyond the call, or the writer has to copy.
  package func withLatest<Result, Failure: Error>(
    _ body: (borrowing Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if isFresh {
      let old = state.exchange(UInt8(front), ordering: .acquiringAndReleasing)
      front = Int(old & Self.index)
    }
    return try body(slots[front].value)
  }
}
