/// A grid of cells to draw on. Whatever falls outside the canvas or its clip is dropped, so that drawing never traps.

package struct Canvas: Sendable, Equatable {
  package let size: Size
  /// Row-major, size.rows × size.columns.
  package private(set) var cells: [Cell]
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

  package subscript(x: Int, y: Int) -> Cell {
    get { cells[y * size.columns + x] }
    set {
      guard clip.contains(Point(x: x, y: y)), bounds.contains(Point(x: x, y: y)) else { return }
      cells[y * size.columns + x] = newValue
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
    for y in area.y..<(area.y + area.height) {
      for x in area.x..<(area.x + area.width) { cells[y * size.columns + x] = cell }
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
      if column + columns > width { break }
      self[x + column, y] = Cell(shown, style: style)
      if columns == 2 { self[x + column + 1, y] = .continuation(style: style) }
      column += columns
    }
    return column
  }
}
