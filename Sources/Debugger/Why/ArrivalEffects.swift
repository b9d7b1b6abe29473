/// What would have become of a spike without one arrival or another.
import Basics

/// The neuron is run again without each, everybody else's spikes held as they were.
struct ArrivalEffects {
  private let recording: NeuronRecording
  private let spike: Int
  private let end: Int
  private let v: Int
  private let isWanted: () -> Bool
  /// The step after the last in which it fired before.
  private let start: Int
  /// Positions in the recording of all by which the same spike arrives.
  private let places: [Key: [Int]]

  private struct Key: Hashable {
    let neuron: NeuronAddress
    let fired: Int
  }

  /// What has a smaller share is told with others together, if it is none of the causes.
  static var leastShare: Double { 0.0005 }

  init(_ recording: NeuronRecording, spike: Int, end: Int, v: Int, isWanted: @escaping () -> Bool) {
    self.recording = recording
    self.spike = spike
    self.end = end
    self.v = v
    self.isWanted = isWanted
    start = (recording.first..<spike).last { recording[$0].fired }.map { $0 + 1 } ?? recording.first
    places = Dictionary(grouping: recording.arrivals.indices) { place in
      let arrival = recording.arrivals[place]
      return Key(neuron: recording.source(ofSynapse: arrival.synapse), fired: arrival.fired)
    }
  }

  /// Fills in the effects of all that are told one by one.
  func added(to shares: [WhyShare]) throws(NotWanted) -> [WhyShare] {
    try shares.map { (share) throws(NotWanted) in
      guard case .arrival(let arrival) = share.cause, arrival.isCausal || abs(share.value) >= Self.leastShare else {
        return share
      }
      return WhyShare(cause: .arrival(try added(to: arrival)), value: share.value)
    }
  }

  func added(to arrival: WhyArrival) throws(NotWanted) -> WhyArrival {
    guard isWanted() else { throw NotWanted() }
    var arrival = arrival
    arrival.effect = effect(of: places[Key(neuron: arrival.neuron, fired: arrival.stamp.value - 1)] ?? [])
    return arrival
  }

  /// Over all synapses by which the same spike arrives. Until the first of them arrives all is as it was.
  private func effect(of places: [Int]) -> WhyArrival.Effect {
    let first = min(spike, places.map { recording.arrivals[$0].step }.min() ?? spike)
    var replay = Replay(recording, from: first, without: Set(places), v: v)
    guard let fired = replay.firstSpike(in: max(first, start)..<end) else { return .prevented }
    return fired == spike ? .none : .moved(fired - spike)
  }
}
