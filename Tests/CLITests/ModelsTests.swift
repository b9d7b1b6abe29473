/// `ganglion models`: everything is explained, as text and as JSON, and the examples are documents.
import Basics
import Formats
import Foundation
import Kernels
import NetworkModel
import Testing

@testable import CLI

@Suite struct ModelsTests {
  @Test func theListHasALineForEverything() {
    let list = Explanation.list
    for entry in ModelsReport.Entry.all {
      #expect(list.contains { $0.hasPrefix(entry.name + " ") && $0.hasSuffix(entry.summary) }, "\(entry.name)")
    }
    #expect(ModelsReport.Entry.all.count > 35)
  }

  @Test(arguments: ModelsReport.Entry.all.map(\.name))
  func everythingIsExplainedWithItsParameters(_ name: String) throws {
    let entries = ModelsReport.Entry.named(name)
    // A plain name may be the name of something else.
    let entry = try #require(entries.first { $0.name == name })
    #expect(entries.count { $0.name == name } == 1)
    let lines = entry.explanation
    #expect(entry.summary.hasSuffix("."))
    for value in entry.parameters + entry.state {
      #expect(lines.contains { $0.hasPrefix("    \(value.name) ") && $0.hasSuffix(value.doc) }, "\(name).\(value.name)")
      #expect(value.doc.hasSuffix("."), "\(name).\(value.name)")
    }
  }

  @Test func plainNamesFindTheModel() {
    #expect(ModelsReport.Entry.named("lif").map(\.name) == ["IF_curr_exp"])
    #expect(ModelsReport.Entry.named("nobody").isEmpty)
  }

  @Test func theJSONSaysTheSame() throws {
    let object = try JSONSerialization.jsonObject(with: Data(ModelsReport.everything.json.utf8))
    let lists = try #require(object as? [String: [[String: Any]]])
    #expect(Set(lists.keys) == ["models", "rules", "connectors", "currents", "stimuli"])
    let lif = try #require(lists["models"]?.first { $0["name"] as? String == "IF_curr_exp" })
    let parameters = try #require(lif["parameters"] as? [[String: Any]])
    let tau = try #require(parameters.first { $0["name"] as? String == "tau_m" })
    #expect(tau["unit"] as? String == "ms")
    #expect(lif["weight_unit"] as? String == "nA")
    let probability = try #require(lists["connectors"]?.first { $0["name"] as? String == "fixed_probability" })
    #expect(probability["example"] as? String == "connect: {fixed_probability: 0.1}")
  }

  // MARK: The examples

  private func complaints(_ text: String) -> String? {
    do {
      _ = try DocumentReader(models: Catalogue.descriptors)
        .read(text: text, name: "net.yaml", folder: FileManager.default.temporaryDirectory.path)
      return nil
    } catch {
      return "\(error)"
    }
  }

  private static let head = """
    dt: 0.1 ms
    populations:
      exc: {size: 12, model: IF_curr_exp}

    """

  @Test(arguments: PartDescriptor.connectors)
  func theExampleOfAConnectorIsADocument(_ part: PartDescriptor) {
    let text = Self.head + "projections:\n  - {from: exc, to: exc, \(part.example), weight: 0.1 nA, delay: 1 ms}\n"
    // Files are not there; nothing else may be wrong.
    let complaint = complaints(text)
    let needsFile = part.fields.contains { $0.takes.contains("file") }
    #expect(
      needsFile ? complaint?.contains(".npy") == true || complaint?.contains(".csv") == true : complaint == nil,
      "\(complaint ?? "")")
  }

  @Test(arguments: PartDescriptor.currents)
  func theExampleOfACurrentIsADocument(_ part: PartDescriptor) {
    let complaint = complaints(Self.head + "stimuli:\n  - {into: exc, \(part.example)}\n")
    #expect(part.id == "recorded" ? complaint?.contains("current.npy") == true : complaint == nil, "\(complaint ?? "")")
  }

  @Test func theExampleOfPoissonIsADocument() throws {
    let example = try #require(PartDescriptor.stimuli.first { $0.id == "poisson" }).example
    #expect(complaints(Self.head + "stimuli:\n  - \(example)\n") == nil)
  }

  /// Whatever is described may be written: a name that no reader knows would be an error of its own.
  @Test(arguments: PartDescriptor.connectors)
  func whatMustBeGivenIsAskedFor(_ part: PartDescriptor) {
    for field in part.fields where field.place == .inside && field.standard == nil {
      let others = part.fields.filter { $0.place == .inside && $0.name != field.name }.map { "\($0.name): 1" }
      let text = "{\(part.id): {\(others.joined(separator: ", "))}}"
      let complaint = complaints(
        Self.head + "projections:\n  - {from: exc, to: exc, connect: \(text), weight: 0.1 nA, delay: 1 ms}\n")
      #expect(complaint?.contains(field.name) == true, "\(part.id).\(field.name): \(complaint ?? "nothing")")
    }
  }
}
