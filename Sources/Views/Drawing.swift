/// Text as panes write it: cut with an ellipsis, and in the characters that the terminal has.
import Terminal
import Workbench

extension Canvas {
  /// Writes one line from (x, y), at most `width` columns; what does not fit ends in an ellipsis.
  /// Returns the columns used.
  @discardableResult
  mutating func write(_ string: String, x: Int, y: Int, width: Int, _ style: Style, _ theme: Theme) -> Int {
    guard width > 0 else { return 0 }
    let shown = PlainText.shown(string, theme.glyphs)
    // Scalars are at most two columns wide: short lines need no measuring.
    if shown.utf8.count <= width || CharacterWidth.columns(of: shown) <= width {
      return text(shown, x: x, y: y, width: width, style: style)
    }
    let used = text(shown, x: x, y: y, width: width - 1, style: style)
    self[x + used, y] = Mark.ellipsis.cell(theme, style)
    return used + 1
  }

  /// Writes a line that ends at column `end` (exclusive).
  mutating func writeRight(_ string: String, end: Int, y: Int, width: Int, _ style: Style, _ theme: Theme) {
    let shown = PlainText.shown(string, theme.glyphs)
    let columns = min(width, CharacterWidth.columns(of: shown))
    write(shown, x: end - columns, y: y, width: columns, style, theme)
  }

  /// Several stretches of text one after another, each with its style. Returns the columns used.
  @discardableResult
  mutating func write(_ spans: [(String, Style)], x: Int, y: Int, width: Int, _ theme: Theme) -> Int {
    spans.reduce(0) { used, span in
      used + write(span.0, x: x + used, y: y, width: width - used, span.1, theme)
    }
  }

  /// Lines in the middle of an area, for a pane that has nothing to show and says what to do.
  mutating func writeCentered(_ lines: [String], in area: Rect, _ theme: Theme) {
    let wrapped = lines.flatMap { PlainText.wrap($0, width: area.width - 2) }
    for (index, line) in wrapped.enumerated() {
      let x = area.x + max(0, (area.width - CharacterWidth.columns(of: line)) / 2)
      write(
        line, x: x, y: area.y + max(0, (area.height - wrapped.count) / 2) + index, width: area.width, theme[.faint],
        theme)
    }
  }

  /// The same where no network is open.
  mutating func writeNoNetwork(in area: Rect, _ theme: Theme) {
    writeCentered(["No network is open.", Words.openSomething], in: area, theme)
  }

  /// The same where the selected neuron has no state.
  mutating func writeNoState(of neuron: String, in area: Rect, _ theme: Theme) {
    let lines = [
      "\(neuron) is a source of spikes and has no state to show.",
      Words.advice("next-population", "selects the next population."),
    ]
    writeCentered(lines, in: area, theme)
  }

  /// The same before the first step that is seen.
  mutating func writeNothingRecorded(isRunning: Bool, in area: Rect, _ theme: Theme) {
    let advice = isRunning ? "It starts now." : Words.advice("run-pause", "lets the network run.")
    writeCentered(["Nothing recorded yet.", advice], in: area, theme)
  }

  /// A run of the same character.
  mutating func line(_ scalar: Unicode.Scalar, x: Int, y: Int, width: Int, _ style: Style) {
    fill(Rect(x: x, y: y, width: width, height: 1), Cell(scalar, style: style))
  }
}

extension Array {
  /// The element at `index`, nil outside: a snapshot may be older than the network.
  func element(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
