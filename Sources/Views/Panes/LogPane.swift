/// What was done and what happened, with the times, the newest at the bottom.
import Basics
package import Debugger
package import Terminal
package import Workbench

package enum LogPane: Pane {
  package struct Model: Equatable, Sendable {
    /// Oldest first, up to the last that is not scrolled out of view.
    var entries: [EventLog.Entry] = []
    /// How many newer ones there are.
    var hidden = 0
    var dt = Milliseconds(1)
  }

  package static let descriptor = PaneDescriptor(
    id: .log, title: "Log", doc: "What was done, what happened and what could not be done, with the times.")

  package static func observe(
    _ state: WorkbenchState, size: Size, glyphs: GlyphSet, _ request: inout ObservationRequest
  ) {}

  package static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model {
    Model(
      entries: Array(state.log.entries.dropLast(state.log.hidden)), hidden: state.log.hidden,
      dt: state.network?.dt ?? Milliseconds(1))
  }

  package static func details(_ model: Model) -> [String] {
    let count = NumberText.count(model.entries.count + model.hidden, "line")
    return model.hidden > 0 ? ["\(count), \(model.hidden) newer below", "\(model.hidden) newer"] : [count]
  }

  package static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard !model.entries.isEmpty else {
      return canvas.writeCentered(["Nothing has happened yet."], in: area, theme)
    }
    // From the newest at the bottom up, until there is no more room.
    var bottom = area.y + area.height
    for entry in model.entries.reversed() where bottom > area.y {
      let time = Words.time(entry.time, dt: model.dt)
      let text = entry.text + (entry.count > 1 ? " ×\(entry.count)" : "")
      let lines = LineBreaking.lines(text, width: max(8, area.width - textColumn))
      bottom -= max(1, lines.count)
      canvas.writeRight(
        time, end: area.x + textColumn - 3, y: bottom, width: textColumn - 4, theme[.faint], theme)
      let (mark, role) = look(entry.kind)
      canvas.write(mark, x: area.x + textColumn - 2, y: bottom, width: 1, theme[role], theme)
      for (index, line) in lines.enumerated() {
        canvas.write(
          line, x: area.x + textColumn, y: bottom + index, width: area.width - textColumn,
          theme[entry.kind == .warning ? .warning : .text], theme)
      }
    }
  }

  /// Where texts begin: a time of a thousand seconds fits before.
  private static let textColumn = 16

  private static func look(_ kind: EventLog.Entry.Kind) -> (mark: String, Role) {
    switch kind {
    case .command: (">", .accent)
    case .event: ("·", .faint)
    case .warning: ("!", .warning)
    }
  }
}
