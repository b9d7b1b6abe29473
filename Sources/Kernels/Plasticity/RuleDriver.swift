/// The driver: runs one rule over the synapses of one projection.
import Basics

/// Weights, traces and indices of a projection that learns by `R`, and the loops over them.
///
/// Spikes wait as spikes until they arrive, whatever their delays: only then does an arrival read the weight that it is
/// served with. Named with a concrete rule in `Catalogue`, the loops are specialised there.
/// Unchecked, for one thread at a time uses it, but for `arrive`, in which each thread has chunks of its own.
final class RuleDriver<R: PlasticityRule>: @unchecked Sendable {
  let table: SynapseTable
  let addresses: DeliveryAddresses
  /// Nil where the target has no membrane.
  let landing: Landing<R.Scalar>?
  let weights: LaneBuffer<R.Scalar>
  let initialWeights: LaneBuffer<R.Scalar>
  let coefficients: R.Coefficients
  /// By row, or by synapse where delays differ.
  let pre: [TraceBank<R.Scalar>]
  /// By neuron of the target population.
  let post: [TraceBank<R.Scalar>]
  let incoming: IncomingIndex
  /// Nil where all have one delay.
  let order: DelayOrder?
  let sources: SpikeList
  let spiking: SpikeList
  /// Set between two steps and read in them, so that exclusive access need not be checked.
  @exclusivity(unchecked) var log: ChangeLog?

  /// - Parameters:
  ///   - table: attached, with a weight of the rule's precision for each synapse.
  ///   - sources: spikes of the source population, kept for as many steps as the longest delay has.
  init(_ table: SynapseTable, _ parameters: RuleParameters, dt: Double, sources: SpikeList, spiking: SpikeList) {
    guard let addresses = table.addresses, let weights = table.weights.buffer(of: R.Scalar.self) else {
      preconditionFailure("a weight for each synapse, in the precision of the rule")
    }
    self.table = table
    self.addresses = addresses
    self.weights = weights
    initialWeights = LaneBuffer(unwritten: weights.count)
    initialWeights.copy(from: weights)
    landing = table.ends.landing(of: R.Scalar.self)
    coefficients = R.coefficients(parameters)
    self.sources = sources
    self.spiking = spiking
    let delays: LaneBuffer<UInt16>? = if case .each(let delays, _, _) = table.delays { delays } else { nil }
    order = delays.map { DelayOrder(table.layout, $0) }
    incoming = IncomingIndex(table.layout, tracesBySynapse: delays != nil)
    let taus = R.traces(parameters)
    let preCount = delays == nil ? table.rows : table.count
    let neurons = table.chunks.neurons
    pre = taus.pre.map { TraceBank(count: preCount, tau: $0, dt: dt) }
    post = taus.post.map { TraceBank(count: neurons, tau: $0, dt: dt) }
  }

  var memory: Int {
    let traces = (pre + post).reduce(0) { $0 + $1.memory }
    return traces + incoming.memory + (order?.memory ?? 0) + weights.count * MemoryLayout<R.Scalar>.stride
  }

  // MARK: The step

  /// Serves the spikes that arrive at a chunk of the target population in this step, and lets them change their weights.
  /// Returns how many synapses that were.
  func arrive(tick: Int, chunk: Int) -> Int {
    if let log = unsafe log { arrive(tick, chunk, log) } else { arrive(tick, chunk, NobodyAsks()) }
  }

  /// The spikes of the targets in this step; then everybody's traces.
  func learn(tick: Int) {
    if let log = unsafe log { reward(tick, log) } else { reward(tick, NobodyAsks()) }
    markArrivals(tick)
    for bank in post {
      let increment = bank.increment(tick: tick)
      for spike in 0..<spiking.count() { bank.values[spiking.neuron(spike)] += increment }
    }
    for bank in pre + post { bank.endStep(tick: tick) }
  }

  private func reward<O: ChangeObserver>(_ tick: Int, _ observer: O) {
    if spiking.count() == 0 { return }
    let pre = TraceReader(pre, tick: tick)
    let post = TraceReader(post, tick: tick)
    let weights = unsafe weights.pointer
    let (synapses, traces) = unsafe (incoming.synapses.pointer, incoming.traces.pointer)
    for spike in 0..<spiking.count() {
      let neuron = spiking.neuron(spike)
      let own = post[neuron]
      for place in Int(incoming.starts[neuron])..<Int(incoming.starts[neuron + 1]) {
        let synapse = unsafe Int(synapses[place])
        let before = unsafe weights[synapse]
        let after = R.onPost(before, pre: unsafe pre[Int(traces[place])], post: own, coefficients)
        unsafe weights[synapse] = after
        observer.note(tick, synapse: synapse, target: neuron, .spike, Double(before), Double(after))
      }
    }
  }

  /// The arrivals of this step, in the presynaptic traces.
  private func markArrivals(_ tick: Int) {
    for bank in pre {
      let increment = bank.increment(tick: tick)
      if let order {
        for delay in order.delays {
          forEachRow(lag: delay) { row in
            for chunk in 0..<addresses.chunks {
              order.forEach(of: row &* addresses.chunks &+ chunk, delay: delay) { bank.values[$0] += increment }
            }
          }
        }
      } else {
        forEachRow(lag: addresses.delay) { bank.values[$0] += increment }
      }
    }
  }

  /// The rows of the neurons that spiked so many steps ago.
  @inline(__always)
  func forEachRow(lag: Int, _ body: (Int) -> Void) {
    for spike in 0..<sources.count(lag: lag) {
      let row = addresses.row(of: sources.neuron(spike, lag: lag))
      if row >= 0 { body(row) }
    }
  }

  // MARK: Between two steps

  /// Nobody has spiked yet.
  func forgetSpikes() { for bank in pre + post { bank.values.fill(0) } }

  func restart() {
    forgetSpikes()
    weights.copy(from: initialWeights)
  }

  /// The traces; the weights are the table's.
  func hash(into hash: inout StateHash) { for bank in pre + post { bank.hash(into: &hash) } }
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
