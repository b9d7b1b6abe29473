/// The way of a membrane potential that never reached its threshold, and what would have made it.
import Basics
import Simulation

struct SilentCourse {
  let steps: Range<Int>
  /// The step at whose end v is nearest to the threshold, out of refractory time if it ever is.
  private(set) var nearest: Int
  private(set) var heldSteps = 0
  private(set) var final: (v: Double, level: Double) = (0, 0)
  private let recording: NeuronRecording
  private var maps: StepMaps
  private let v: Int
  private let isWanted: () -> Bool

  /// - Parameter isWanted: asked before the neuron is run again.
  /// - Precondition: steps of the recording, at least one, none in which it fired.
  init(_ maps: StepMaps, _ steps: Range<Int>, isWanted: @escaping () -> Bool) {
    self.isWanted = isWanted
    self.maps = maps
    self.steps = steps
    recording = maps.recording
    v = maps.active[maps.v]
    nearest = steps.upperBound - 1
    var least = Double.infinity
    for step in steps {
      let own = recording.model(step).own
      final = (recording.charged(step)[v], own.level + own.fallen(recording[step].raise))
      if maps.isHeld(step) {
        heldSteps += 1
      } else if final.level - final.v < least {
        (least, nearest) = (final.level - final.v, step)
      }
    }
  }

  /// Of a linear model, by the parameters that it has at the end.
  var drive: WhySilent.Drive? {
    var maps = maps
    guard maps.isLinear else { return nil }
    let last = steps.upperBound - 1
    let map = maps.map(last, isHeld: false)
    let size = maps.active.count
    let leak = 1 - map.matrix[maps.v * size + maps.v]
    guard leak > Self.leastLeak, map.current[maps.v] != 0 else { return nil }
    let level = final.level - maps.reference[v]
    return WhySilent.Drive(
      rheobase: level * leak / map.current[maps.v], mean: meanPush(&maps) / map.current[maps.v])
  }

  /// Below it there is none, but for rounding.
  private static var leastLeak: Double { 1e-12 }

  /// What moves v in a step beside its leak, on the average over all steps out of refractory time.
  private func meanPush(_ maps: inout StepMaps) -> Double {
    var (sum, count) = (0.0, 0)
    for step in steps where !maps.isHeld(step) {
      let map = maps.map(step)
      let input = recording.input(step)
      var distance = maps.distance(step)
      distance[maps.v] = 0
      sum += map.applied(to: distance)[maps.v] + map.drift[maps.v] + map.current[maps.v] * input.current
      sum += map.excitatory[maps.v] * input.excitatory + map.inhibitory[maps.v] * input.inhibitory
      count += 1
    }
    return count == 0 ? 0 : sum / Double(count)
  }

  /// By running the neuron again with more and more, and then between the last that was too little and enough.
  func neededCurrent() throws(NotWanted) -> Double? { try least(from: 0, firstStep: 1e-3) { $0.current = $1 } }

  func neededGain() throws(NotWanted) -> Double? {
    guard steps.contains(where: { recording.excitation($0) > 0 }) else { return nil }
    return try least(from: 1, firstStep: 0.1) { $0.gain = $1 }
  }

  /// To one part in 10⁶.
  private func least(
    from start: Double, firstStep: Double, _ set: (inout Replay, Double) -> Void
  ) throws(NotWanted) -> Double? {
    func fires(_ value: Double) throws(NotWanted) -> Bool {
      guard isWanted() else { throw NotWanted() }
      var replay = Replay(recording, from: steps.lowerBound, v: v)
      set(&replay, value)
      return replay.firstSpike(in: steps) != nil
    }
    var (low, high, step) = (start, start + firstStep, firstStep)
    while try !fires(high) {
      step *= 4
      (low, high) = (high, start + step)
      if step > 1e6 { return nil }
    }
    while high - low > 1e-6 * (high - start) {
      let middle = (low + high) / 2
      if try fires(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
