/// What stands where on a screen of a given size: the same for drawing, for observing and for the mouse.
package import Terminal

package struct PaneLayout: Sendable, Equatable {
  /// A frame on the screen and the panes that share it, of which one is in front.
  package struct Placement: Sendable, Equatable {
    package let pane: PaneID
    package let frame: Rect
    /// All that share the frame, in order; one for a frame that is not shared.
    package let tabs: [PaneID]
  }

  /// Below this there is nothing that could be read.
  package static let leastSize = Size(columns: 60, rows: 16)

  package let placements: [Placement]
  /// Those that can be moved; none where frames had to be joined for want of room.
  package let borders: [PaneBorder]
  /// The tree as it stands here, with frames joined where there is no room.
  private let tree: PaneTree
  package let status: Rect
  package let footer: Rect

  package static func fits(_ size: Size) -> Bool { size.columns >= leastSize.columns && size.rows >= leastSize.rows }

  /// The screen without its first and its last line.
  static func body(_ size: Size) -> Rect { Rect(x: 0, y: 1, width: size.columns, height: size.rows - 2) }

  /// - Parameter recent: panes, the one that was looked at last first: of those that share a frame it is in front.
  package init(size: Size, tree: PaneTree, recent: [PaneID]) {
    status = Rect(x: 0, y: 0, width: size.columns, height: min(1, size.rows))
    footer = Rect(x: 0, y: size.rows - 1, width: size.columns, height: size.rows > 1 ? 1 : 0)
    guard Self.fits(size) else {
      (placements, borders, self.tree) = ([], [], tree)
      return
    }
    let body = Self.body(size)
    let fitted = tree.fitted(to: Size(columns: body.width, rows: body.height))
    let frames = PaneFrames(fitted, in: body)
    self.tree = fitted
    borders = fitted == tree ? frames.borders : []
    placements = frames.frames.map { panes, rect in
      Placement(pane: recent.first(where: panes.contains) ?? panes[0], frame: rect, tabs: panes)
    }
  }

  /// The frame that shows a pane, in front or behind.
  package func placement(of pane: PaneID) -> Placement? { placements.first { $0.tabs.contains(pane) } }

  /// The way to a pane's frame through the tree: the numbers of parts.
  func path(to pane: PaneID) -> [Int]? { tree.path(to: pane) }

  /// The frame that one looks at from a pane's in a direction: the one that stands opposite its middle.
  func neighbour(of pane: PaneID, _ direction: Direction) -> Placement? {
    guard let own = placement(of: pane)?.frame else { return nil }
    let middle = Point(x: own.x + own.width / 2, y: own.y + own.height / 2)
    let target =
      switch direction {
      case .left: Point(x: own.x - 1, y: middle.y)
      case .right: Point(x: own.x + own.width, y: middle.y)
      case .up: Point(x: middle.x, y: own.y - 1)
      case .down: Point(x: middle.x, y: own.y + own.height)
      }
    return placements.first { $0.frame.contains(target) }
  }
}

/// Ways to go on a screen.
enum Direction: String, CaseIterable {
  case left, down, up, right
}
