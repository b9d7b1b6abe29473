/// A grid of cells to draw on. Whatever falls outside the canvas or its clip is dropped, so that drawing never traps.

/// Wide characters stay whole: drawing over one half of such a character blanks the other, also outside the clip, and
/// one that would be cut in half by the clip or the border is drawn as a blank.
package struct Canvas: Sendable, Equatable {
  package let size: Size
  /// Row-major, size.rows × size.columns.
  package internal(set) var cells: [Cell]
  /// Where drawing has an effect; coordinates stay those of the whole canvas.
  package var clip: Rect
  /// Where the hardware cursor belongs after this frame; nil hides it.
  package var cursor: Point?

  package init(size: Size) {
    let kept = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    self.size = kept
    cells = Array(repeating: .blank, count: kept.columns * kept.rows)
    clip = Rect(x: 0, y: 0, width: kept.columns, height: kept.rows)
  }

  package var bounds: Rect { Rect(x: 0, y: 0, width: size.columns, height: size.rows) }

  /// A cell by its place; blank outside the canvas.
  package subscript(x: Int, y: Int) -> Cell {
    get { isInside(x, y) ? cells[y * size.columns + x] : .blank }
    set {
      guard isInside(x, y), clip.contains(Point(x: x, y: y)) else { return }
      let index = y * size.columns + x
      if !newValue.isContinuation { splitBefore(x, index) }
      splitAfter(x, index)
      cells[index] = newValue
    }
  }

  /// Blanks every cell and forgets clip and cursor; keeps the memory.
  package mutating func reset() {
    for index in cells.indices { cells[index] = .blank }
    clip = bounds
    cursor = nil
  }

  package mutating func fill(_ rect: Rect, _ cell: Cell = .blank) {
    let area = rect.intersection(clip).intersection(bounds)
    guard !area.isEmpty else { return }
    for y in area.y..<(area.y + area.height) {
      let first = y * size.columns + area.x
      let last = first + area.width - 1
      splitBefore(area.x, first)
      splitAfter(area.x + area.width - 1, last)
      for index in first...last { cells[index] = cell }
    }
  }

  /// Draws one line of text from (x, y) to the right, cut off at `width` columns and at the clip.
  /// Control characters are shown as `·`, never obeyed. Returns the columns used.
  @discardableResult
  package mutating func text(_ text: String, x: Int, y: Int, width: Int = .max, style: Style = .plain) -> Int {
    var column = 0
    for scalar in text.unicodeScalars {
      let shown = CharacterWidth.isControl(scalar) ? "·" : scalar
      let columns = CharacterWidth.columns(of: shown)
      if columns == 0 { continue }
      if columns > width - column { break }
      if columns == 2 {
        wide(shown, x: x + column, y: y, style: style)
      } else {
        self[x + column, y] = Cell(shown, style: style)
      }
      column += columns
    }
    return column
  }

  private mutating func wide(_ scalar: Unicode.Scalar, x: Int, y: Int, style: Style) {
    let area = clip.intersection(bounds)
    guard area.contains(Point(x: x, y: y)), area.contains(Point(x: x + 1, y: y)) else {
      self[x, y] = Cell(" ", style: style)
      self[x + 1, y] = Cell(" ", style: style)
      return
    }
    self[x, y] = Cell(scalar, style: style)
    self[x + 1, y] = .continuation(style: style)
  }

  private func isInside(_ x: Int, _ y: Int) -> Bool {
    x >= 0 && x < size.columns && y >= 0 && y < size.rows
  }

  /// The cell is about to be overwritten: if it is a right half, the left one goes.
  private mutating func splitBefore(_ x: Int, _ index: Int) {
    if x > 0 && cells[index].isContinuation { cells[index - 1] = Cell(" ", style: cells[index - 1].style) }
  }

  /// The cell is about to be overwritten: if it is a left half, the right one goes.
  private mutating func splitAfter(_ x: Int, _ index: Int) {
    guard x + 1 < size.columns, cells[index + 1].isContinuation else { return }
    cells[index + 1] = Cell(" ", style: cells[index + 1].style)
  }
}
