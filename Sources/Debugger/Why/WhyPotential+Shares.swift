/// Shares of a recording in the terms in which they are told.
import Basics
import Simulation

extension WhyPotential {
  /// - Parameters:
  ///   - shares: of the recording.
  ///   - causal: positions of arrivals in the recording.
  init(_ shares: Shares, _ recording: NeuronRecording, causal: Set<Int> = []) {
    let step = recording[shares.step]
    let own = recording.model(shares.step).own
    var told: [WhyShare] = []
    var values: [NeuronAddress: Double] = [:]
    for share in shares.shares {
      if case .value(let place) = share.cause {
        values[recording.source(ofSynapse: recording.values[place].synapse), default: 0] += share.value
      } else {
        told.append(WhyShare(cause: recording.cause(share.cause, causal: causal), value: share.value))
      }
    }
    told += values.map { WhyShare(cause: .values($0.key), value: $0.value) }
    neuron = recording.neuron
    tick = Tick(shares.step + 1)
    v = shares.v
    level = own.level + own.fallen(step.raise)
    residual = shares.residual
    isExact = shares.isExact
    self.shares = told.sorted(by: Self.isBefore)
  }

  private static func isBefore(_ a: WhyShare, _ b: WhyShare) -> Bool {
    let (first, second) = (a.cause.place, b.cause.place)
    if first.rank != second.rank { return first.rank < second.rank }
    if abs(a.value) != abs(b.value) { return abs(a.value) > abs(b.value) }
    return first.order.lexicographicallyPrecedes(second.order)
  }
}

extension WhyShare.Cause {
  /// What has no time first; among equals in the order of time and of the network.
  fileprivate var place: (rank: Int, order: [Int]) {
    switch self {
    case .rest: (0, [])
    case .drift: (1, [])
    case .restart(let tick), .before(let tick): (2, [tick.value])
    case .reset(let tick): (3, [tick.value])
    case .edit(let tick): (4, [tick.value])
    case .current: (5, [])
    case .noise: (6, [])
    case .arrival(let arrival): (7, [arrival.arrival.value, arrival.neuron.population, arrival.neuron.index])
    case .values(let neuron): (7, [.max, neuron.population, neuron.index])
    }
  }
}

extension NeuronRecording {
  func source(ofSynapse place: Int) -> NeuronAddress {
    NeuronAddress(population: synapses[place].population, index: synapses[place].index)
  }

  /// - Parameter causal: positions of arrivals that belong to the causal set.
  func told(_ place: Int, isCausal: Bool) -> WhyArrival {
    let arrival = arrivals[place]
    return WhyArrival(
      neuron: source(ofSynapse: arrival.synapse), projection: synapses[arrival.synapse].projection,
      stamp: Tick(arrival.fired + 1), arrival: Tick(arrival.step + 1), weight: arrival.weight, isCausal: isCausal)
  }

  fileprivate func cause(_ cause: Shares.Cause, causal: Set<Int>) -> WhyShare.Cause {
    switch cause {
    case .rest: .rest
    case .drift: .drift
    case .reset(let step): .reset(Tick(step + 1))
    case .current: .current
    case .noise: .noise
    case .edit(let step): .edit(Tick(step))
    case .restart(let step): .restart(Tick(step))
    case .before(let step): .before(Tick(step))
    case .arrival(let place): .arrival(told(place, isCausal: causal.contains(place)))
    case .value(let place): .values(source(ofSynapse: values[place].synapse))
    }
  }
}
