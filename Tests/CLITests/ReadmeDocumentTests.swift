/// The documents and the configuration that the README shows must be such.
import Formats
import Foundation
import Kernels
import NetworkModel
import Simulation
import Testing

@testable import CLI

@Suite struct ReadmeDocumentTests {
  @Test func theExampleIsValidAndFires() throws {
    let document = try DocumentReader(models: Catalogue.descriptors)
      .read(text: Self.examples()[0], name: "README.md", folder: ".")
    #expect(document.warnings.isEmpty)
    var simulation = try Simulation(document.spec)
    var spikes = 0
    for _ in 0..<1000 {
      simulation.step()
      spikes += simulation.lastSpikes.count
    }
    #expect(spikes > 0)
  }

  @Test func theLayoutIsValid() throws {
    let examples = try Self.examples()
    let population = "populations: {exc: {size: 10, model: lif}}\n"
    let document = try DocumentReader(models: Catalogue.descriptors)
      .read(text: population + examples[1], name: "README.md", folder: ".")
    #expect(document.spec.workbench.layout?.panes.count == 6)
  }

  @Test func theConfigurationIsValid() throws {
    let configuration = try UserConfiguration.reader.read(bytes: Array(Self.examples()[2].utf8), name: "README.md")
    #expect(configuration.theme == "light" && configuration.mouse == true && configuration.bindings.count == 2)
  }

  /// The pieces of YAML that the README shows, in order.
  private static func examples() throws -> [String] {
    let top = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let readme = try String(contentsOf: top.appendingPathComponent("README.md"), encoding: .utf8)
    return readme.components(separatedBy: "```yaml\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
  }
}
