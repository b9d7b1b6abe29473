/// What is written is read as the same network, and reads as if a person had written it.
import Basics
import Formats
import Foundation
import Kernels
import NetworkModel
import Testing

@Suite(.timeLimit(.minutes(2)))
struct WriterTests {
  @Test(arguments: DocumentCase.good)
  func goodDocumentsComeBack(_ document: DocumentCase) throws {
    try expectReturn(of: document.read().spec)
  }

  @Test(arguments: presets)
  func presetsComeBack(_ preset: String) throws {
    let folder = Self.presetFolder
    try expectReturn(of: DocumentReader.ofTests.read(file: folder + "/" + preset).spec)
  }

  @Test(arguments: 0..<60)
  func randomNetworksComeBack(_ seed: Int) throws {
    var maker = SpecMaker(seed: UInt64(seed))
    try expectReturn(of: maker.spec())
  }

  @Test func readsAsIfWrittenByHand() throws {
    var spec = NetworkSpec()
    spec.title = "Three populations"
    spec.about = "An example.\n\nOf what is written.\n"
    spec.duration = Milliseconds(1000)
    let parameters: [String: ParameterSource] = [
      "tau_m": .number(.constant(20)), "v_rest": .number(.constant(-65)), "v_thresh": .number(.constant(-50)),
      "i_offset": .number(.uniform(low: 0, high: 0.8)), "reset": .choice("soft"), "cm": .number(.constant(0.0002)),
    ]
    spec.populations = [
      PopulationSpec(
        name: "exc", shape: [80], model: "IF_curr_exp", parameters: parameters, initial: ["v": .constant(-60)]),
      PopulationSpec(
        name: "inh", shape: [20], model: "IF_curr_exp", parameters: parameters, initial: ["v": .constant(-60)]),
      PopulationSpec(
        name: "noise", shape: [5, 10], model: "SpikeSourcePoisson", parameters: ["rate": .number(.constant(20_000))]),
    ]
    let exc = Selection(all: "exc", size: 80)
    spec.projections = [exc, Selection(all: "inh", size: 20)].map {
      ProjectionSpec(
        name: "exc->\($0.population)", from: exc, to: $0, connector: .fixedProbability(0.1), weight: .constant(0.0162),
        delay: .constant(0.1))
    }
    spec.projections.append(
      ProjectionSpec(
        name: "drive", from: Selection(all: "noise", size: 50), to: Selection(population: "exc", ranges: [0...49]),
        connector: .oneToOne, weight: .normal(mean: 0.5, deviation: 0.1, min: 0, max: nil),
        delay: .uniform(low: 1, high: 5)))
    #expect(Self.writer.write(spec, stem: "three").text == Self.expected)
  }

  private static let expected = """
    ganglion: 1
    title: Three populations
    about: |
      An example.

      Of what is written.
    dt: 0.1 ms
    duration: 1 s
    seed: 1
    populations:
      exc:
        size: 80
        model: IF_curr_exp
        parameters: {cm: 0.2 pF, tau_m: 20 ms, v_rest: -65 mV, i_offset: "uniform(0 nA, 0.8 nA)", v_thresh: -50 mV,
                     reset: soft}
        initial: {v: -60 mV}
      inh: {size: 20, like: exc}
      noise: {shape: [5, 10], model: SpikeSourcePoisson, parameters: {rate: 20 kHz}}
    projections:
      - {from: exc, to: [exc, inh], connect: {fixed_probability: 0.1}, receptor: excitatory, weight: 0.0162 nA,
         delay: 0.1 ms}
      - {name: drive, from: noise, to: "exc[0..49]", connect: one_to_one, receptor: excitatory,
         weight: "normal(0.5 nA, 0.1 nA, min: 0 nA)", delay: "uniform(1 ms, 5 ms)"}

    """

  // MARK: Support

  static let writer = DocumentWriter(models: Catalogue.descriptors, rules: Catalogue.rules.map(\.descriptor))
  static let presetFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("presets").path
  static let presets = ((try? FileManager.default.contentsOfDirectory(atPath: presetFolder)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

  private func expectReturn(of spec: NetworkSpec) throws {
    let written = Self.writer.write(spec, stem: "document")
    let folder = try ScratchFolder()
    for file in written.files { try folder.write(file.bytes, to: file.name) }
    do {
      let again = try DocumentReader.ofTests.read(text: written.text, name: "t.yaml", folder: folder.path)
      expectSame(again.spec, spec, written.text)
    } catch {
      Issue.record("\(error)\n\(written.text)")
    }
  }
}

/// Holds two networks against each other, and shows the lines in which they differ.
func expectSame(_ found: NetworkSpec, _ expected: NetworkSpec, _ text: String) {
  if found.withoutPlaces == expected.withoutPlaces { return }
  let lines = { (spec: NetworkSpec) in SpecText.describe(spec.withoutPlaces, warnings: []).split(separator: "\n") }
  let differences = lines(found).difference(from: lines(expected)).map { "\($0)".prefix(400) }
  Issue.record("the networks differ: \(differences.joined(separator: "\n"))\n\(text.prefix(3000))")
}

/// A folder that is gone after the test.
final class ScratchFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("ganglion-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
