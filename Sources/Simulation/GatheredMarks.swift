/// For which chunks the rows of a step have been gathered, told from thread to thread.
import Synchronization

/// Who gathers does so for chunks that others may take off it; these serve them from the rows unless they see the mark.
final class GatheredMarks: Sendable {
  /// For each chunk the step of which its list is.
  private let ticks: [SharedLine<Atomic<Int>>]

  init(chunks: Int) { ticks = (0..<chunks).map { _ in SharedLine(Atomic(-1)) } }

  /// Whoever sees the mark sees what has been gathered.
  func set(_ chunks: Range<Int>, tick: Int) {
    for chunk in chunks { ticks[chunk].value.store(tick, ordering: .releasing) }
  }

  /// - Precondition: since the last step time has not gone back, or `clear` has been called.
  func isSet(_ chunk: Int, tick: Int) -> Bool { ticks[chunk].value.load(ordering: .acquiring) == tick }

  func clear() { set(ticks.indices, tick: -1) }
}
