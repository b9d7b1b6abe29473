/// The bottom line: a message, and the keys that can be pressed here as far as there is room.
import Terminal
import Workbench

enum Footer {
  static func draw(
    _ state: WorkbenchState, hints: [Command], in area: Rect, on canvas: inout Canvas, theme: Theme
  ) {
    var x = area.x + 1
    if let count = state.count {
      x += 1 + canvas.write("\(count)", x: x, y: area.y, width: area.width - x, theme[.accent], theme)
    }
    if let message = state.message {
      let lines = MessageLines(message, width: area.width - x - 1, theme)
      lines.draw(x: x, above: area.y + 1, on: &canvas, theme: theme)
      // A message of several lines has the bottom line to itself.
      if lines.count > 1 { return }
      x += 3 + lines.columns
    }
    drawHints(groups(hints, state), from: x, in: area, on: &canvas, theme: theme)
  }

  /// Hints with the keys that give them; commands of the same title are one.
  private static func groups(_ hints: [Command], _ state: WorkbenchState) -> [(title: String, keys: String)] {
    var groups: [(title: String, keys: String)] = []
    for command in hints {
      guard let key = state.keys(of: command).first else { continue }
      if let same = groups.firstIndex(where: { $0.title == command.title }) {
        groups[same].keys += " " + key.label
      } else {
        groups.append((command.title, key.label))
      }
    }
    return groups
  }

  /// As many as fit as a whole; one that does not gives way to a shorter one after it.
  private static func drawHints(
    _ hints: [(title: String, keys: String)], from start: Int, in area: Rect, on canvas: inout Canvas, theme: Theme
  ) {
    var x = start
    for hint in hints {
      let spans = [
        (x > start ? " · " : "", theme[.faint]), (hint.keys, theme[.keyHint]), (" ", .plain),
        (hint.title, theme[.text]),
      ]
      let columns = spans.reduce(0) { $0 + CharacterWidth.columns(of: $1.0) }
      if x + columns > area.x + area.width - 1 { continue }
      x += canvas.write(spans, x: x, y: area.y, width: columns, theme)
    }
  }
}

/// A message for the user, over as many lines as it needs: what is wrong must be read to its end.
struct MessageLines {
  private let lines: [String]
  private let role: Role

  /// The most lines that panes give way for.
  private static let most = 4

  init(_ message: Message, width: Int, _ theme: Theme) {
    role = message.kind == .error ? .error : .text
    // The word as well as the colour.
    lines = Self.lines((message.kind == .error ? "error: " : "") + message.text, width, theme)
  }

  /// Advice beside a line that is being typed.
  init(advice: String, width: Int, _ theme: Theme) {
    role = .faint
    lines = Self.lines(advice, width, theme)
  }

  private static func lines(_ text: String, _ width: Int, _ theme: Theme) -> [String] {
    let text = PlainText.shown(text, theme.glyphs)
    if CharacterWidth.columns(of: text) <= width { return [text] }
    var lines = LineBreaking.lines(text, width: width)
    guard lines.count > most else { return lines }
    lines.removeSubrange(most...)
    lines[most - 1] += " …"
    return lines
  }

  var count: Int { lines.count }
  /// Of the last line.
  var columns: Int { lines.last.map { CharacterWidth.columns(of: $0) } ?? 0 }

  /// Draws them so that the last is just above row `y`; the rows are cleared where there are several, or `isCleared`.
  func draw(x: Int, above y: Int, isCleared: Bool = false, on canvas: inout Canvas, theme: Theme) {
    let columns = canvas.size.columns
    for (index, line) in lines.enumerated() {
      let row = y - lines.count + index
      if lines.count > 1 || isCleared { canvas.fill(Rect(x: 0, y: row, width: columns, height: 1)) }
      canvas.write(line, x: x, y: row, width: columns - x - 1, theme[role], theme)
    }
  }
}
