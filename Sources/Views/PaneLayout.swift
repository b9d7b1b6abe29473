/// Where the panes stand, for a size of the screen: pure, and the same for drawing and for observing.
package import Terminal
package import Workbench

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
  package let status: Rect
  package let footer: Rect

  package static func fits(_ size: Size) -> Bool { size.columns >= leastSize.columns && size.rows >= leastSize.rows }

  /// - Parameters:
  ///   - panes: those that have something to show.
  ///   - greatestHeights: rows, frame and all, beyond which a pane would stand empty; the others get the rest.
  ///   - zoomed: the pane that takes the others' place beside the inspector; nil for none.
  package init(
    size: Size, panes: [PaneID], greatestHeights: [PaneID: Int] = [:], focus: PaneID, zoomed: PaneID? = nil
  ) {
    status = Rect(x: 0, y: 0, width: size.columns, height: min(1, size.rows))
    footer = Rect(x: 0, y: size.rows - 1, width: size.columns, height: size.rows > 1 ? 1 : 0)
    let body = Rect(x: 0, y: 1, width: size.columns, height: size.rows - 2)
    guard Self.fits(size) else {
      placements = []
      return
    }
    if zoomed == .inspector {
      placements = [Placement(pane: .inspector, frame: body, tabs: [.inspector])]
      return
    }
    let columns = Self.columns(body, panes: panes, zoomed: zoomed)
    placements = columns.flatMap { Self.stack($0, focus: focus, greatestHeights) }
  }

  /// A picture of 8 × 8 pixels, each one cell high, two lines of accuracy, the frame.
  private static let classifierHeight = 12

  private struct Column {
    let panes: [PaneID]
    let frame: Rect
  }

  /// The inspector on the right, always; before it one column, or two where there is room and enough to show.
  private static func columns(_ body: Rect, panes: [PaneID], zoomed: PaneID?) -> [Column] {
    let inspectorWidth = body.width >= 160 ? 42 : body.width >= 110 ? 36 : body.width >= 76 ? 31 : 26
    let rest = body.width - inspectorWidth
    let inspector = Column(
      panes: [.inspector], frame: Rect(x: rest, y: body.y, width: inspectorWidth, height: body.height))
    let main = Rect(x: 0, y: body.y, width: rest, height: body.height)
    if let zoomed { return [Column(panes: [zoomed], frame: main), inspector] }
    let open = panes.filter { $0 != .inspector }
    if open.isEmpty { return [Column(panes: [.inspector], frame: body)] }
    // Other panes than the usual, or in another order, stand as they were ordered.
    guard open.starts(with: PaneID.usual.filter(hasPlace(panes))) else { return ordered(open, in: main) + [inspector] }
    let more = open.filter { !PaneID.usual.contains($0) }
    let reads = panes.contains(.classifier)
    if rest < 76 || !panes.contains(.weights) {
      // With room for three a low membrane stands well above a high trace.
      let isTall = frames(in: body.height) >= 3 && !panes.contains(.weights)
      let order: [PaneID] =
        [.raster, .classifier] + (isTall ? [.membrane, .trace] : [.trace, .membrane]) + [.weights] + more
      return [Column(panes: order.filter(panes.contains), frame: main), inspector]
    }
    let stage = rest * 11 / 20
    let left = Rect(x: 0, y: body.y, width: stage, height: body.height)
    let right = Rect(x: stage, y: body.y, width: rest - stage, height: body.height)
    return [
      Column(panes: [.raster, reads ? .classifier : .trace], frame: left),
      Column(panes: (reads ? [.weights, .membrane, .trace] : [.membrane, .weights]) + more, frame: right), inspector,
    ]
  }

  /// Whether a usual pane belongs to the usual picture of a network: weights and classifier not of every one.
  private static func hasPlace(_ panes: [PaneID]) -> (PaneID) -> Bool {
    { ![.weights, .classifier].contains($0) || panes.contains($0) }
  }

  /// One column, or two where there is room: the first half of the panes at the left.
  private static func ordered(_ panes: [PaneID], in main: Rect) -> [Column] {
    guard main.width >= 76, panes.count > 1 else { return [Column(panes: panes, frame: main)] }
    let half = (panes.count + 1) / 2
    let stage = main.width * 11 / 20
    let right = Rect(x: stage, y: main.y, width: main.width - stage, height: main.height)
    return [
      Column(panes: Array(panes[..<half]), frame: Rect(x: 0, y: main.y, width: stage, height: main.height)),
      Column(panes: Array(panes[half...]), frame: right),
    ]
  }

  /// How many frames one above the other can be read.
  private static func frames(in height: Int) -> Int {
    height >= 44 ? 4 : height >= 30 ? 3 : height >= 14 ? 2 : 1
  }

  /// As many frames as can be read; the panes that are left share the last.
  private static func stack(_ column: Column, focus: PaneID, _ greatestHeights: [PaneID: Int]) -> [Placement] {
    let frame = column.frame
    let count = min(column.panes.count, frames(in: frame.height))
    let reads = column.panes.contains(.classifier)
    // The first pane is half as high again as the others, but before a sample it leaves what picture and votes need.
    let parts = reads ? 2 * count : 2 * count + 1
    let greatestFirst = reads ? max(7, frame.height - Self.classifierHeight) : .max
    var y = frame.y
    return (0..<count).map { index in
      let pane = column.panes[index]
      let isLast = index == count - 1
      let share = index == 0 ? min(frame.height * (reads ? 2 : 3) / parts, greatestFirst) : frame.height * 2 / parts
      let height = isLast ? frame.y + frame.height - y : min(share, greatestHeights[pane] ?? .max)
      let tabs = isLast ? Array(column.panes[index...]) : [pane]
      defer { y += height }
      return Placement(
        pane: tabs.contains(focus) ? focus : pane,
        frame: Rect(x: frame.x, y: y, width: frame.width, height: height), tabs: tabs)
    }
  }
}
