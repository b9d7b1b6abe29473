/// Documents that must be refused, at the right place and in the right words.
import Formats
import NetworkModel
import Testing

@Suite(.timeLimit(.minutes(1)))
struct BadDocumentTests {
  @Test(arguments: DocumentCase.bad)
  func isRefusedAsRecorded(_ document: DocumentCase) throws {
    let refusal = #expect(throws: InvalidDocument.self) { _ = try document.read() }
    try document.expectGolden((refusal?.description ?? "") + "\n")
  }

  @Test(arguments: DocumentCase.bad)
  func everyIssueHasAPlaceAndWords(_ document: DocumentCase) throws {
    let refusal = #expect(throws: InvalidDocument.self) { _ = try document.read() }
    for issue in refusal?.issues ?? [] {
      #expect(issue.location.line >= 1)
      #expect(issue.location.column >= 1)
      #expect(!issue.message.isEmpty)
      #expect(!issue.description.contains("\n"))
    }
    #expect(refusal?.issues.contains { $0.severity == .error } == true)
  }

  @Test func thereAreEnoughOfThem() {
    #expect(DocumentCase.bad.count >= 45)
  }
}
