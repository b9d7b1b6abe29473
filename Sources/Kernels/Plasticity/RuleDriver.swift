/// The driver: runs one rule over the synapses of one projection.
import Basics

/// Owns the traces and indices of a projection that learns by `R`; the weights are its table's.
///
/// Spikes wait as spikes until they arrive, whatever their delays: only then does an arrival read the weight that it is
/// served with. Named with a concrete rule in `Catalogue`, the loops are specialised there.
/// Unchecked, for one thread at a time uses it, but for `arrive`, in which each thread has chunks of its own.
final class RuleDriver<R: PlasticityRule>: @unchecked Sendable {
  private let loops: RuleLoops<R>
  let weights: LaneBuffer<R.Scalar>
  private let initialWeights: LaneBuffer<R.Scalar>
  /// Presynaptic by row, or by synapse where delays differ; postsynaptic by neuron of the target population.
  let traces: [TraceBank<R.Scalar>]
  private let incoming: IncomingIndex
  private let order: DelayOrder?
  /// What the addresses in `loops` lead into.
  private let kept: (SynapseTable, SpikeList, SpikeList)
  /// Set between two steps and read in them, so that exclusive access need not be checked.
  @exclusivity(unchecked) private var log: ChangeLog?
  @exclusivity(unchecked) private var isObserved = false

  /// - Parameters:
  ///   - table: attached, with a weight of the rule's precision for each synapse.
  ///   - sources: spikes of the source population, kept for as many steps as the longest delay has.
  init(_ table: SynapseTable, _ parameters: RuleParameters, dt: Double, sources: SpikeList, spiking: SpikeList) {
    guard let addresses = table.addresses, let weights = table.weights.buffer(of: R.Scalar.self) else {
      preconditionFailure("a weight for each synapse, in the precision of the rule")
    }
    self.weights = weights
    initialWeights = LaneBuffer(unwritten: weights.count)
    initialWeights.copy(from: weights)
    let delays: LaneBuffer<UInt16>? = if case .each(let delays, _, _) = table.delays { delays } else { nil }
    order = delays.map { DelayOrder(table.layout, $0) }
    incoming = IncomingIndex(table.layout, tracesBySynapse: delays != nil)
    let taus = R.traces(parameters)
    let pre = taus.pre.map { TraceBank<R.Scalar>(count: delays == nil ? table.rows : table.count, tau: $0, dt: dt) }
    let post = taus.post.map { TraceBank<R.Scalar>(count: table.chunks.neurons, tau: $0, dt: dt) }
    traces = pre + post
    kept = (table, sources, spiking)
    unsafe loops = RuleLoops(
      table: addresses, landing: table.ends.landing(of: R.Scalar.self), weights: weights.pointer,
      coefficients: R.coefficients(parameters), pre: TracePair(pre), post: TracePair(post), incoming: incoming.view,
      order: order?.view, sources: sources.view, spiking: spiking.view)
  }

  /// Beside the table itself [bytes].
  var memory: Int {
    let traces = traces.reduce(0) { $0 + $1.memory }
    return traces + incoming.memory + (order?.memory ?? 0) + weights.count * MemoryLayout<R.Scalar>.stride
  }

  // MARK: The step

  func arrive(tick: Int, chunk: Int) -> Int {
    if unsafe isObserved, let log = unsafe log { return loops.arrive(tick, chunk, log) }
    return loops.arrive(tick, chunk, NobodyAsks())
  }

  func learn(tick: Int) {
    if unsafe isObserved, let log = unsafe log { return loops.learn(tick, log) }
    loops.learn(tick, NobodyAsks())
  }

  // MARK: Between two steps

  /// Nobody has spiked yet.
  func forgetSpikes() { for bank in traces { bank.values.fill(0) } }

  func restart() {
    forgetSpikes()
    weights.copy(from: initialWeights)
  }

  /// The traces; the weights are the table's.
  func hash(into hash: inout StateHash) { for bank in traces { bank.hash(into: &hash) } }

  func keepChanges(atMost capacity: Int?) {
    unsafe log = capacity.map { ChangeLog(capacity: $0) }
    unsafe isObserved = capacity != nil
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

extension DeliveryEnds {
  fileprivate func landing<Scalar: LaneScalar>(of type: Scalar.Type) -> Landing<Scalar>? {
    switch self {
    case .single(let landing): landing as? Landing<Scalar>
    case .double(let landing): landing as? Landing<Scalar>
    case .nowhere: nil
    }
  }
}
