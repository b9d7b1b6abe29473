/// A run without a screen, from building to the report.
import Analysis
import Basics
import Debugger
import NetworkModel
import Simulation
import Synchronization

/// Takes down something of a run, step by step.
protocol Recorder {
  /// After every step.
  mutating func record(_ simulation: borrowing Simulation, _ readout: Readout?)
  /// After the last step.
  mutating func finish(_ simulation: borrowing Simulation)
  /// Writes what was taken down; called once.
  func write() throws(Failure)
}

extension Recorder {
  mutating func finish(_ simulation: borrowing Simulation) {}
}

struct HeadlessRun {
  var document: String
  var spec: NetworkSpec
  var options: BuildOptions
  /// Steps that are simulated and left out of every statistic.
  var warmupSteps = 0
  var steps: Int
  /// Edits of single neurons, made before the first step.
  var edits: [EngineCommand] = []
  /// Where it goes on from, instead of the initial state.
  var start: CheckpointFile?
  /// What is drawn when it is over; nil for nothing.
  var sheet: PlotSheet?
  /// Where the state at the end is kept, and at an interruption too.
  var keep: CheckpointStore?

  /// - Returns: nil when the run was stopped.
  func execute(
    recorders: inout [any Recorder], progress: inout ProgressLine, stop: StopSignal
  ) throws(Failure) -> RunReport? {
    let clock = ContinuousClock()
    let buildStart = clock.now
    guard let simulation = try build(progress, stop) else { return nil }
    let built = clock.now
    var session = DebugSession(watching: simulation, options: options)
    sheet?.prepare(&session)
    var statistics = IntervalStatistics(neurons: session.simulation.neuronCount, dt: session.dt)
    var counted = (start: clock.now, events: session.simulation.synapticEvents)
    let total = warmupSteps + steps
    var step = 0
    while step < total {
      if step == warmupSteps {
        session.readout?.reset()
        counted = (clock.now, session.simulation.synapticEvents)
      }
      let next = [total, step < warmupSteps ? warmupSteps : total, step / 128 * 128 + 128].min() ?? total
      // A recorder wants to see every step, and a picture to know of all of them.
      let done = sheet == nil ? session.skip(atMost: recorders.isEmpty ? next - step : 1) : session.step()
      step += done
      if step > warmupSteps { statistics.add(session.simulation, steps: done) }
      for index in recorders.indices { recorders[index].record(session.simulation, session.readout) }
      if step % 128 == 0 {
        if stop.isRaised {
          progress.clear()
          try keep?.saveInterrupted(session.simulation)
          return nil
        }
        progress.show(Double(step) / Double(total), "\(Int(session.simulation.time.value)) ms")
      }
    }
    let wall = clock.now - counted.start
    progress.clear()
    for index in recorders.indices { recorders[index].finish(session.simulation) }
    for recorder in recorders { try recorder.write() }
    try keep?.save(session.simulation)
    var report = outline(session.simulation, statistics)
    report.buildSeconds = (built - buildStart).seconds
    report.wallSeconds = wall.seconds
    report.realtimeFactor = wall.seconds > 0 ? report.simulatedMilliseconds / 1000 / wall.seconds : 0
    report.synapticEvents = session.simulation.synapticEvents - counted.events
    if let readout = session.readout { report.add(readout) }
    if let sheet { report.pictures = try sheet.draw(&session) }
    return report
  }

  /// - Returns: nil when the building was stopped.
  private func build(_ progress: ProgressLine, _ stop: StopSignal) throws(Failure) -> Simulation? {
    let isStopped = stop.flag
    let line = Mutex(progress)
    defer { line.withLock { $0.clear() } }
    do {
      var simulation = try Simulation(spec, options: options) { fraction in
        line.withLock { $0.show(fraction, "building") }
        return !isStopped.isRaised
      }
      if let start { try simulation.restore(start) }
      for edit in edits { try simulation.make(edit) }
      return simulation
    } catch BuildError.interrupted {
      return nil
    } catch {
      throw Failure(.usage, "ganglion: \(document): \(error)")
    }
  }

  private func outline(_ simulation: borrowing Simulation, _ statistics: IntervalStatistics) -> RunReport {
    var report = RunReport(
      document: document, seed: simulation.seed, threads: simulation.threads,
      precision: simulation.precision.rawValue, dtMilliseconds: simulation.dt.value, steps: steps,
      simulatedMilliseconds: Double(steps) * simulation.dt.value, buildSeconds: 0, wallSeconds: 0, realtimeFactor: 0,
      neurons: simulation.neuronCount, synapses: simulation.synapseCount, spikes: [:], rates: [:], cvs: [:],
      synapticEvents: 0, stateHash: StateHash.text(simulation.stateHash), peakMemory: ProcessMemory.peakMebibytes)
    for population in simulation.populations {
      let neurons = population.firstNeuron..<population.firstNeuron + population.size
      report.spikes[population.name] = statistics.spikes(of: neurons)
      report.rates[population.name] = statistics.rate(of: neurons, steps: steps)
      report.cvs.updateValue(statistics.meanCV(of: neurons), forKey: population.name)
    }
    return report
  }
}

extension IntervalStatistics {
  /// The spikes of the last steps.
  fileprivate mutating func add(_ simulation: borrowing Simulation, steps: Int) {
    for back in (0..<steps).reversed() { add(simulation.spikes(back: back), at: Tick(simulation.tick.value - back)) }
  }
}

extension RunReport {
  fileprivate mutating func add(_ readout: Readout) {
    presented = readout.read.last
    var percents: [String: Double] = [:]
    for (index, time) in readout.at.enumerated() where readout.read[index] > 0 {
      percents["\(time)"] = 100 * Double(readout.correct[index]) / Double(readout.read[index])
    }
    accuracyAt = percents
    accuracy = readout.at.last.flatMap { percents["\($0)"] }
  }
}

extension Duration {
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}

extension Simulation {
  fileprivate mutating func make(_ edit: EngineCommand) throws(EditError) {
    switch edit {
    case .setParameter(let selection, let name, let setting): try setParameter(selection, name: name, setting)
    case .setState(let selection, let variable, let value): try setState(selection, variable: variable, value)
    default: preconditionFailure("an edit sets a parameter or a state variable")
    }
  }
}
