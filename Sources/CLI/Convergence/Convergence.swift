/// `--converge`: the same run at dt and at dt/2, and what of it depends on dt.
import Basics
import Kernels
import NetworkModel
import Simulation

struct Convergence {
  let plan: HeadlessRun

  /// - Throws: where a step is the network's own unit of time, so that half of one means nothing.
  init(_ plan: HeadlessRun) throws(Failure) {
    let models = plan.spec.populations.compactMap { population in
      Catalogue.descriptors.first { $0.id == population.model }
    }
    if let discrete = models.first(where: \.isDimensionless) {
      throw Failure(
        .usage, "ganglion: --converge: \(discrete.id) counts time in steps, so that no other dt is the same network")
    }
    self.plan = plan
  }

  /// - Returns: nil when it was stopped.
  func execute(progress: inout ProgressLine, stop: StopSignal) throws(Failure) -> ConvergenceReport? {
    var fine = plan
    fine.spec.dt = Milliseconds(plan.spec.dt.value / 2)
    fine.steps *= 2
    fine.warmupSteps *= 2
    guard let first = try Self.run(plan, &progress, stop), let second = try Self.run(fine, &progress, stop) else {
      return nil
    }
    var report = ConvergenceReport(coarse: first.report, fine: second.report)
    report.compare(first.trains, second.trains, dt: plan.spec.dt.value, end: plan.end) { plan.name(of: $0) }
    report.notes = notes
    return report
  }

  private static func run(
    _ plan: HeadlessRun, _ progress: inout ProgressLine, _ stop: StopSignal
  ) throws(Failure) -> (report: RunReport, trains: [[Double]])? {
    let neurons = plan.spec.populations.reduce(0) { $0 + $1.size }
    var recorders: [any Recorder] = [TrainRecorder(neurons: neurons, from: plan.warmupSteps)]
    guard let report = try plan.execute(recorders: &recorders, progress: &progress, stop: stop),
      let recorder = recorders.first as? TrainRecorder
    else { return nil }
    return (report, recorder.trains)
  }

  /// What else than the integration makes the two runs differ.
  private var notes: [String] {
    var notes: [String] = []
    let hasSource = plan.spec.populations.contains { $0.model == Catalogue.poisson.id }
    let hasStimulus = plan.spec.stimuli.contains { if case .poisson = $0.kind { true } else { false } }
    if hasSource || hasStimulus {
      notes.append("the input is random and is drawn anew for every dt: compare rates and CV, not single spikes")
    }
    if (plan.options.precision ?? plan.spec.precision) == .single {
      notes.append("single precision rounds, too: --precision double leaves dt alone to make a difference")
    }
    return notes
  }
}

/// The first spikes of every neuron after the warm-up [ms].
struct TrainRecorder: Recorder {
  /// More of a neuron's spikes are not kept: by then a chaotic network has long gone its own way.
  private static let mostSpikes = 1000

  private(set) var trains: [[Double]]
  private let start: Int

  init(neurons: Int, from start: Int) {
    trains = Array(repeating: [], count: neurons)
    self.start = start
  }

  mutating func record(_ simulation: borrowing Simulation, _ readout: Readout?) {
    guard simulation.tick.value > start else { return }
    for neuron in simulation.lastSpikes where trains[Int(neuron)].count < Self.mostSpikes {
      trains[Int(neuron)].append(simulation.time.value)
    }
  }

  func write() {}
}

extension HeadlessRun {
  /// [ms].
  fileprivate var end: Double { Double(warmupSteps + steps) * spec.dt.value }

  /// A neuron by its number in the network, as a document writes it.
  fileprivate func name(of neuron: Int) -> String {
    var index = neuron
    for population in spec.populations {
      if index < population.size { return "\(population.name)[\(index)]" }
      index -= population.size
    }
    preconditionFailure("there is no neuron \(neuron)")
  }
}
