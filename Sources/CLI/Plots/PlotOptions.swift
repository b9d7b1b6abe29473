/// `--plot`, `--out` and `--window` of `ganglion run`.
import ArgumentParser
import NetworkModel

struct PlotOptions: ParsableArguments {
  @Option(
    name: .customLong("plot"), parsing: .singleValue,
    help: ArgumentHelp(
      "Draw raster, rates, 'trace:exc[3].v', 'weights:exc->inh', histogram:exc.v, intervals:exc, membrane:exc, "
        + "'state:exc[3]', 'phase-plane:exc[3]' or energy when it is over.",
      valueName: "what"))
  var plots: [String] = []
  @Option(
    name: .customLong("out"), parsing: .singleValue,
    help: ArgumentHelp(
      "Where a --plot goes as SVG, in their order; without, it is printed as text.", valueName: "file.svg"))
  var files: [String] = []
  @Option(help: "How much of the end of the run a --plot shows, e.g. 500ms; all of it if not given.")
  var window: String?

  func validate() throws {
    if files.count > plots.count {
      throw ValidationError("--out \(files[plots.count]) has no --plot to go with it")
    }
    if window != nil, plots.isEmpty { throw ValidationError("--window says what a --plot shows, and there is none") }
    if let twice = files.first(where: { file in files.count { $0 == file } > 1 }) {
      throw ValidationError("--out \(twice) is given twice, and each plot needs a file of its own")
    }
  }

  /// Whether one of them is printed.
  var needsText: Bool { files.count < plots.count }

  /// - Returns: nil where nothing is to be drawn.
  func sheet(_ plan: HeadlessRun) throws(Failure) -> PlotSheet? {
    var drawn: [Plot] = []
    for (index, text) in plots.enumerated() {
      drawn.append(try Plot(parsing: text, into: files.indices.contains(index) ? files[index] : nil, plan.spec))
    }
    let window = try window.map { text throws(Failure) in
      try StepCount.parse(text, dt: plan.spec.dt, option: "--window")
    }
    return drawn.isEmpty ? nil : try PlotSheet(drawn, window: window, plan)
  }
}
