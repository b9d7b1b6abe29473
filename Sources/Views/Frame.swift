/// Frames around panes and overlays: the focused one is heavier, not only of another colour.
import Terminal

enum Frame {
  /// The lines of a frame, without title.
  static func draw(_ rect: Rect, isFocused: Bool, on canvas: inout Canvas, theme: Theme) {
    if theme.isPlain { return }
    canvas.box(
      rect, glyphs: BoxGlyphs(theme.glyphs, isHeavy: isFocused), style: theme[isFocused ? .focusedBorder : .border])
  }

  /// Titles at the left of the top line, the one in front emphasised, and the first of `details` that fits at its right.
  static func title(
    _ titles: [String], front: Int, details: [String], isFocused: Bool, of rect: Rect, on canvas: inout Canvas,
    theme: Theme
  ) {
    let border = theme[isFocused ? .focusedBorder : .border]
    let room = rect.width - 4
    let spans = titleSpans(titles, front: front, border, theme)
    // Where the tabs do not fit, the one in front stands for all and says how many there are.
    let all = spans.reduce(0) { $0 + CharacterWidth.columns(of: $1.0) }
    let count = titles.count > 1 ? "\(front + 1) of \(titles.count) " : ""
    let short = [(" " + (titles.element(front) ?? "") + " ", theme[.heading]), (count, theme[.faint])]
    let used = canvas.write(all <= room && !theme.isPlain ? spans : short, x: rect.x + 2, y: rect.y, width: room, theme)
    let fitting = details.first { used + CharacterWidth.columns(of: $0) + 3 <= room }
    guard let fitting, !fitting.isEmpty else { return }
    canvas.writeRight(" \(fitting) ", end: rect.x + rect.width - 2, y: rect.y, width: room - used, theme[.text], theme)
  }

  /// The title at a column of the top line; nil where there is none, or one alone stands for all.
  static func tab(at x: Int, _ titles: [String], front: Int, of rect: Rect) -> Int? {
    var end = rect.x + 2
    let starts = titles.map { title in
      defer { end += CharacterWidth.columns(of: title) + 3 }
      return end
    }
    guard end - 1 <= rect.x + rect.width - 2 else { return nil }
    return x < end ? starts.lastIndex { $0 <= x } : nil
  }

  /// ` Trace · Membrane `, the one in front emphasised.
  private static func titleSpans(
    _ titles: [String], front: Int, _ border: Style, _ theme: Theme
  ) -> [(String, Style)] {
    titles.enumerated().flatMap { index, title in
      [(index == 0 ? " " : "· ", border), (title, theme[index == front ? .heading : .faint]), (" ", border)]
    }
  }
}
