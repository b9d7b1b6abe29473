/// Where the panes stand as long as nobody says so: by the size of the screen and by what is open.
import NetworkModel
import Terminal

struct AutomaticLayout {
  /// Everything but the first and the last line of the screen.
  let size: Size
  /// Those that have something to show, the inspector among them.
  let panes: [PaneID]
  /// Rows, frame and all, beyond which a pane would stand empty; the others get the rest.
  let greatestHeights: [PaneID: Int]

  /// A picture of 8 × 8 pixels, each one cell high, two lines of accuracy, the frame.
  private static let classifierHeight = 12

  /// Shares are cells, so that the tree in a screen of this size stands exactly so.
  var tree: PaneTree {
    guard panes.contains(.timeline), panes.contains(where: { ![.timeline, .inspector].contains($0) }),
      size.rows >= 2 * stripHeight
    else { return columnsTree }
    let rest = AutomaticLayout(
      size: Size(columns: size.columns, rows: size.rows - stripHeight), panes: panes.filter { $0 != .timeline },
      greatestHeights: greatestHeights)
    return .split(
      .rows,
      [
        PaneTree.Part(rest.columnsTree, share: rest.size.rows),
        PaneTree.Part(.frame([.timeline]), share: stripHeight),
      ])
  }

  /// The run lies as a strip below everything else.
  private var stripHeight: Int {
    min(size.rows >= 44 ? 12 : size.rows >= 30 ? 8 : 5, greatestHeights[.timeline] ?? .max)
  }

  private var columnsTree: PaneTree {
    let columns = columns
    return columns.count == 1
      ? stack(columns[0].panes) : .split(.columns, columns.map { PaneTree.Part(stack($0.panes), share: $0.width) })
  }

  /// One pane beside the inspector, or the inspector alone, or an answer alone where the screen is no wider than it.
  func zoomed(on pane: PaneID) -> PaneTree {
    let inspector = PaneTree.frame([.inspector])
    if pane == .inspector { return inspector }
    if PaneID.answers.contains(pane), size.columns < 110 { return .frame([pane]) }
    return .split(
      .columns,
      [
        PaneTree.Part(.frame([pane]), share: size.columns - inspectorWidth),
        PaneTree.Part(inspector, share: inspectorWidth),
      ])
  }

  private struct Column {
    let panes: [PaneID]
    let width: Int
  }

  private var inspectorWidth: Int {
    size.columns >= 160 ? 42 : size.columns >= 110 ? 36 : size.columns >= 76 ? 31 : 26
  }

  /// The inspector on the right, always; before it one column, or two where there is room and enough to show.
  private var columns: [Column] {
    let inspector = Column(panes: [.inspector], width: inspectorWidth)
    let rest = size.columns - inspectorWidth
    let open = panes.filter { $0 != .inspector }
    if open.isEmpty { return [inspector] }
    // Other panes than the usual, or in another order, stand as they were ordered.
    guard open.starts(with: PaneID.usual.filter(hasPlace)) else { return ordered(open, width: rest) + [inspector] }
    let more = open.filter { !PaneID.usual.contains($0) }
    let reads = panes.contains(.classifier)
    if rest < 76 || !panes.contains(.weights) {
      // With room for three a low membrane stands well above a high trace.
      let isTall = frameCount >= 3 && !panes.contains(.weights)
      let order: [PaneID] =
        [.raster, .classifier] + (isTall ? [.membrane, .trace] : [.trace, .membrane]) + [.weights] + more
      return [Column(panes: order.filter(panes.contains), width: rest), inspector]
    }
    let stage = rest * 11 / 20
    return [
      Column(panes: [.raster, reads ? .classifier : .trace], width: stage),
      Column(panes: (reads ? [.weights, .membrane, .trace] : [.membrane, .weights]) + more, width: rest - stage),
      inspector,
    ]
  }

  /// Whether a usual pane belongs to the usual picture of a network: weights and classifier not of every one.
  private func hasPlace(_ pane: PaneID) -> Bool {
    ![.weights, .classifier].contains(pane) || panes.contains(pane)
  }

  /// One column, or two where there is room: the first half of the panes at the left.
  private func ordered(_ panes: [PaneID], width: Int) -> [Column] {
    guard width >= 76, panes.count > 1 else { return [Column(panes: panes, width: width)] }
    let half = (panes.count + 1) / 2
    let stage = width * 11 / 20
    return [
      Column(panes: Array(panes[..<half]), width: stage), Column(panes: Array(panes[half...]), width: width - stage),
    ]
  }

  /// How many frames one above the other can be read.
  private var frameCount: Int { size.rows >= 44 ? 4 : size.rows >= 30 ? 3 : size.rows >= 14 ? 2 : 1 }

  /// Answers have the greater part below the others, if that is high enough to be read.
  private func stack(_ panes: [PaneID]) -> PaneTree {
    let answers = panes.filter(PaneID.answers.contains)
    let others = panes.filter { !answers.contains($0) }
    guard !answers.isEmpty, !others.isEmpty, size.rows >= 44 else { return frames(panes) }
    let height = size.rows * 3 / 5
    let above = AutomaticLayout(
      size: Size(columns: size.columns, rows: size.rows - height), panes: self.panes, greatestHeights: greatestHeights)
    return .split(
      .rows,
      [
        PaneTree.Part(above.frames(others), share: above.size.rows), PaneTree.Part(.frame(answers), share: height),
      ])
  }

  /// As many frames as can be read; the panes that are left share the last.
  private func frames(_ panes: [PaneID]) -> PaneTree {
    let count = min(panes.count, frameCount)
    guard count > 1 else { return .frame(panes) }
    let reads = panes.contains(.classifier)
    // The first pane is half as high again as the others, but before a sample it leaves what picture and votes need.
    let parts = reads ? 2 * count : 2 * count + 1
    let greatestFirst = reads ? max(7, size.rows - Self.classifierHeight) : .max
    var rest = size.rows
    return .split(
      .rows,
      (0..<count).map { index in
        if index == count - 1 { return PaneTree.Part(.frame(Array(panes[index...])), share: rest) }
        let share = index == 0 ? min(size.rows * (reads ? 2 : 3) / parts, greatestFirst) : size.rows * 2 / parts
        let height = min(share, greatestHeights[panes[index]] ?? .max)
        rest -= height
        return PaneTree.Part(.frame([panes[index]]), share: height)
      })
  }
}
