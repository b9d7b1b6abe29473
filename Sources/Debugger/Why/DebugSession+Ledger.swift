/// Answering why a weight changed.
import Basics
import NetworkModel
import Simulation

extension DebugSession {
  /// Why a question means no synapse, or several; nil where it means one, or is about something else.
  func refusal(of question: WhyQuestion) -> String? {
    guard case .weight(let from, let to, let projection, _, _) = question, simulation.has(from), simulation.has(to)
    else { return nil }
    let synapse = "\(simulation.name(of: from)) -> \(simulation.name(of: to))"
    let joining = synapses(from: from, to: to, of: projection)
    if joining.isEmpty {
      let projections = simulation.projections
      let name = projection.map { projections.indices.contains($0) ? " of \(projections[$0].name)" : "" } ?? ""
      return ConditionProblem(.noSynapse(synapse + name, hint: sources(of: to)), column: 1).description
    }
    let projections = Set(joining.map(\.projection)).sorted()
    if projections.count == 1 { return nil }
    let names = projections.map { simulation.projections[$0].name }
    return ConditionProblem(.ambiguousSynapse(synapse, names), column: 1).description
  }

  /// Why there is nothing to tell of a weight.
  func problem(withWeightFrom from: NeuronAddress, to: NeuronAddress, of projection: Int?) -> String? {
    if synapses(from: from, to: to, of: projection).contains(where: \.isPlastic) { return nil }
    let (source, target) = (simulation.name(of: from), simulation.name(of: to))
    return "the weight from \(source) to \(target) stays as it is: its projection does not learn"
  }

  /// - Parameter projection: nil for all.
  func synapses(from: NeuronAddress, to: NeuronAddress, of projection: Int?) -> [IncomingSynapse] {
    simulation.incoming(population: to.population, index: to.index).filter {
      $0.population == from.population && $0.index == from.index && (projection ?? $0.projection) == $0.projection
    }
  }

  /// Earlier spikes that a first change may hang on [steps].
  private static var lookback: Int { 2000 }

  /// Leaves for the beginning of the stretch, and so much before it.
  /// - Returns: whether it can be run again with the present network.
  mutating func beginLedger(
    _ question: WhyQuestion, _ synapses: [IncomingSynapse], since: Tick, until: Tick, onto to: NeuronAddress
  ) -> Bool {
    let plastic = synapses.filter(\.isPlastic)
    let reach = reachOfNetwork
    let until = Tick(min(until.value, reach.upperBound))
    guard since < until, let synapse = plastic.first,
      let plasticity = simulation.spec.projections[synapse.projection].plasticity,
      let start = start(ofRecording: since.value - Self.lookback, delay: 0, in: reach), start.tick < until
    else { return false }
    let now = Inquiry(
      question, home: keyframe(), reach: reach, neuron: to, memory: Memory(simulation, to), delay: 0,
      .silence(since.value..<until.value))
    isAway = true
    mode = .scouting
    guard place(start) else {
      comeHome(to: now.home)
      return false
    }
    now.ledger = LedgerWriter(
      synapse, of: simulation, target: to, plasticity, since: max(since, start.tick), until: until,
      others: plastic.count - 1)
    now.stretch = start.tick.value..<until.value
    simulation.keepWeightChanges(of: synapse.projection, atMost: 4, synapse: synapse.synapse)
    inquiry = now
    return true
  }

  /// Some more steps of it.
  mutating func writeOn(_ now: Inquiry, atMost limit: Int) -> Advance {
    guard var writer = now.ledger.take() else { return Advance(steps: 0, event: nil) }
    var done = 0
    while done < limit, tick.value < now.stretch.upperBound {
      writer.begin(simulation)
      simulation.step()
      writer.take(simulation)
      repeatCommands()
      done += 1
    }
    now.ledger = writer
    if tick.value < now.stretch.upperBound { return Advance(steps: done, event: nil) }
    let ledger = writer.ledger(simulation)
    stopLedger(now)
    comeHome(to: now.home)
    return Advance(steps: done, event: .why(now.question, .weight(ledger)))
  }

  /// The run keeps no list of changes that nobody reads.
  mutating func stopLedger(_ inquiry: Inquiry) {
    if let writer = inquiry.ledger { simulation.keepWeightChanges(of: writer.synapse.projection, atMost: nil) }
  }
}

/// Turns what a rule did into entries, with the spikes that it hung on.
struct LedgerWriter {
  let synapse: IncomingSynapse
  private let to: NeuronAddress
  private let target: UInt32
  private let rule: String
  private let bounds: ClosedRange<Double>
  /// The same as weights of the run's precision have them.
  private let roundedBounds: ClosedRange<Double>
  private let since: Tick
  private let until: Tick
  private let others: Int
  private var first: Double
  private var entries: [WeightLedger.Entry] = []
  /// Steps of the last arrival and of the last postsynaptic spike.
  private var arrived: Int?
  private var fired: Int?

  init(
    _ synapse: IncomingSynapse, of simulation: borrowing Simulation, target: NeuronAddress,
    _ plasticity: PlasticitySpec, since: Tick, until: Tick, others: Int
  ) {
    self.synapse = synapse
    to = target
    self.target = UInt32(simulation.number(of: target))
    rule = plasticity.rule
    bounds = plasticity.weights
    roundedBounds = plasticity.weights.rounded(toSingle: simulation.precision == .single)
    (self.since, self.until, self.others) = (since, until, others)
    first = simulation.weight(of: synapse)
  }

  /// Before a step.
  mutating func begin(_ simulation: borrowing Simulation) {
    if simulation.tick == since { first = simulation.weight(of: synapse) }
  }

  /// After a step.
  mutating func take(_ simulation: borrowing Simulation) {
    let step = simulation.tick.value - 1
    let changes = simulation.takeWeightSteps(of: synapse.projection)
    for change in changes where step >= since.value {
      let pair = change.isArrival ? fired : arrived
      let isAtBound = change.after == roundedBounds.lowerBound || change.after == roundedBounds.upperBound
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

  /// All of it, when the last step is done.
  func ledger(_ simulation: borrowing Simulation) -> WeightLedger {
    WeightLedger(
      from: NeuronAddress(population: synapse.population, index: synapse.index), to: to, projection: synapse.projection,
      rule: rule, bounds: bounds, since: since, until: until, start: first, end: simulation.weight(of: synapse),
      entries: entries, others: others)
  }
}

extension ClosedRange<Double> {
  /// As weights of that precision have it.
  fileprivate func rounded(toSingle isSingle: Bool) -> ClosedRange<Double> {
    isSingle ? Double(Float(lowerBound))...Double(Float(upperBound)) : self
  }
}
