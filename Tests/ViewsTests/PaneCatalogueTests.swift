/// What the list of panes promises.
import Testing
import Views
import Workbench

struct PaneCatalogueTests {
  @Test func `Every pane is in the catalogue once`() {
    #expect(
      PaneCatalogue.all.map(\.descriptor.id).sorted { $0.rawValue < $1.rawValue }
        == PaneID.allCases.sorted { $0.rawValue < $1.rawValue })
    #expect(PaneCatalogue.all.allSatisfy { $0.descriptor.doc.hasSuffix(".") && !$0.descriptor.title.isEmpty })
  }
}
