/// The bottom line: a message, and the keys that can be pressed here as far as there is room.
import Terminal
import Workbench

enum Footer {
  static func draw(
    _ state: WorkbenchState, hints: [Command], in area: Rect, on canvas: inout Canvas, theme: Theme
  ) {
    let parts = FooterParts(state, hints: hints, width: area.width, theme)
    for (text, role, x) in parts.marks {
      canvas.write(text, x: area.x + x, y: area.y, width: area.width - x, theme[role], theme)
    }
    parts.message?.draw(x: area.x + parts.messageX, above: area.y + 1, on: &canvas, theme: theme)
    for (index, hint) in parts.hints.enumerated() {
      let spans = [(hint.keys, theme[.keyHint]), (" ", .plain), (hint.title, theme[.text])]
      if index > 0 { canvas.write(" · ", x: area.x + hint.x - 3, y: area.y, width: 3, theme[.faint], theme) }
      canvas.write(spans, x: area.x + hint.x, y: area.y, width: hint.columns, theme)
    }
  }

  /// The command that the footer offers at a column.
  static func target(at x: Int, _ state: WorkbenchState, hints: [Command], theme: Theme) -> MouseTarget {
    let parts = FooterParts(state, hints: hints, width: state.size.columns, theme)
    let hint = parts.hints.first { $0.x <= x && x < $0.x + $0.columns }
    return hint.map { .command($0.command) } ?? .nothing
  }
}

/// What stands in the footer, and from which column on.
private struct FooterParts {
  struct Hint {
    let command: CommandID
    let title: String
    var keys: String
    var x = 0
    var columns = 0
  }

  private(set) var marks: [(text: String, role: Role, x: Int)] = []
  private(set) var message: MessageLines?
  private(set) var messageX = 0
  private(set) var hints: [Hint] = []

  init(_ state: WorkbenchState, hints: [Command], width: Int, _ theme: Theme) {
    var x = 1
    func columns(_ text: String) -> Int { CharacterWidth.columns(of: PlainText.shown(text, theme.glyphs)) }
    if let count = state.count {
      marks.append(("\(count)", .accent, x))
      x += 1 + columns("\(count)")
    }
    if !state.takesMouse {
      marks.append(("mouse off", .warning, x))
      x += 3 + columns("mouse off")
    }
    if let text = state.message {
      let lines = MessageLines(text, width: width - x - 1, theme)
      (message, messageX) = (lines, x)
      // A message of several lines has the bottom line to itself.
      if lines.count > 1 { return }
      x += 3 + lines.columns
    }
    // As many as fit as a whole; one that does not gives way to a shorter one after it.
    for var hint in Self.grouped(hints, state) {
      hint.columns = columns(hint.keys) + 1 + columns(hint.title)
      hint.x = x + (self.hints.isEmpty ? 0 : 3)
      if hint.x + hint.columns > width - 1 { continue }
      x = hint.x + hint.columns
      self.hints.append(hint)
    }
  }

  /// Commands of the same title are one hint, with the keys of all.
  private static func grouped(_ hints: [Command], _ state: WorkbenchState) -> [Hint] {
    var groups: [Hint] = []
    for command in hints {
      guard let key = state.keys(of: command).first else { continue }
      if let same = groups.firstIndex(where: { $0.title == command.title }) {
        groups[same].keys += " " + key.label
      } else {
        groups.append(Hint(command: command.id, title: command.title, keys: key.label))
      }
    }
    return groups
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
