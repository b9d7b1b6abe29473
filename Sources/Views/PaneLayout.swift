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
  ///   - firingNeurons: neurons that the raster has to show; few of them need a low raster only.
  ///   - zoomed: the pane that takes the others' place beside the inspector; nil for none.
  package init(size: Size, hasClassifier: Bool, firingNeurons: Int, focus: PaneID, zoomed: PaneID? = nil) {
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
    let columns = Self.columns(body, hasClassifier: hasClassifier, zoomed: zoomed)
    let raster = firingNeurons < 1000 ? 3 + 2 * max(1, firingNeurons) : Int.max
    placements = columns.flatMap {
      Self.stack($0.panes, in: $0.frame, focus: focus, hasClassifier: hasClassifier, greatestRaster: raster)
    }
  }

  private struct Column {
    let panes: [PaneID]
    let frame: Rect
  }

  /// The inspector on the right, always; before it one column, or two where there is room.
  private static func columns(_ body: Rect, hasClassifier: Bool, zoomed: PaneID?) -> [Column] {
    let inspectorWidth = body.width >= 160 ? 42 : body.width >= 110 ? 36 : body.width >= 76 ? 31 : 26
    let rest = body.width - inspectorWidth
    let inspector = Column(
      panes: [.inspector], frame: Rect(x: rest, y: body.y, width: inspectorWidth, height: body.height))
    let main = Rect(x: 0, y: body.y, width: rest, height: body.height)
    if let zoomed { return [Column(panes: [zoomed], frame: main), inspector] }
    if rest < 76 {
      let panes: [PaneID] =
        hasClassifier ? [.raster, .classifier, .trace, .membrane, .weights] : [.raster, .trace, .membrane, .weights]
      return [Column(panes: panes, frame: main), inspector]
    }
    let stage = rest * 11 / 20
    let left = Rect(x: 0, y: body.y, width: stage, height: body.height)
    let right = Rect(x: stage, y: body.y, width: rest - stage, height: body.height)
    return hasClassifier
      ? [
        Column(panes: [.raster, .classifier], frame: left),
        Column(panes: [.weights, .membrane, .trace], frame: right), inspector,
      ]
      : [
        Column(panes: [.raster, .trace], frame: left), Column(panes: [.membrane, .weights], frame: right), inspector,
      ]
  }

  /// As many frames as can be read, one above the other; the panes that are left share the last.
  private static func stack(
    _ panes: [PaneID], in frame: Rect, focus: PaneID, hasClassifier: Bool, greatestRaster: Int
  ) -> [Placement] {
    let readable = frame.height >= 44 ? 4 : frame.height >= 30 ? 3 : frame.height >= 14 ? 2 : 1
    let count = min(panes.count, readable)
    var y = frame.y
    return (0..<count).map { index in
      let isLast = index == count - 1
      // The first pane of a column is half as high again as the others, but the sample that is read comes before it.
      let parts = index == 0 && !hasClassifier ? 3 : 2
      let share = hasClassifier ? frame.height * 19 / (20 * count) : frame.height * parts / (2 * count + 1)
      let fitting = panes[index] == .raster ? min(share, greatestRaster) : share
      let height = isLast ? frame.y + frame.height - y : fitting
      let tabs = isLast ? Array(panes[index...]) : [panes[index]]
      defer { y += height }
      return Placement(
        pane: tabs.contains(focus) ? focus : tabs[0],
        frame: Rect(x: frame.x, y: y, width: frame.width, height: height), tabs: tabs)
    }
  }
}
