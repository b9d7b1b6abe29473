/// The panes of this state on a screen, and what it does to them.
import Basics
import Debugger
import NetworkModel
package import Terminal

extension WorkbenchState {
  /// Where everything stands on a screen of this size.
  package func layout(in size: Size) -> PaneLayout {
    PaneLayout(size: size, tree: tree(in: size), recent: recentPanes)
  }

  /// The tree in use: the user's, or else the one that the size of the screen suggests.
  private func tree(in size: Size) -> PaneTree {
    let available = availablePanes
    let body = PaneLayout.body(size)
    let automatic = AutomaticLayout(
      size: Size(columns: body.width, rows: body.height), panes: available, greatestHeights: greatestHeights)
    if appearance.isPlain { return .frame(available) }
    if isZoomed { return automatic.zoomed(on: focus) }
    return arrangement?.compactMap { available.contains($0) ? $0 : nil } ?? automatic.tree
  }

  /// A small network needs few rows: at most two of cells for a neuron in the raster, and the line of times and its
  /// legend; one in the membrane, and the legend.
  private var greatestHeights: [PaneID: Int] {
    let populations = network?.populations ?? []
    // A line for each branch, words, times, and the frame.
    let timeline = max(1, travel.timeline.branches.count) + 4
    guard let largest = populations.map(\.size).max(), largest < 1000 else { return [.timeline: timeline] }
    let showsVoltage = rasterMode == .voltage
    let rows = populations.reduce(0) { $0 + ($1.fires || showsVoltage ? $1.size : 0) }
    let legend = rasterMode == .density || showsVoltage ? 1 : 0
    return [.raster: max(5, 2 * rows + 3 + legend), .membrane: max(5, largest + 3), .timeline: timeline]
  }

  /// Changes where the panes stand: from here on the screen is the user's to arrange.
  /// - Returns: whether anything changed.
  @discardableResult
  mutating func rearrange(_ change: (PaneTree) -> PaneTree) -> Bool {
    // What stands one at a time has no places to change.
    if appearance.isPlain { return false }
    isZoomed = false
    let before = tree(in: size)
    let after = change(before)
    guard after != before else { return false }
    take(arrangement: after)
    return true
  }

  /// The panes of a tree are the open ones, in its order.
  mutating func take(arrangement tree: PaneTree) {
    arrangement = tree
    views = tree.panes.filter { $0 != .inspector }
  }

  /// Moves a border, as far as the frames beside it allow. - Returns: whether it moved.
  @discardableResult
  mutating func move(_ border: PaneBorder, by distance: Int) -> Bool {
    let extents = border.moved(by: distance)
    guard extents != border.extents else { return false }
    return rearrange { $0.setting(shares: extents, at: border.path[...]) }
  }
}
