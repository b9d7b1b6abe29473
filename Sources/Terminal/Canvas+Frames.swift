/// A canvas as what a screen shows: brought up to date by differences, read back as lines of text.
extension Canvas {
  /// Brings this canvas to the frame that the difference leads to; runs outside of it are cut off.
  package mutating func apply(_ difference: FrameDiff) {
    for run in difference.runs where run.y >= 0 && run.y < size.rows {
      var x = run.x
      for cell in run.cells {
        if x >= 0 && x < size.columns { cells[run.y * size.columns + x] = cell }
        x += 1
      }
    }
    cursor = difference.cursor
  }

  /// The text of every row without the blanks at its end.
  package var lines: [String] {
    (0..<size.rows).map { row in
      var line = String.UnicodeScalarView()
      for cell in cells[(row * size.columns)..<((row + 1) * size.columns)] {
        if let scalar = Unicode.Scalar(cell.scalar), !cell.isContinuation { line.append(scalar) }
      }
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }
}
