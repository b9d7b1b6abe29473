/// The whole screen from state and snapshot.
import Basics
package import Debugger
package import Terminal
package import Workbench

package struct Compositor: Sendable {
  package var theme: Theme
  /// What the footer offers.
  let hints: @Sendable (WorkbenchState) -> [Command]

  package init(
    theme: Theme,
    hints: @escaping @Sendable (WorkbenchState) -> [Command] = { CommandCatalogue.hints(for: $0) }
  ) {
    self.theme = theme
    self.hints = hints
  }

  /// For a screen that looks as the state says.
  package init(
    _ appearance: Appearance,
    hints: @escaping @Sendable (WorkbenchState) -> [Command] = { CommandCatalogue.hints(for: $0) }
  ) {
    var capabilities = appearance.capabilities
    if appearance.isPlain { capabilities.glyphs = .ascii }
    var theme = Theme.standard(capabilities, appearance.theme)
    theme.isPlain = appearance.isPlain
    self.init(theme: theme, hints: hints)
  }

  /// Draws a frame; whatever was on the canvas is gone.
  /// - Complexity: O(cells); no allocation by the cell.
  package func draw(_ state: WorkbenchState, _ snapshot: Snapshot?, on canvas: inout Canvas) {
    canvas.reset()
    guard PaneLayout.fits(canvas.size) else { return TooSmall.draw(on: &canvas, theme: theme) }
    let layout = state.layout(in: canvas.size)
    // Read line by line, what lies over a pane must not have the pane's words at its sides.
    let isCovered = theme.isPlain && state.overlay.map { $0 != .arranging } == true
    if !isCovered { for placement in layout.placements { draw(placement, state, snapshot, on: &canvas) } }
    StatusLine.draw(StatusLine.model(state, snapshot), in: layout.status, on: &canvas, theme: theme)
    Footer.draw(state, hints: hints(state), in: layout.footer, on: &canvas, theme: theme)
    drawOverlay(state, on: &canvas)
  }

  /// What the visible panes need to see; nil while no network is open or the screen is too small.
  package static func observation(for state: WorkbenchState, glyphs: GlyphSet) -> ObservationRequest? {
    guard state.network != nil, PaneLayout.fits(state.size) else { return nil }
    var request = ObservationRequest(neuron: state.neuron, window: state.window)
    request.showsClassifier = false
    for placement in state.layout(in: state.size).placements {
      let inside = placement.frame.inset(by: 1)
      PaneCatalogue.pane(placement.pane)?.observe(
        state, Size(columns: inside.width, rows: inside.height), glyphs, &request)
    }
    return request
  }

  private func draw(
    _ placement: PaneLayout.Placement, _ state: WorkbenchState, _ snapshot: Snapshot?, on canvas: inout Canvas
  ) {
    guard let pane = PaneCatalogue.pane(placement.pane) else { return }
    let isFocused = placement.pane == state.focus && (state.overlay == nil || state.overlay == .arranging)
    // The terminal's cursor rests on the title of the focused pane unless the pane has a better place.
    if isFocused { canvas.cursor = Point(x: placement.frame.x + 3, y: placement.frame.y) }
    pane.draw(
      state, snapshot, framed: placement.frame,
      titles: placement.tabs.compactMap { PaneCatalogue.pane($0)?.descriptor.title },
      front: placement.tabs.firstIndex(of: placement.pane) ?? 0, isFocused: isFocused, on: &canvas, theme: theme)
  }

  private func drawOverlay(_ state: WorkbenchState, on canvas: inout Canvas) {
    switch state.overlay {
    case nil, .arranging: break
    case .help(let firstLine): HelpOverlay.draw(state, firstLine: firstLine, on: &canvas, theme: theme)
    case .presets(let selected): PresetsOverlay.draw(state, selected: selected, on: &canvas, theme: theme)
    case .views(let selected): ViewsOverlay.draw(state, selected: selected, on: &canvas, theme: theme)
    case .about(let firstLine): AboutOverlay.draw(state, firstLine: firstLine, on: &canvas, theme: theme)
    case .unsaved(let departure): QuestionOverlay.draw(state.question(departure), on: &canvas, theme: theme)
    case .recovery: QuestionOverlay.draw(state.recoveryQuestion, on: &canvas, theme: theme)
    case .choices(let id): ChoicesOverlay.draw(state, after: id, on: &canvas, theme: theme)
    case .list(let list, let selected):
      TimeListOverlay.draw(state, list, selected: selected, on: &canvas, theme: theme)
    case .form(let form): FormOverlay.draw(form, state, on: &canvas, theme: theme)
    case .spikes(let grid): SpikeGridOverlay.draw(grid, state, on: &canvas, theme: theme)
    case .prompt(let field, let selected):
      PromptOverlay.draw(field, selected: selected, state, on: &canvas, theme: theme)
    }
  }
}

/// What stands on a screen that is too small for anything else.
enum TooSmall {
  static func draw(on canvas: inout Canvas, theme: Theme) {
    let least = PaneLayout.leastSize
    let text = "needs \(least.columns) x \(least.rows), has \(canvas.size.columns) x \(canvas.size.rows)"
    let lines = PlainText.wrap(text, width: max(1, canvas.size.columns))
    for (index, line) in lines.enumerated() {
      canvas.text(line, x: 0, y: index, width: canvas.size.columns, style: theme[.warning])
    }
  }
}
