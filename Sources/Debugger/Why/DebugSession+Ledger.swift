/// Answering why a weight changed.
import Basics
import NetworkModel
import Simulation

extension DebugSession {
  mutating func ledger(from: NeuronAddress, to: NeuronAddress, since: Tick, until: Tick) -> WhyAnswer {
    guard since < until, since >= .zero, until <= max(tick, timeline.end) else {
      return .nothing("a time that has been is wanted, from an earlier to a later one")
    }
    let joining = simulation.incoming(population: to.population, index: to.index).filter {
      $0.population == from.population && $0.index == from.index
    }
    guard !joining.isEmpty else {
      return .nothing("no synapse leads from \(simulation.name(of: from)) to \(simulation.name(of: to))")
    }
    let plastic = joining.filter(\.isPlastic)
    guard let synapse = plastic.first else {
      return .nothing(
        "the weight from \(simulation.name(of: from)) to \(simulation.name(of: to)) stays as it is: its projection does not learn"
      )
    }
    guard let ledger = ledger(of: synapse, to: to, since: since, until: until, others: plastic.count - 1) else {
      return .nothing("the network was another one then · go there and ask again")
    }
    return .weight(ledger)
  }

  /// Earlier spikes that a first change may hang on [steps].
  private static var lookback: Int { 2000 }

  /// Runs the stretch once more, beside the session.
  private mutating func ledger(
    of synapse: IncomingSynapse, to: NeuronAddress, since: Tick, until: Tick, others: Int
  ) -> WeightLedger? {
    guard let plasticity = simulation.spec.projections[synapse.projection].plasticity,
      let start = start(ofRecording: since.value - Self.lookback, delay: 0), start.tick < until
    else { return nil }
    let home = keyframe()
    guard place(start) else { return nil }
    defer { _ = place(home) }
    let since = max(since, start.tick)
    let isDouble = simulation.precision == .double
    var writer = LedgerWriter(
      synapse, target: simulation.number(of: to),
      bounds: plasticity.weights.rounded(toSingle: !isDouble))
    simulation.keepWeightChanges(of: synapse.projection, atMost: 4, synapse: synapse.synapse)
    var first = simulation.weight(of: synapse)
    while simulation.tick < until {
      if simulation.tick == since { first = simulation.weight(of: synapse) }
      simulation.step()
      writer.take(simulation, since: since)
      repeatCommands()
    }
    simulation.keepWeightChanges(of: synapse.projection, atMost: nil)
    return WeightLedger(
      from: NeuronAddress(population: synapse.population, index: synapse.index), to: to, projection: synapse.projection,
      rule: plasticity.rule, bounds: plasticity.weights, since: since, until: until, start: first,
      end: simulation.weight(of: synapse), entries: writer.entries, others: others)
  }
}

/// Turns what a rule did into entries, with the spikes that it hung on.
private struct LedgerWriter {
  private let synapse: IncomingSynapse
  private let target: UInt32
  private let bounds: ClosedRange<Double>
  private(set) var entries: [WeightLedger.Entry] = []
  /// Steps of the last arrival and of the last postsynaptic spike.
  private var arrived: Int?
  private var fired: Int?

  init(_ synapse: IncomingSynapse, target: Int, bounds: ClosedRange<Double>) {
    self.synapse = synapse
    self.target = UInt32(target)
    self.bounds = bounds
  }

  /// After a step.
  mutating func take(_ simulation: borrowing Simulation, since: Tick) {
    let step = simulation.tick.value - 1
    let changes = simulation.takeWeightSteps(of: synapse.projection)
    for change in changes where step >= since.value {
      let pair = change.isArrival ? fired : arrived
      let isAtBound = change.after == bounds.lowerBound || change.after == bounds.upperBound
      entries.append(
        WeightLedger.Entry(
          tick: simulation.tick,
          cause: change.isArrival ? .arrival(stamp: Tick(step + 1 - synapse.delay)) : .spike,
          interval: pair.map { change.isArrival ? $0 - step : step - $0 }, before: change.before, after: change.after,
          preTrace: change.preTrace, postTrace: change.postTrace, isClipped: isAtBound))
    }
    if changes.contains(where: \.isArrival) { arrived = step }
    if simulation.lastSpikes.contains(target) { fired = step }
  }
}

extension ClosedRange<Double> {
  /// As weights of that precision have it.
  fileprivate func rounded(toSingle isSingle: Bool) -> ClosedRange<Double> {
    isSingle ? Double(Float(lowerBound))...Double(Float(upperBound)) : self
  }
}
