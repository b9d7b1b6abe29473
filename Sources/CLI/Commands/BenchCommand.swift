/// `ganglion bench`: how fast this program is on this machine.
import ArgumentParser

struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure the built-in benchmark networks on this machine.",
    discussion: """
      Prints wall time for one second of biological time (median, 10th and 90th percentile of the runs), the times of one
      update of a neuron and of one synaptic event, memory and build time. Repeat it beside whatever you compare with:
      machines that others use, too, differ from minute to minute. With --threads each run is followed by one on one
      thread, and the last column says how many times quicker it was.
      """)

  @Argument(help: "Networks to measure; all if none is named.") var names: [String] = []
  @Flag(help: "Shorter and fewer runs.") var quick = false
  @Flag(help: "The network `cuba` from 4 thousand neurons to 1 million instead.") var scaling = false
  @Option(help: "Threads.") var threads: Int = 1
  @Option(help: "Measured runs of each network.") var runs: Int?
  @Flag(help: "Print a JSON array.") var json = false

  func validate() throws {
    if threads < 1 { throw ValidationError("--threads must be 1 or more") }
    if let runs, runs < 1 { throw ValidationError("--runs must be 1 or more") }
  }

  func run() throws {
    let stop = StopSignal()
    var reports: [BenchReport] = []
    if !json { print(BenchReport.header) }
    for network in try networks() {
      var run = BenchRun(network: network, threads: threads)
      if quick { (run.runs, run.part) = (3, 0.1) }
      run.runs = runs ?? run.runs
      guard let report = try run.execute(stop: stop) else { throw Failure(.interrupted, "ganglion: interrupted") }
      reports.append(report)
      if !json { print(report.line) }
    }
    if json { print(try BenchReport.json(reports)) }
  }

  private func networks() throws(Failure) -> [BenchNetwork] {
    let offered = scaling ? BenchNetwork.offeredSizes : BenchNetwork.offered
    if names.isEmpty { return offered }
    var chosen: [BenchNetwork] = []
    for name in names {
      guard let network = offered.first(where: { $0.name == name }) else {
        let known = offered.map(\.name).joined(separator: ", ")
        throw Failure(.usage, "ganglion: there is no benchmark \"\(name)\" · they are \(known)")
      }
      chosen.append(network)
    }
    return chosen
  }
}
