/// `ganglion run`: a simulation without a screen.
import ArgumentParser
import Basics
import Formats
import Foundation
import NetworkModel
import Simulation

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Simulate a document or preset without a screen.",
    discussion: """
      Without --for, a network with labelled data is shown its held-out part once; any other runs for the duration that
      its document states, or 1 s.
      """)

  @Argument(help: "A document, or the name of a preset.") var document: String
  @Option(name: .customLong("for"), help: "How long, in biological time: 1s, 500ms, 64steps.") var duration: String?
  @Option(help: "Simulated first and left out of every statistic.") var warmup: String?
  @Option(help: "Seed of wiring, initial state and every random stream, instead of the document's.") var seed: UInt64?
  @Option(help: "Length of a step instead of the document's, e.g. 0.05ms.") var dt: String?
  @Option(help: "single or double, instead of the document's.") var precision: Precision?
  @Option(help: "Threads; the result is the same for any number.") var threads: Int = 1
  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Change a value, e.g. exc.tau_m=15ms, 'exc[3].v=-55mV', input.encoder=poisson.", valueName: "what"))
  var changes: [String] = []
  @Option(
    name: .customLong("record"), parsing: .singleValue,
    help: ArgumentHelp(
      "Take down exc.spikes, 'exc[0..9].v', predictions or, at the end, 'exc->inh.weights' into a file, .csv or .npy.",
      valueName: "what=file"))
  var records: [String] = []
  @OptionGroup var plots: PlotOptions
  @Option(
    help: ArgumentHelp("Keep the state at the end, or where Ctrl-C stopped it, to go on from there.", valueName: "file")
  )
  var save: String?
  @Option(
    help: ArgumentHelp(
      "Go on from a state that --save kept. Seed, precision and dt are taken from it; a --set of whole populations must be "
        + "given as it was then, one of single neurons changes the state that was kept.", valueName: "file"))
  var resume: String?
  @Flag(help: "Run at dt and at half of it, and say what changed: rates, CV, spike times, where they part.")
  var converge = false
  @Flag(help: "Print one JSON object.") var json = false
  @Flag(help: "Show no progress.") var quiet = false

  func validate() throws {
    if threads < 1 { throw ValidationError("--threads must be 1 or more") }
    if json, plots.needsText { throw ValidationError("with --json every --plot needs its --out") }
    if converge, !plots.plots.isEmpty {
      throw ValidationError("--converge makes two runs, and there is no --plot of both")
    }
    if converge, save != nil || resume != nil || !records.isEmpty {
      throw ValidationError("--converge makes two runs, which leave nothing to --save, --resume or --record")
    }
  }

  func run() throws {
    let loaded = try DocumentSource().load(document)
    for warning in loaded.warnings where !quiet { StandardError.print(warning.description) }
    let start = try resume.map { path throws(Failure) in try CheckpointStore(path: path).load() }
    let plan = try plan(loaded.spec, start)
    var recorders = try records.map { text throws(Failure) in try Recording(parsing: text, plan).recorder() }
    var progress = ProgressLine(isQuiet: quiet)
    if converge { return try compare(plan, &progress) }
    guard let report = try plan.execute(recorders: &recorders, progress: &progress, stop: StopSignal()) else {
      progress.clear()
      throw Failure(.interrupted, "ganglion: interrupted")
    }
    print(json ? try report.json : report.text(populations: plan.spec.populations.map(\.name)))
  }

  private func compare(_ plan: HeadlessRun, _ progress: inout ProgressLine) throws {
    guard let report = try Convergence(plan).execute(progress: &progress, stop: StopSignal()) else {
      progress.clear()
      throw Failure(.interrupted, "ganglion: interrupted")
    }
    print(json ? try report.json : report.text(populations: plan.spec.populations.map(\.name)))
  }

  private func plan(_ document: NetworkSpec, _ start: CheckpointFile?) throws(Failure) -> HeadlessRun {
    var spec = document
    let kept = start?.checkpoint.header
    if let dt { spec.dt = try Self.stepLength(dt) } else if let kept { spec.dt = kept.dt }
    var override = Override()
    for change in changes { try override.apply(change, to: &spec) }
    if let presentation = spec.presentation?.stimulus, let last = spec.readout?.at.last,
      last > presentation.presentSteps
    {
      throw Failure(
        .usage, "ganglion: the readout after \(last) steps lies beyond a presentation of \(presentation.presentSteps)")
    }
    let options = BuildOptions(
      threads: threads, precision: precision ?? kept?.precision, seed: seed ?? kept?.seed,
      memoryLimit: Int(clamping: ProcessInfo.processInfo.physicalMemory))
    var plan = HeadlessRun(document: self.document, spec: spec, options: options, steps: Self.defaultSteps(spec))
    plan.edits = override.edits
    plan.start = start
    plan.keep = try save.map { path throws(Failure) in try CheckpointStore(path: path).checked() }
    if let duration { plan.steps = try StepCount.parse(duration, dt: spec.dt, option: "--for") }
    if let warmup { plan.warmupSteps = try StepCount.parse(warmup, dt: spec.dt, option: "--warmup") }
    plan.sheet = try plots.sheet(plan)
    return plan
  }

  private static func stepLength(_ text: String) throws(Failure) -> Milliseconds {
    guard let quantity = try? Quantity(parsing: text), quantity.dimension == .time, quantity.value > 0 else {
      throw Failure(.usage, "ganglion: --dt \(text): a time above 0 with its unit is wanted · e.g. --dt 0.1ms")
    }
    return Milliseconds(quantity.value)
  }

  private static func defaultSteps(_ spec: NetworkSpec) -> Int {
    if let shown = spec.presentation, !shown.dataset.labels.isEmpty {
      return shown.dataset.presentedRows.count * shown.stimulus.presentSteps
    }
    return (spec.duration ?? Milliseconds(1000)).ticks(dt: spec.dt)
  }
}

extension Precision: ExpressibleByArgument {}
