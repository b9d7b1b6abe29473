/// The driver: runs one rule over the synapses of one projection.
import Basics

/// Owns the traces of a projection that learns by `R`; the weights are its table's.
///
/// Spikes wait as spikes until they arrive, whatever their delays: only then does an arrival read the weight that it is
/// served with. Named with a concrete rule in `Catalogue`, the loops are specialised there.
/// Unchecked, for one thread at a time uses it, but for `arrive`, in which each thread has chunks of its own.
final class RuleDriver<R: PlasticityRule>: @unchecked Sendable {
  let weights: LaneBuffer<R.Scalar>
  private let initialWeights: LaneBuffer<R.Scalar>
  let table: SynapseTable
  private let sources: SpikeList
  private let spiking: SpikeList
  private let coefficients: R.Coefficients
  private let taus: (pre: [Double], post: [Double])
  private let dt: Double
  /// One element: the loops of the present form, at a place that a step need not look up.
  private let loops: LaneBuffer<RuleLoops<R>>
  /// Changed between two steps only, and not touched in them.
  private(set) var form: LearningForm<R>
  /// Set between two steps and read in them, so that exclusive access need not be checked.
  @exclusivity(unchecked) private var log: ChangeLog?
  /// Whether somebody asks for changes, or some arrivals are lost.
  @exclusivity(unchecked) private var isUnusual = false

  /// - Parameters:
  ///   - table: attached, with a weight of the rule's precision for each synapse.
  ///   - sources: spikes of the source population, kept for as many steps as the longest delay has.
  init(_ table: SynapseTable, _ parameters: RuleParameters, dt: Double, sources: SpikeList, spiking: SpikeList) {
    guard let weights = table.weights.buffer(of: R.Scalar.self) else {
      preconditionFailure("a weight for each synapse, in the precision of the rule")
    }
    self.weights = weights
    initialWeights = LaneBuffer(unwritten: weights.count)
    initialWeights.copy(from: weights)
    (self.table, self.sources, self.spiking, self.dt) = (table, sources, spiking, dt)
    coefficients = R.coefficients(parameters)
    taus = R.traces(parameters)
    form = LearningForm(table, bySynapse: Self.needsTracesBySynapse(table), taus: taus, dt: dt)
    let first = form.loops(table, weights: weights, coefficients, sources: sources, spiking: spiking)
    loops = LaneBuffer(count: 1, repeating: first)
    lossesChanged()
  }

  private static func needsTracesBySynapse(_ table: SynapseTable) -> Bool {
    table.hasMixedDelays || table.lost.areSingle
  }

  var traces: [TraceBank<R.Scalar>] { form.traces }

  /// Beside the table itself [bytes].
  var memory: Int { form.memory + weights.count * MemoryLayout<R.Scalar>.stride }

  // MARK: The step

  func arrive(tick: Int, chunk: Int) -> Int {
    if unsafe isUnusual { return arriveUnusually(tick, chunk) }
    return unsafe loops.pointer.pointee.arrive(tick, chunk, NobodyAsks(), EverythingArrives())
  }

  func learn(tick: Int) {
    if unsafe isUnusual { return learnUnusually(tick) }
    unsafe loops.pointer.pointee.learn(tick, NobodyAsks(), EverythingArrives())
  }

  private func arriveUnusually(_ tick: Int, _ chunk: Int) -> Int {
    let losses = unsafe table.lost.view.pointee
    if let log = unsafe log { return loops[0].arrive(tick, chunk, log, losses) }
    return loops[0].arrive(tick, chunk, NobodyAsks(), losses)
  }

  private func learnUnusually(_ tick: Int) {
    let losses = unsafe table.lost.view.pointee
    if let log = unsafe log { return loops[0].learn(tick, log, losses) }
    loops[0].learn(tick, NobodyAsks(), losses)
  }

  // MARK: Between two steps

  /// To be called when the table loses other arrivals than before. The traces by synapse that some losses need stay
  /// when these are gone: what a synapse has missed until then goes on to be missing.
  func lossesChanged() {
    unsafe isUnusual = unsafe log != nil || !table.lost.view.pointee.isEmpty
    if form.isBySynapse || !Self.needsTracesBySynapse(table) { return }
    spread(form)
  }

  /// Goes on by synapse with the traces of rows.
  func spread(_ rows: LearningForm<R>) {
    take(bySynapse: true)
    form.spread(rows, over: table.layout)
  }

  /// Begins with traces of 0 in one of the forms.
  func take(bySynapse isBySynapse: Bool) {
    form = LearningForm(table, bySynapse: isBySynapse, taus: taus, dt: dt)
    loops[0] = form.loops(table, weights: weights, coefficients, sources: sources, spiking: spiking)
  }

  /// Nobody has spiked yet.
  func forgetSpikes() { for bank in traces { bank.values.fill(0) } }

  /// In the form that the present losses need, so that it is as if newly made.
  func restart() {
    let isBySynapse = Self.needsTracesBySynapse(table)
    if form.isBySynapse != isBySynapse { take(bySynapse: isBySynapse) }
    forgetSpikes()
    weights.copy(from: initialWeights)
  }

  /// The traces, whichever form they are kept in; the weights are the table's.
  func hash(into hash: inout StateHash) { form.hash(into: &hash, table) }

  func keepChanges(atMost capacity: Int?, of synapse: Int?) {
    unsafe log = capacity.map { ChangeLog(capacity: $0, of: synapse) }
    lossesChanged()
  }

  func takeChanges() -> [WeightChange] { unsafe log?.take() ?? [] }
}

extension SynapseWeights {
  /// The buffer of the weights, where each synapse has its own and they are of this precision.
  fileprivate func buffer<Scalar: LaneScalar>(of type: Scalar.Type) -> LaneBuffer<Scalar>? {
    switch self {
    case .same: nil
    case .single(let weights): weights as? LaneBuffer<Scalar>
    case .double(let weights): weights as? LaneBuffer<Scalar>
    }
  }
}
