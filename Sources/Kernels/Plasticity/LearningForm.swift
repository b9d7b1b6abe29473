/// The traces and indices by which synapses learn, in one of two forms.
import Basics

/// A presynaptic trace is kept by row while all synapses of a row see the same arrivals at the same time, and otherwise
/// by synapse: where delays differ, or where an arrival is lost of which the same spike has others.
struct LearningForm<R: PlasticityRule> {
  let isBySynapse: Bool
  /// Presynaptic, then postsynaptic ones, which are by neuron of the target population.
  let pre: [TraceBank<R.Scalar>]
  let post: [TraceBank<R.Scalar>]
  private let incoming: IncomingIndex
  private let order: DelayOrder?

  var traces: [TraceBank<R.Scalar>] { pre + post }

  /// - Parameter taus: the time constants of either end [ms].
  init(_ table: SynapseTable, bySynapse isBySynapse: Bool, taus: (pre: [Double], post: [Double]), dt: Double) {
    self.isBySynapse = isBySynapse
    order = isBySynapse ? DelayOrder(table.layout, Self.delays(of: table)) : nil
    incoming = IncomingIndex(table.layout, tracesBySynapse: isBySynapse)
    pre = taus.pre.map { TraceBank(count: isBySynapse ? table.count : table.rows, tau: $0, dt: dt) }
    post = taus.post.map { TraceBank(count: table.chunks.neurons, tau: $0, dt: dt) }
  }

  private static func delays(of table: SynapseTable) -> LaneBuffer<UInt16> {
    switch table.delays {
    case .each(let delays, _, _): delays
    case .same(let delay): LaneBuffer(count: table.count, repeating: UInt16(delay))
    }
  }

  var memory: Int { traces.reduce(0) { $0 + $1.memory } + incoming.memory + (order?.memory ?? 0) }

  /// Takes over the traces of the other form: every synapse has that of its row.
  func spread(_ rows: LearningForm, over layout: SynapseRows) {
    for (bank, before) in zip(pre, rows.pre) {
      for row in 0..<layout.rows {
        for synapse in layout.synapses(of: row) { bank.values[synapse] = before.values[row] }
      }
    }
    for (bank, before) in zip(post, rows.post) { bank.values.copy(from: before.values) }
  }

  /// The loops over it; good as long as the form, the table and the lists of spikes.
  func loops(
    _ table: SynapseTable, weights: LaneBuffer<R.Scalar>, _ coefficients: R.Coefficients, sources: SpikeList,
    spiking: SpikeList
  ) -> RuleLoops<R> {
    guard let addresses = table.addresses else { preconditionFailure("attach the table before it learns") }
    return unsafe RuleLoops(
      table: addresses, landing: table.ends.landing(of: R.Scalar.self), weights: weights.pointer,
      coefficients: coefficients, pre: TracePair(pre), post: TracePair(post), incoming: incoming.view,
      order: order?.view, sources: sources.view, spiking: spiking.view)
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
