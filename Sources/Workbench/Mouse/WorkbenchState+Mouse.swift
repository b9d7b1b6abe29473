/// What the mouse does: a click selects, a drag moves a border or a slider, the wheel does what the arrows do.
import Basics
import Debugger
import NetworkModel
import Terminal

extension WorkbenchState {
  mutating func take(_ mouse: Mouse, _ target: MouseTarget) -> [Effect] {
    switch mouse.gesture {
    case .press:
      message = nil
      count = nil
      return overlay == nil || overlay == .arranging ? press(mouse.point, target) : pressOverOverlay(target)
    case .drag: return drag(to: mouse.point)
    case .release:
      grip = nil
      return []
    case .wheelUp: return turnWheel(.up, target)
    case .wheelDown: return turnWheel(.down, target)
    }
  }

  // MARK: Press

  private mutating func press(_ point: Point, _ target: MouseTarget) -> [Effect] {
    inspector.field = nil
    grip = grip(at: point)
    switch target {
    case .nothing, .line, .outside: return []
    case .pane(let pane): goTo(pane)
    case .neuron(let neuron, let pane):
      goTo(pane)
      if exists(neuron) { select(neuron) }
    case .synapse(let post, let pre):
      goTo(.weights)
      weights.post = post
      weights.pre = pre
      moveCursor(post: 0, pre: 0)
    case .place(let place):
      goTo(.timeline)
      return travel.exists(place) ? go(to: .place(branch: place.branch, place.tick)) : []
    case .row(let row, let slider):
      focus = .inspector
      inspector.row = min(max(row, 0), max(0, inspectorRows.count - 1))
      guard let slider else { break }
      grip = .slider(slider, start: nil)
      return drag(to: point)
    case .command(let id):
      guard let command = CommandCatalogue.command(id) else { break }
      return perform(command, "")
    }
    return []
  }

  /// What was drawn may be of panes, or of a network, that are gone by now.
  private mutating func goTo(_ pane: PaneID) {
    if availablePanes.contains(pane) { focus = pane }
  }

  private func exists(_ neuron: NeuronAddress) -> Bool {
    guard let network, network.populations.indices.contains(neuron.population) else { return false }
    return (0..<network.populations[neuron.population].size).contains(neuron.index)
  }

  private func grip(at point: Point) -> Grip? {
    guard !isZoomed, let border = layout(in: size).borders.first(where: { $0.lines.contains(point) }) else {
      return nil
    }
    return .border(path: border.path, index: border.index, before: border.place(of: point) - border.start)
  }

  /// In a list a click chooses, and a click on what is chosen takes it; beside it, it leaves.
  private mutating func pressOverOverlay(_ target: MouseTarget) -> [Effect] {
    switch (overlay, target) {
    case (.presets(let selected), .line(let line)) where selected != line:
      if presets.indices.contains(line) { overlay = .presets(selected: line) }
    case (.views(let selected), .line(let line)) where selected != line:
      if choosablePanes.indices.contains(line) { overlay = .views(selected: line) }
    case (.views, .line): return press(.character(" "))
    case (.presets, .line): return press(.enter)
    case (.list(let list, let selected), .line(let line)) where selected != line:
      overlay = .list(list, selected: line)
    case (.list(.breakpoints, _), .line): return press(.character(" "))
    case (.list, .line): return press(.enter)
    case (.prompt(let field, _), .line(let line)): complete(field, with: line)
    case (.presets, .outside), (.views, .outside), (.help, .outside), (.about, .outside), (.list, .outside):
      closeOverlay()
    default: break
    }
    return []
  }

  // MARK: Drag

  private mutating func drag(to point: Point) -> [Effect] {
    switch grip {
    case nil: break
    case .border(let path, let index, let before):
      let borders = layout(in: size).borders
      guard let border = borders.first(where: { $0.path == path && $0.index == index }) else { break }
      move(border, by: border.place(of: point) - before - border.start)
    case .slider(let columns, let start):
      let step = 1 / Double(max(1, columns.count - 1))
      return slide(to: Double(point.x - columns.lowerBound) * step, step: step, start)
    }
    return []
  }

  /// Sets the inspector's value by a place of its slider. All of a drag is one change for whoever takes it back.
  private mutating func slide(to place: Double, step: Double, _ start: ParameterSetting?) -> [Effect] {
    guard case .slider(let columns, _) = grip, let row = inspectorRow, let scale = row.sliderScale,
      let neurons = inspectorTarget
    else { return [] }
    // In the cell where the knob stands there is nothing to set: a click on it only takes hold of it.
    if let knob = row.slider, abs(min(max(place, 0), 1) - min(max(knob.value, 0), 1)) <= step / 2 { return [] }
    do throws(EditRefusal) {
      let wanted = scale.value(at: place, step: step)
      let value = try row.checked(row.dimension == .steps ? wanted.rounded() : wanted)
      if value == row.value { return [] }
      let edit = Edit(neurons: neurons, row: inspector.row, field: row.field, value: value)
      let effects = carryOut(edit, goingOnFrom: start)
      grip = .slider(columns, start: start ?? row.value)
      return effects
    } catch {
      complain(error.description)
      return []
    }
  }

  // MARK: Wheel

  /// The arrows of whatever is under the mouse; the focus stays.
  private mutating func turnWheel(_ key: Key, _ target: MouseTarget) -> [Effect] {
    switch overlay {
    case .help, .about: return (0..<3).flatMap { _ in press(key) }
    case nil, .arranging: break
    default: return press(key)
    }
    let pane: PaneID? =
      switch target {
      case .pane(let pane), .neuron(_, let pane): pane
      case .row: .inspector
      case .synapse: .weights
      case .place: .timeline
      case .nothing, .line, .outside, .command: nil
      }
    guard let pane, let command = Keymap.command(for: key, in: pane) else { return [] }
    message = nil
    return perform(command, "")
  }
}

extension PaneBorder {
  /// Where a point lies along the axis, and where the border does.
  fileprivate func place(of point: Point) -> Int { axis == .columns ? point.x : point.y }
  fileprivate var start: Int { axis == .columns ? lines.x : lines.y }
}
