/// Where the panes stand, at every size.
import Terminal
import Testing
import Views
import Workbench

struct LayoutTests {
  @Test(arguments: [false, true])
  func `Frames cover the screen between the first and last line, without overlap`(_ hasClassifier: Bool) {
    for columns in stride(from: 60, through: 240, by: 7) {
      for rows in stride(from: 16, through: 80, by: 3) {
        for neurons in [1, 2, 50, 4000] {
          let layout = PaneLayout(
            size: Size(columns: columns, rows: rows), panes: panes(hasClassifier),
            greatestHeights: [.raster: 2 * neurons + 3, .membrane: neurons + 4],
            focus: .raster)
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
        let layout = PaneLayout(size: size, panes: panes(true), focus: focus, zoomed: zoomed)
        let panes = layout.placements.map(\.pane)
        #expect(panes.contains(focus))
        #expect(panes.contains(.inspector))
        #expect(Set(panes).count == panes.count)
      }
    }
  }

  @Test func `From 120 x 36 on every usual pane has a frame of its own`() {
    for hasClassifier in [false, true] {
      let expected = (PaneID.usual + [.inspector]).filter { hasClassifier || $0 != .classifier }
      let layout = PaneLayout(size: Size(columns: 120, rows: 36), panes: expected, focus: .raster)
      #expect(Set(layout.placements.map(\.pane)) == Set(expected))
      #expect(layout.placements.allSatisfy { $0.tabs.count == 1 })
    }
  }

  @Test(arguments: PaneID.allCases)
  func `A single pane, and the inspector alone, fill the screen`(_ pane: PaneID) {
    let size = Size(columns: 120, rows: 36)
    let layout = PaneLayout(size: size, panes: pane == .inspector ? [pane] : [pane, .inspector], focus: pane)
    #expect(layout.placements.reduce(0) { $0 + $1.frame.width * $1.frame.height } == 120 * 34)
    #expect(layout.placements.map(\.pane) == (pane == .inspector ? [pane] : [pane, .inspector]))
  }

  @Test func `Chosen panes stand in their own order`() {
    let chosen: [PaneID] = [.trace, .graph, .raster, .energy]
    let layout = PaneLayout(size: Size(columns: 200, rows: 60), panes: chosen + [.inspector], focus: .graph)
    #expect(layout.placements.map(\.pane) == chosen + [.inspector])
  }

  @Test func `One neuron leaves the height to its trace`() {
    let layout = PaneLayout(
      size: Size(columns: 80, rows: 24), panes: [.raster, .membrane, .trace, .inspector],
      greatestHeights: [.raster: 5, .membrane: 5], focus: .raster)
    let heights = layout.placements.map { ($0.pane, $0.frame.height) }
    #expect(heights.first { $0.0 == .raster }?.1 == 5)
    #expect(heights.first { $0.0 == .trace }?.1 == 17)
  }

  private func panes(_ hasClassifier: Bool) -> [PaneID] {
    PaneID.allCases.filter { hasClassifier || $0 != .classifier }
  }

  @Test func `Every pane is in the catalogue once`() {
    #expect(
      PaneCatalogue.all.map(\.descriptor.id).sorted { $0.rawValue < $1.rawValue }
        == PaneID.allCases.sorted { $0.rawValue < $1.rawValue })
    #expect(PaneCatalogue.all.allSatisfy { $0.descriptor.doc.hasSuffix(".") && !$0.descriptor.title.isEmpty })
  }
}
