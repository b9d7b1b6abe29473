/// Differences between frames as what a terminal is sent: moves, styles, characters.

/// For recordings; the terminal itself is ncurses' business. Assumes nothing but what it has sent: every piece of text
/// is placed, and ends in the plain style.
package struct FrameWriter: Sendable {
  private let depth: ColorDepth
  private var isCursorShown = true

  package init(_ depth: ColorDepth) { self.depth = depth }

  /// Clears the screen, with which a recording and every new size begins.
  package static let clear = "\u{1B}[0m\u{1B}[2J\u{1B}[H"

  /// The bytes for one difference; none for an empty one. - Complexity: O(cells that differ).
  package mutating func text(of difference: FrameDiff) -> String {
    guard !difference.isEmpty else { return "" }
    var text = String.UnicodeScalarView()
    for run in difference.runs { write(run, to: &text) }
    append(cursor(difference.cursor), to: &text)
    return String(text)
  }

  private func write(_ run: FrameDiff.Run, to text: inout String.UnicodeScalarView) {
    append(Self.move(x: run.x, y: run.y), to: &text)
    var style = Style.plain
    for cell in run.cells {
      guard !cell.isContinuation, let scalar = Unicode.Scalar(cell.scalar) else { continue }
      if cell.style != style {
        append(GraphicRendition.select(cell.style, depth), to: &text)
        style = cell.style
      }
      text.append(scalar)
    }
    if style != .plain { append(GraphicRendition.reset, to: &text) }
  }

  private mutating func cursor(_ place: Point?) -> String {
    let isShown = place != nil
    defer { isCursorShown = isShown }
    let visibility = isShown == isCursorShown ? "" : isShown ? "\u{1B}[?25h" : "\u{1B}[?25l"
    return (place.map { Self.move(x: $0.x, y: $0.y) } ?? "") + visibility
  }

  private static func move(x: Int, y: Int) -> String { "\u{1B}[\(y + 1);\(x + 1)H" }

  private func append(_ sequence: String, to text: inout String.UnicodeScalarView) {
    text.append(contentsOf: sequence.unicodeScalars)
  }
}
