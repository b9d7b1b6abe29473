/// What would have become of a spike without one arrival or another.
import Basics

/// The neuron is run again without each, everybody else's spikes held as they were.
struct ArrivalEffects {
  private let recording: NeuronRecording
  private let spike: Int
  private let end: Int
  private let v: Int

  /// More arrivals nobody looks at.
  private static var most: Int { 32 }

  init(_ recording: NeuronRecording, spike: Int, end: Int, v: Int) {
    self.recording = recording
    self.spike = spike
    self.end = end
    self.v = v
  }

  /// Fills in the effects of the largest shares.
  func added(to shares: [WhyShare]) -> [WhyShare] {
    var left = Self.most
    return shares.map { share in
      guard left > 0, case .arrival(var arrival) = share.cause else { return share }
      left -= 1
      arrival.effect = effect(of: arrival)
      return WhyShare(cause: .arrival(arrival), value: share.value)
    }
  }

  /// Over all synapses by which the same spike arrives.
  private func effect(of arrival: WhyArrival) -> WhyArrival.Effect {
    let places = recording.arrivals.indices.filter { place in
      let other = recording.arrivals[place]
      return other.fired == arrival.stamp.value - 1 && recording.source(ofSynapse: other.synapse) == arrival.neuron
    }
    let first = places.map { recording.arrivals[$0].step }.min() ?? spike
    let start = (recording.first..<first).last { recording[$0].fired } ?? recording.first
    var replay = Replay(recording, from: start, without: Set(places), v: v)
    let last = (recording.first..<spike).last { recording[$0].fired }
    guard let fired = replay.firstSpike(in: (last.map { $0 + 1 } ?? start)..<end) else { return .prevented }
    return fired == spike ? .none : .moved(fired - spike)
  }
}
