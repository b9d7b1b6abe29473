/// What the mouse points at: the screen read backwards.
package import Debugger
package import Terminal
package import Workbench

extension Compositor {
  /// What a frame of this state shows at a point.
  package func target(at point: Point, _ state: WorkbenchState, _ snapshot: Snapshot?) -> MouseTarget {
    guard PaneLayout.fits(state.size) else { return .nothing }
    if let target = overlayTarget(at: point, state) { return target }
    let layout = state.layout(in: state.size)
    if layout.footer.contains(point) { return Footer.target(at: point.x, state, hints: hints(state), theme: theme) }
    guard let placement = layout.placements.first(where: { $0.frame.contains(point) }),
      let pane = PaneCatalogue.pane(placement.pane)
    else { return .nothing }
    let inside = placement.frame.inset(by: 1)
    if inside.contains(point) {
      return pane.target(state, snapshot, point, inside, theme.glyphs) ?? .pane(placement.pane)
    }
    let titles = placement.tabs.compactMap { PaneCatalogue.pane($0)?.descriptor.title }
    let front = placement.tabs.firstIndex(of: placement.pane) ?? 0
    let tab = point.y == placement.frame.y ? Frame.tab(at: point.x, titles, front: front, of: placement.frame) : nil
    return .pane(tab.flatMap(placement.tabs.element) ?? placement.pane)
  }

  /// nil where nothing lies over the panes.
  private func overlayTarget(at point: Point, _ state: WorkbenchState) -> MouseTarget? {
    switch state.overlay {
    case nil, .arranging: nil
    case .presets(let selected): PresetsOverlay.target(at: point, state, selected: selected)
    case .views(let selected): ViewsOverlay.target(at: point, state, selected: selected)
    case .prompt(_, let selected): PromptOverlay.target(at: point, state, selected: selected, theme)
    case .help: HelpOverlay.box(state, size: state.size).contains(point) ? .nothing : .outside
    case .about: AboutOverlay.box(state, size: state.size).contains(point) ? .nothing : .outside
    case .list(let list, let selected): TimeListOverlay.target(at: point, state, list, selected: selected)
    case .form, .spikes, .unsaved, .recovery, .choices: .nothing
    }
  }
}
