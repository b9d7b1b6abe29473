/// The list of presets to open.
import Terminal
import Workbench

enum PresetsOverlay {
  /// The list, and below it what the selected preset says of itself.
  private struct Parts {
    let width: Int
    let about: ArraySlice<String>
    let listRows: Int

    init(_ presets: [PresetSummary], selected: Int, on screen: Size) {
      let width = min(76, screen.columns - 8)
      let told = presets.element(selected).flatMap { AboutText.paragraphs($0.about).first } ?? []
      about = told.flatMap { PlainText.wrap($0, width: width) }.prefix(5)
      listRows = min(max(1, presets.count), max(1, screen.rows - 8 - about.count))
      self.width = width
    }

    var size: Size { Size(columns: width, rows: listRows + 1 + about.count) }
  }

  static func target(at point: Point, _ state: WorkbenchState, selected: Int) -> MouseTarget {
    let parts = Parts(state.presets, selected: selected, on: state.size)
    return OverlayFrame.target(
      at: point, in: OverlayFrame.rect(parts.size, on: state.size), rows: parts.listRows,
      first: OverlayFrame.first(selected - parts.listRows / 2, lines: state.presets.count, rows: parts.listRows),
      lines: state.presets.count)
  }

  static func draw(_ state: WorkbenchState, selected: Int, on canvas: inout Canvas, theme: Theme) {
    let presets = state.presets
    let parts = Parts(presets, selected: selected, on: canvas.size)
    let inside = OverlayFrame.draw(
      "Presets", details: ["Enter opens, Esc leaves"], size: parts.size, on: &canvas, theme: theme)
    guard !presets.isEmpty else {
      let words = "No presets were found beside the program."
      canvas.write(words, x: inside.x, y: inside.y, width: inside.width, theme[.warning], theme)
      return
    }
    let list = Rect(x: inside.x, y: inside.y, width: inside.width, height: parts.listRows)
    drawList(state, selected: selected, in: list, on: &canvas, theme: theme)
    for (offset, line) in parts.about.enumerated() {
      canvas.write(
        line, x: inside.x, y: inside.y + parts.listRows + 1 + offset, width: inside.width, theme[.text], theme)
    }
  }

  private static func drawList(
    _ state: WorkbenchState, selected: Int, in area: Rect, on canvas: inout Canvas, theme: Theme
  ) {
    let presets = state.presets
    let nameWidth = min(20, presets.map { CharacterWidth.columns(of: $0.name) }.max() ?? 0) + 2
    let first = OverlayFrame.first(selected - area.height / 2, lines: presets.count, rows: area.height)
    for (offset, preset) in presets.dropFirst(first).prefix(area.height).enumerated() {
      draw(
        preset, isSelected: first + offset == selected, isCurrent: preset.name == state.documentName,
        nameWidth: nameWidth, x: area.x, y: area.y + offset, width: area.width, on: &canvas, theme: theme)
    }
  }

  private static func draw(
    _ preset: PresetSummary, isSelected: Bool, isCurrent: Bool, nameWidth: Int, x: Int, y: Int, width: Int,
    on canvas: inout Canvas, theme: Theme
  ) {
    let style = isSelected ? theme[.selection] : theme[.text]
    canvas.line(" ", x: x, y: y, width: width, style)
    if isSelected {
      canvas[x, y] = Mark.selected.cell(theme, style)
      canvas.cursor = Point(x: x, y: y)
    }
    canvas.write(preset.name, x: x + 2, y: y, width: nameWidth, isSelected ? style : theme[.heading], theme)
    let title = preset.title + (isCurrent ? "  (open)" : "")
    canvas.write(title, x: x + 2 + nameWidth, y: y, width: width - nameWidth - 2, style, theme)
  }
}
