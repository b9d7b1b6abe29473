/// What changed between two frames, as runs of cells.

package struct FrameDiff: Sendable, Equatable {
  package struct Run: Sendable, Equatable {
    package let x: Int
    package let y: Int
    package let cells: ArraySlice<Cell>
  }

  package private(set) var runs: [Run] = []
  package let cursor: Point?
  package let cursorMoved: Bool

  /// How many cells are written. - Complexity: O(runs).
  package var cells: Int { runs.reduce(0) { $0 + $1.cells.count } }

  package var isEmpty: Bool { runs.isEmpty && !cursorMoved }

  /// The runs of `next` that differ from `previous`; all of it where the sizes differ or `previous` is nil.
  /// Runs that lie closer than four cells apart on a row are joined: moving the cursor costs as much as four cells.
  /// - Complexity: O(cells).
  package init(from previous: Canvas?, to next: Canvas) {
    cursor = next.cursor
    let comparable = previous?.size == next.size ? previous : nil
    cursorMoved = previous == nil || previous?.cursor != next.cursor
    for y in 0..<next.size.rows { addRuns(row: y, previous: comparable, next: next) }
  }

  private mutating func addRuns(row y: Int, previous: Canvas?, next: Canvas) {
    let base = y * next.size.columns
    let end = base + next.size.columns
    guard let previous else {
      if end > base { runs.append(Run(x: 0, y: y, cells: next.cells[base..<end])) }
      return
    }
    var index = base
    while index < end {
      if previous.cells[index] == next.cells[index] {
        index += 1
        continue
      }
      // A run starts and ends on whole characters, never on the right half of a wide one.
      var start = index
      while start > base && next.cells[start].isContinuation { start -= 1 }
      var last = index
      var scan = index + 1
      while scan < end && scan - last <= 4 {
        if previous.cells[scan] != next.cells[scan] { last = scan }
        scan += 1
      }
      while last + 1 < end && next.cells[last + 1].isContinuation { last += 1 }
      runs.append(Run(x: start - base, y: y, cells: next.cells[start...last]))
      index = last + 1
    }
  }
}
