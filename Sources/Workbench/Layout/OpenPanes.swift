/// The panes that are open: at first, and when one is opened, closed or moved.
import NetworkModel
import Terminal

extension PaneID {
  package static let usual: [PaneID] = [.raster, .membrane, .weights, .trace, .classifier]
  /// Answers, which are read like a page and want its width.
  package static let answers: [PaneID] = [.why, .comparison, .step]
}

extension WorkbenchState {
  /// Goes to a pane; one that is not open is opened.
  mutating func open(_ pane: PaneID) {
    add(pane)
    focus = pane
  }

  /// Goes to a pane with an answer, so that the answer can be read: where it would stand in too small a frame, it fills
  /// the screen. Who stands in it already keeps the screen as it is.
  mutating func openAnswer(in pane: PaneID) {
    let isThere = focus == pane && views.contains(pane)
    open(pane)
    guard !isThere, !isZoomed else { return }
    let frame = layout(in: size).placement(of: pane)?.frame
    isZoomed = frame.map { $0.width < Self.leastAnswer.columns || $0.height < Self.leastAnswer.rows } ?? true
  }

  /// A sentence or two, and twenty lines of a table with its words.
  private static var leastAnswer: Size { Size(columns: 70, rows: 22) }

  /// Opens a pane behind the others; on a screen that the user arranged, beside the focused one where there is room.
  mutating func add(_ pane: PaneID) {
    guard pane != .inspector, !views.contains(pane) else { return }
    guard let arrangement else { return views.append(pane) }
    let place = focus == .inspector ? views.first ?? .inspector : focus
    let frame = layout(in: size).placement(of: place)?.frame ?? Rect(x: 0, y: 0, width: 0, height: 0)
    let least = PaneTree.leastFrame
    if frame.height >= 2 * least.rows + 2 {
      take(arrangement: arrangement.splitting(place, .rows, with: pane))
    } else if frame.width >= 2 * least.columns {
      take(arrangement: arrangement.splitting(place, .columns, with: pane))
    } else {
      take(arrangement: arrangement.sharing(place, with: pane))
    }
  }

  /// Closes a pane; the focus goes to the one that takes its place.
  mutating func close(_ pane: PaneID) {
    let place = availablePanes.firstIndex(of: pane) ?? 0
    views.removeAll { $0 == pane }
    arrangement = arrangement?.removing(pane)
    guard focus == pane else { return }
    let panes = availablePanes
    focus = panes[min(place, panes.count - 1)]
    isZoomed = false
  }

  /// Opens the panes that a document names, where it wants them, or the usual ones.
  mutating func arrange(_ hints: WorkbenchHints) {
    arrangement = nil
    views = Self.panes(hints.panes)
    if let tree = Self.tree(hints.layout) { take(arrangement: tree) }
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
    if let arrangement { return take(arrangement: arrangement.swapping(focus, views[target])) }
    views.remove(at: index)
    views.insert(focus, at: target)
  }
}
