/// The panes that are open at first, and what one says when a list of them is asked for.

extension PaneID {
  package static let usual: [PaneID] = [.raster, .membrane, .weights, .trace, .classifier]
}

extension WorkbenchState {
  /// Goes to a pane; one that is not open is opened behind the others.
  mutating func open(_ pane: PaneID) {
    if pane != .inspector, !views.contains(pane) { views.append(pane) }
    focus = pane
  }

  /// Closes a pane; the focus goes to the one that takes its place.
  mutating func close(_ pane: PaneID) {
    let place = availablePanes.firstIndex(of: pane) ?? 0
    views.removeAll { $0 == pane }
    guard focus == pane else { return }
    let panes = availablePanes
    focus = panes[min(place, panes.count - 1)]
    isZoomed = false
  }

  /// Opens the panes that a document names, or the usual ones.
  mutating func arrange(_ names: [String]?) {
    views = names.map { $0.compactMap(PaneID.init(rawValue:)).filter { $0 != .inspector } } ?? PaneID.usual
    isZoomed = false
    if !availablePanes.contains(focus) { focus = availablePanes[0] }
  }

  /// Brings the focused pane forward or back in the order of panes.
  mutating func moveView(by distance: Int) {
    guard let index = views.firstIndex(of: focus) else { return }
    // Panes that this network has nothing for are passed over, for they are nowhere on the screen.
    let shown = Set(availablePanes)
    var target = index + distance
    while views.indices.contains(target), !shown.contains(views[target]) { target += distance }
    guard views.indices.contains(target) else { return }
    views.remove(at: index)
    views.insert(focus, at: target)
  }
}
