/// What the README says of the program must be so.
import Testing
import Workbench

@Suite struct ReadmeTests {
  @Test func theTenKeysAreTheCatalogues() throws {
    let readme = try SourceTree.text("README.md")
    #expect(KeysTable.first.split(separator: "\n").count == 12)
    #expect(readme.contains(KeysTable.first), "it should be:\n\(KeysTable.first)")
  }

  @Test func everyPaneIsExplained() throws {
    let readme = try SourceTree.text("README.md")
    for pane in PaneID.allCases { #expect(readme.contains("\n| `\(pane.rawValue)` | "), "\(pane.rawValue)") }
  }
}
