/// A canvas as text with control sequences, as `cat` shows it on a terminal.
extension Canvas {
  /// One line a row without the blanks at its end, each with its styles and back to the plain one.
  package func ansi(_ depth: ColorDepth) -> String {
    (0..<size.rows).map { row(cells[$0 * size.columns..<($0 + 1) * size.columns], depth) }.joined()
  }

  private func row(_ row: ArraySlice<Cell>, _ depth: ColorDepth) -> String {
    var text = String.UnicodeScalarView()
    var style = Style.plain
    let last = row.lastIndex { $0 != .blank }
    for cell in row[row.startIndex..<(last.map { $0 + 1 } ?? row.startIndex)] {
      guard !cell.isContinuation, let scalar = Unicode.Scalar(cell.scalar) else { continue }
      if cell.style != style {
        text.append(contentsOf: GraphicRendition.select(cell.style, depth).unicodeScalars)
        style = cell.style
      }
      text.append(scalar)
    }
    if style != .plain { text.append(contentsOf: GraphicRendition.reset.unicodeScalars) }
    return String(text) + "\n"
  }
}
