/// `--plot`: the pictures of a run, in files and as text.
import ArgumentParser
import Debugger
import Foundation
import NetworkModel
import Simulation
import Support
import Testing

@testable import CLI

@Suite struct PlotTests {
  private func plan(_ steps: Int = 2000) throws -> HeadlessRun {
    HeadlessRun(document: "net", spec: try Example.firing(), options: .standard, steps: steps)
  }

  private func sheet(_ texts: [String], _ files: [String], _ plan: HeadlessRun, window: Int? = nil) throws -> PlotSheet
  {
    var plots: [Plot] = []
    for (index, text) in texts.enumerated() {
      plots.append(try Plot(parsing: text, into: files.indices.contains(index) ? files[index] : nil, plan.spec))
    }
    return try PlotSheet(plots, window: window, plan)
  }

  private func run(_ plan: HeadlessRun) throws -> RunReport {
    var recorders: [any Recorder] = []
    var progress = ProgressLine(isQuiet: true)
    return try #require(try plan.execute(recorders: &recorders, progress: &progress, stop: StopSignal()))
  }

  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test func everySpikeOfTheReportIsInTheFile() throws {
    try inFolder { folder in
      let file = folder.appendingPathComponent("raster.svg").path
      var plan = try plan(500)
      // As many columns as steps or more, so that no two spikes of a neuron share one.
      plan.sheet = try sheet(["raster"], [file], plan)
      let report = try run(plan)
      let elements = try SVGReader.elements(of: try String(contentsOfFile: file, encoding: .utf8))
      let spikes = try #require(elements.first { $0.name == "path" }).strokes
      #expect(spikes.count == report.spikes.values.reduce(0, +))
      #expect(spikes.count > 5)
    }
  }

  @Test func theRunIsTheSameWithAndWithoutAndSoAreTheBytes() throws {
    try inFolder { folder in
      let files = (0..<2).map { folder.appendingPathComponent("\($0).svg").path }
      let plain = try run(try plan()).stateHash
      for (file, threads) in zip(files, [1, 2]) {
        var plan = try plan()
        plan.options.threads = threads
        plan.sheet = try sheet(["trace:cell[1].v"], [file], plan)
        #expect(try run(plan).stateHash == plain)
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: files[0])) == Data(contentsOf: URL(fileURLWithPath: files[1])))
    }
  }

  @Test func severalTracesAreEachOfTheirOwnNeuron() throws {
    try inFolder { folder in
      let names = ["trace:cell[0].v", "trace:cell[3].v", "trace:other[1].v"]
      let files = names.indices.map { folder.appendingPathComponent("\($0).svg").path }
      var together = try plan()
      together.sheet = try sheet(names, files, together)
      _ = try run(together)
      for (name, file) in zip(names, files) {
        let alone = folder.appendingPathComponent("alone.svg").path
        var plan = try plan()
        plan.sheet = try sheet([name], [alone], plan)
        _ = try run(plan)
        #expect(try String(contentsOfFile: alone, encoding: .utf8) == String(contentsOfFile: file, encoding: .utf8))
      }
      #expect(Set(try files.map { try String(contentsOfFile: $0, encoding: .utf8) }).count == 3)
    }
  }

  @Test func withoutAFileItIsTextBehindTheReport() throws {
    var plan = try plan()
    plan.sheet = try sheet(["raster", "rates"], [], plan, window: 1000)
    let report = try run(plan)
    #expect(report.pictures.count == 2)
    #expect(report.pictures[0].contains("Raster") && report.pictures[0].contains("100 ms"))
    #expect(report.pictures.allSatisfy { $0.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 80 } })
    #expect(report.text(populations: ["cell", "other"]).hasSuffix(report.pictures[1]))
    #expect(try !report.json.contains("Raster"))
  }

  @Test(arguments: [
    "raster", "rates", "trace", "trace:cell[4].v", "trace:cell[4].isyn_exc", "trace:cell.v", "weights",
    "weights:cell->other", "histogram",
    "histogram:cell.v", "histogram:other.tau_m", "intervals:other", "membrane",
    "membrane:cell", "state", "state:cell[2]", "phase-plane", "energy",
  ])
  func goodFormsAreTaken(_ text: String) throws {
    let spec = try Example.firing()
    #expect(failure { _ = try Plot(parsing: text, into: nil, spec) } == nil)
  }

  @Test(arguments: [
    ("", "one of"), ("rastr", "did you mean raster?"), ("raster:cell", "leave out"),
    ("trace:cell[0..2].v", "one neuron"), ("trace:cell[0].w", "it has v"), ("trace:call[0].v", "did you mean"),
    ("trace:cell[5].v", "5"), ("trace:cell[0]", "no variable"), ("weights:none", "it has cell->other"),
    ("histogram:cell[1].v", "brackets"), ("histogram:cell.reset", "no value"), ("intervals:call", "call"),
    ("trace:", "trace:exc[3].v"), ("classifier", "one of"),
    ("f-i-curve", "one of"), ("state:cell[0..2]", "one neuron"), ("energy:cell", "leave out"),
  ])
  func badFormsAreRefusedWithTheirReason(_ text: String, _ words: String) throws {
    let spec = try Example.firing()
    let refusal = try #require(failure { _ = try Plot(parsing: text, into: nil, spec) }, "\(text)")
    #expect(refusal.status == .usage)
    #expect(refusal.text.hasPrefix("ganglion: --plot \(text): "), "\(refusal.text)")
    #expect(refusal.text.contains(words), "\(refusal.text)")
  }

  @Test(arguments: ["a.png", "a", "no/such/folder/a.svg"])
  func filesThatCannotBeAreRefusedBeforeTheRun(_ file: String) throws {
    let spec = try Example.firing()
    let refusal = try #require(failure { _ = try Plot(parsing: "raster", into: file, spec) })
    #expect(refusal.text.hasPrefix("ganglion: --out \(file): "))
  }

  @Test(arguments: [0, 1 << 18])
  func aWindowThatIsNotKeptIsRefused(_ steps: Int) throws {
    let plan = try plan()
    #expect(failure { _ = try sheet(["raster"], [], plan, window: steps) }?.status == .usage)
  }

  @Test(arguments: [
    (["--out", "a.svg"], "no --plot"), (["--window", "1s"], "there is none"),
    (["--plot", "raster", "--json"], "--out"),
    (["--plot", "raster", "--out", "a.svg", "--plot", "rates", "--out", "a.svg"], "twice"),
    (["--plot", "raster", "--converge"], "--converge"),
  ])
  func wordsThatDoNotGoTogetherAreRefused(_ arguments: [String], _ words: String) {
    let error = #expect(throws: (any Error).self) { try RunCommand.parse(["lif"] + arguments) }
    #expect(error.map { RunCommand.message(for: $0).contains(words) } == true)
  }
}
