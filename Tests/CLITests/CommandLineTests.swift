/// What is written behind `--set`, `--for` and `--record`, in every form, and what is told about a wrong one.
import Basics
import Debugger
import Formats
import Foundation
import Kernels
import NetworkModel
import Testing
import Workbench

@testable import CLI

/// Documents that the tests of the command line change.
enum Example {
  static func network() throws -> NetworkSpec {
    try read(
      """
      dt: 0.1 ms
      populations:
        cell: {size: 5, model: IF_curr_exp}
        other: {size: 3, like: cell}
      """)
  }

  /// Neurons that fire by themselves, some of them onto the others.
  static func firing() throws -> NetworkSpec {
    try read(
      """
      dt: 0.1 ms
      populations:
        cell: {size: 5, model: IF_curr_exp, parameters: {i_offset: 1.5 nA}, initial: {v: "uniform(-65 mV, -50 mV)"}}
        other: {size: 3, like: cell}
      projections:
        - {from: cell, to: other, connect: all_to_all, weight: 0.1 nA, delay: 1 ms}
      """)
  }

  /// The classifier that ships: the one document here with data and a readout.
  static func classifier() throws -> NetworkSpec {
    try DocumentReader(models: Catalogue.descriptors)
      .read(file: checkout.appendingPathComponent("presets/digits.yaml").path).spec
  }

  static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func read(_ text: String) throws -> NetworkSpec {
    try DocumentReader(models: Catalogue.descriptors)
      .read(text: text, name: "net.yaml", folder: FileManager.default.temporaryDirectory.path).spec
  }
}

/// The failure that `body` ends with; nil if it does not fail.
func failure(of body: () throws -> Void) -> Failure? {
  do {
    try body()
    return nil
  } catch {
    return error as? Failure
  }
}

@Suite struct OverrideTests {
  @Test(arguments: [
    "cell.tau_m=15ms", "cell.tau_m=15", "cell.tau_m = 15 ms", "cell.tau_m 15 ms", "cell.tau_m=0.015 s",
    "cell[0..4].tau_m=15 ms",
  ])
  func aWholePopulationIsChangedInTheSpec(_ text: String) throws {
    var spec = try Example.network()
    var override = Override()
    try override.apply(text, to: &spec)
    #expect(spec.populations[0].parameters["tau_m"] == .number(.constant(15)))
    #expect(spec.populations[1].parameters["tau_m"] != .number(.constant(15)))
    #expect(override.edits.isEmpty)
  }

  @Test func choicesAndInitialStatesAreChangedInTheSpec() throws {
    var spec = try Example.network()
    var override = Override()
    try override.apply("cell.reset=soft", to: &spec)
    try override.apply("other.v=-55mV", to: &spec)
    #expect(spec.populations[0].parameters["reset"] == .choice("soft"))
    #expect(spec.populations[1].initial["v"] == .constant(-55))
  }

  @Test func aPartOfAPopulationIsEditedBeforeTheFirstStep() throws {
    var spec = try Example.network()
    let untouched = spec
    var override = Override()
    try override.apply("cell[1,3].v=-55mV", to: &spec)
    try override.apply("cell[2].tau_m=9ms", to: &spec)
    #expect(spec == untouched)
    #expect(override.edits.count == 2)
  }

  @Test func theLaterOfTwoWins() throws {
    var spec = try Example.network()
    var override = Override()
    for text in ["cell.tau_m=15ms", "cell.tau_m=25ms"] { try override.apply(text, to: &spec) }
    #expect(spec.populations[0].parameters["tau_m"] == .number(.constant(25)))
  }

  @Test(arguments: [
    "", "=", "cell", "cell.", ".tau_m=3ms", "cell.tau_m", "cell.tau_m=", "cell.tau_m=ms",
    "cell.tau_m=15mV", "cell.tau_m=15 mss", "cell.tau_m=nan", "cell.tau_m=inf ms", "cell.tau_m=1e999 ms",
    "cell.tau_m=-1ms", "cell.tau_n=15ms", "call.tau_m=15ms", "cell[5].tau_m=15ms", "cell[3..1].v=1mV", "cell[].v=-55mV",
    "cell.reset=sideways", "cell.spikes=3", "readout.at=4", "cell.present=3",
  ])
  func whatIsWrongIsRefusedAndChangesNothing(_ text: String) throws {
    var spec = try Example.network()
    let untouched = spec
    var override = Override()
    let complaint = try #require(failure { try override.apply(text, to: &spec) }, "\(text)")
    #expect(complaint.status == .usage)
    #expect(complaint.text.hasPrefix("ganglion: --set \(text): "))
    #expect(spec == untouched)
    #expect(override.edits.isEmpty)
  }

  @Test func theNearestSpellingIsOffered() throws {
    var spec = try Example.network()
    var override = Override()
    #expect(failure { try override.apply("cell.tau_n=15ms", to: &spec) }?.text.contains("tau_m") == true)
    #expect(failure { try override.apply("call.tau_m=15ms", to: &spec) }?.text.contains("cell") == true)
  }

  @Test(arguments: ["", " "]) func howDataArePlayedIsChanged(_ space: String) throws {
    var spec = try Example.classifier()
    var override = Override()
    for (name, value) in [("encoder", "poisson"), ("between", "keep"), ("order", "shuffled"), ("present", "128")] {
      try override.apply("input.\(name)\(space)=\(space)\(value)", to: &spec)
    }
    try override.apply("readout.at\(space)=\(space)8,32,128", to: &spec)
    let data = try #require(spec.presentation?.stimulus)
    #expect(data.encoder == .poisson)
    #expect(data.between == .keep)
    #expect(data.order == .shuffled)
    #expect(data.presentSteps == 128)
    #expect(spec.readout?.at == [8, 32, 128])
  }

  @Test(arguments: [
    "input.encoder=morse", "input.present=0", "input.present=1.5", "input.present=-3", "input.present=3ms",
    "input.present=", "readout.at=", "readout.at=8,4", "readout.at=4,4", "readout.at=0", "readout.at=4,,8",
    "readout.at=1e30",
  ])
  func wrongWordsAboutDataAreRefused(_ text: String) throws {
    var spec = try Example.classifier()
    let untouched = spec
    var override = Override()
    #expect(failure { try override.apply(text, to: &spec) }?.status == .usage)
    #expect(spec == untouched)
  }
}

@Suite struct StepCountTests {
  private let dt = Milliseconds(0.1)

  @Test(arguments: [
    ("500ms", 5000), ("1s", 10000), ("64steps", 64), ("0.04 ms", 0), ("0.06 ms", 1), ("0ms", 0), ("1e3 us", 10),
  ])
  func timesAreStepsOnTheGrid(_ text: String, _ steps: Int) throws {
    #expect(try StepCount.parse(text, dt: dt, option: "--for") == steps)
  }

  @Test(arguments: ["", "ms", "5", "5 bananas", "-1ms", "5mV", "nan ms", "inf", "1e999s", "1e300 s"])
  func whatIsNoTimeIsRefused(_ text: String) throws {
    let complaint = try #require(failure { _ = try StepCount.parse(text, dt: dt, option: "--for") }, "\(text)")
    #expect(complaint.status == .usage)
    #expect(complaint.text.hasPrefix("ganglion: --for \(text): "))
  }
}

@Suite struct RecordingTests {
  private func complaint(_ text: String, steps: Int = 100) throws -> Failure? {
    let plan = HeadlessRun(document: "net", spec: try Example.network(), options: .standard, steps: steps)
    return failure { _ = try Recording(parsing: text, plan) }
  }

  @Test(arguments: ["cell.spikes=a.csv", "cell[0..2].spikes=a.npy", "cell.v=a.csv", "cell[4].v=a=b.npy"])
  func goodFormsAreTaken(_ text: String) throws {
    #expect(try complaint(text) == nil)
  }

  @Test(arguments: [
    "", "=", "cell", "cell.spikes", "cell.spikes=", "=a.csv", "cell=a.csv", "cell.spikes=a", "cell.spikes=a.txt",
    "cell.w=a.csv", "call.spikes=a.csv", "cell[9].v=a.csv", "predictions=a.csv", "cell.spikes=no/such/folder/a.csv",
  ])
  func badFormsAreRefusedBeforeTheRun(_ text: String) throws {
    let refusal = try #require(try complaint(text), "\(text)")
    #expect(refusal.status == .usage)
    #expect(refusal.text.hasPrefix("ganglion: --record \(text): "))
  }

  @Test func moreThanMemoryHoldsIsRefused() throws {
    #expect(try complaint("cell.v=a.npy", steps: 1_000_000_000)?.text.contains("MB") == true)
    #expect(try complaint("cell.v=a.npy", steps: .max / 2)?.status == .usage)
  }

  @Test func predictionsAreATable() throws {
    let plan = HeadlessRun(document: "digits", spec: try Example.classifier(), options: .standard, steps: 1)
    #expect(failure { _ = try Recording(parsing: "predictions=a.csv", plan) } == nil)
    #expect(failure { _ = try Recording(parsing: "predictions=a.npy", plan) }?.status == .usage)
  }
}
