/// The document that the README shows must be one.
import Formats
import Foundation
import Kernels
import Simulation
import Testing

@Suite struct ReadmeDocumentTests {
  @Test func theExampleIsValidAndFires() throws {
    let top = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let readme = try String(contentsOf: top.appendingPathComponent("README.md"), encoding: .utf8)
    let start = try #require(readme.firstRange(of: "```yaml\n")).upperBound
    let end = try #require(readme[start...].firstRange(of: "```")).lowerBound
    let document = try DocumentReader(models: Catalogue.descriptors)
      .read(text: String(readme[start..<end]), name: "README.md", folder: top.path)
    #expect(document.warnings.isEmpty)
    var simulation = try Simulation(document.spec)
    var spikes = 0
    for _ in 0..<1000 {
      simulation.step()
      spikes += simulation.lastSpikes.count
    }
    #expect(spikes > 0)
  }
}
