/// Where the panes stand as long as nobody arranges them, at every size.
import NetworkModel
import Terminal
import Testing

@testable import Workbench

struct LayoutTests {
  @Test(arguments: [false, true])
  func `Frames cover the screen between the first and last line, without overlap`(_ hasClassifier: Bool) {
    for columns in stride(from: 60, through: 240, by: 7) {
      for rows in stride(from: 16, through: 80, by: 3) {
        for neurons in [1, 2, 50, 4000] {
          let layout = layout(
            Size(columns: columns, rows: rows), panes(hasClassifier),
            greatestHeights: [.raster: 2 * neurons + 3, .membrane: neurons + 4])
          let frames = layout.placements.map(\.frame)
          #expect(frames.reduce(0) { $0 + $1.width * $1.height } == columns * (rows - 2))
          for (index, frame) in frames.enumerated() {
            #expect(frame.y >= 1 && frame.y + frame.height <= rows - 1 && frame.x + frame.width <= columns)
            #expect(frame.height >= 5 && frame.width >= 24, "\(frame) at \(columns) x \(rows)")
            #expect(frames[(index + 1)...].allSatisfy { $0.intersection(frame).isEmpty })
          }
        }
      }
    }
  }

  @Test(arguments: PaneID.allCases)
  func `The focused pane and the inspector are always in view`(_ focus: PaneID) {
    for size in [Size(columns: 60, rows: 16), Size(columns: 80, rows: 24), Size(columns: 120, rows: 36)] {
      for zoomed in [nil, focus] {
        let layout = layout(size, panes(true), focus: focus, zoomed: zoomed)
        let panes = layout.placements.map(\.pane)
        #expect(panes.contains(focus))
        // An answer that fills a narrow screen is read there.
        let fills = zoomed != nil && PaneID.answers.contains(focus) && size.columns < 110
        #expect(panes.contains(.inspector) != fills)
        #expect(Set(panes).count == panes.count)
      }
    }
  }

  @Test func `From 120 x 36 on every usual pane has a frame of its own`() {
    for hasClassifier in [false, true] {
      let expected = (PaneID.usual + [.inspector]).filter { hasClassifier || $0 != .classifier }
      let layout = layout(Size(columns: 120, rows: 36), expected)
      #expect(Set(layout.placements.map(\.pane)) == Set(expected))
      #expect(layout.placements.allSatisfy { $0.tabs.count == 1 })
    }
  }

  @Test(arguments: PaneID.allCases)
  func `A single pane, and the inspector alone, fill the screen`(_ pane: PaneID) {
    let size = Size(columns: 120, rows: 36)
    let layout = layout(size, pane == .inspector ? [pane] : [pane, .inspector], focus: pane)
    #expect(layout.placements.reduce(0) { $0 + $1.frame.width * $1.frame.height } == 120 * 34)
    #expect(layout.placements.map(\.pane) == (pane == .inspector ? [pane] : [pane, .inspector]))
  }

  @Test func `Chosen panes stand in their own order`() {
    let chosen: [PaneID] = [.trace, .graph, .raster, .energy]
    let layout = layout(Size(columns: 200, rows: 60), chosen + [.inspector], focus: .graph)
    #expect(layout.placements.map(\.pane) == chosen + [.inspector])
  }

  @Test func `One neuron leaves the height to its trace`() {
    let layout = layout(
      Size(columns: 80, rows: 24), [.raster, .membrane, .trace, .inspector],
      greatestHeights: [.raster: 5, .membrane: 5])
    let heights = layout.placements.map { ($0.pane, $0.frame.height) }
    #expect(heights.first { $0.0 == .raster }?.1 == 5)
    #expect(heights.first { $0.0 == .trace }?.1 == 17)
  }

  private func layout(
    _ size: Size, _ panes: [PaneID], greatestHeights: [PaneID: Int] = [:], focus: PaneID = .raster,
    zoomed: PaneID? = nil
  ) -> PaneLayout {
    let body = PaneLayout.body(size)
    let automatic = AutomaticLayout(
      size: Size(columns: body.width, rows: body.height), panes: panes, greatestHeights: greatestHeights)
    return PaneLayout(size: size, tree: zoomed.map(automatic.zoomed) ?? automatic.tree, recent: [focus])
  }

  private func panes(_ hasClassifier: Bool) -> [PaneID] {
    PaneID.allCases.filter { hasClassifier || $0 != .classifier }
  }
}
