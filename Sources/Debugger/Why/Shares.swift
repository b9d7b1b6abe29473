/// What a membrane potential is made up of.
import Basics
import Simulation

/// v at the end of a step, before anything fires, as a sum: where the neuron rests, and what each thing that happened
/// has left of itself until then. Exact where the model is linear; elsewhere the sum is as exact, but each share is what
/// the thing would do if it were small.
package struct Shares: Sendable, Equatable {
  package enum Cause: Sendable, Equatable, Hashable {
    /// Where v goes by itself.
    case rest
    /// The neuron's constant current, or what else moves it by itself.
    case drift
    /// What a reset, at the end of this step, has left.
    case reset(Int)
    /// Currents from outside.
    case current
    /// Poisson stimuli.
    case noise
    /// What was set by hand before this step.
    case edit(Int)
    /// Where everything was set back to, before this step, for the next sample.
    case restart(Int)
    /// All that was before the first step that was looked at.
    case before(Int)
    /// A spike of another neuron: its place in the recording.
    case arrival(Int)
    /// A value that an input sends: its place in the recording.
    case value(Int)
  }

  package struct Share: Sendable, Equatable {
    package let cause: Cause
    package let value: Double
  }

  /// At whose end v is looked at.
  package let step: Int
  package let v: Double
  /// Every cause once, those that are nothing left out; in the order of time, what has none first.
  package let shares: [Share]
  /// What v is beside their sum: rounding of the run, and spikes that were under way when its network was built.
  package let residual: Double
  package let isExact: Bool
}

extension Shares {
  /// Whether what was before the recording has left nothing that counts: where shares are approximate, nothing that is
  /// told.
  var isComplete: Bool {
    let least = (isExact ? 1e-13 : 1e-6) * max(abs(v), 1)
    return shares.allSatisfy { if case .before = $0.cause { abs($0.value) <= least } else { true } }
  }
}

/// Adds shares up from the step that is looked at backwards, some steps at a time.
struct ShareWalk: Sendable {
  private(set) var maps: StepMaps
  /// At whose end v is looked at.
  private let step: Int
  private let v: Double
  private var sums: ShareSums
  /// What a unit of each variable at the end of step `now` adds to v.
  private var weights: [Double]
  private var now: Int
  private var isDone = false

  /// - Parameter maps: of a recording that holds the step.
  init(_ maps: StepMaps, at step: Int) {
    self.maps = maps
    self.step = step
    v = maps.recording.charged(step)[maps.active[maps.v]]
    sums = ShareSums(rest: maps.reference[maps.active[maps.v]])
    weights = maps.active.indices.map { $0 == maps.v ? 1.0 : 0 }
    now = step
  }

  /// From 0 to 1.
  var progress: Double { Double(step - now) / Double(max(1, step - maps.recording.first)) }

  /// Nil while there is more to be gone through.
  var shares: Shares? { isDone ? Shares(sums.shares, of: v, at: step, isExact: maps.isLinear) : nil }

  /// - Returns: how many steps it went back.
  mutating func advance(atMost limit: Int) -> Int {
    let isLinear = maps.isLinear
    var done = 0
    while !isDone, done < limit {
      goBack(isLinear)
      done += 1
    }
    return done
  }

  private mutating func goBack(_ isLinear: Bool) {
    let recording = maps.recording
    if now < step, recording[now].fired {
      let reset = maps.reset(now)
      sums.add(.reset(now), weights, reset.drift)
      weights = reset.pulledBack(weights)
    }
    let map = maps.map(now)
    sums.add(step: now, recording, map, weights, isLinear: isLinear)
    weights = map.pulledBack(weights)
    let distance = maps.distance(now)
    if recording.restarts.contains(now) {
      sums.add(.restart(now), weights, distance)
      return isDone = true
    }
    if let edit = recording.edits[now] {
      for (place, variable) in maps.active.enumerated() where edit[variable] != 0 {
        sums.add(.edit(now), weights[place] * distance[place])
        weights[place] = 0
      }
    }
    if now == recording.first {
      sums.add(now == 0 ? .restart(0) : .before(now), weights, distance)
      return isDone = true
    }
    isDone = weights.allSatisfy { abs($0) < Self.nothing }
    now -= 1
  }

  /// A weight with which nothing can be seen in a number of double precision.
  private static var nothing: Double { 1e-25 }
}

extension Shares {
  fileprivate init(_ shares: [Share], of v: Double, at step: Int, isExact: Bool) {
    self.step = step
    self.v = v
    self.shares = shares
    self.isExact = isExact
    residual = v - shares.reversed().reduce(0) { $0 + $1.value }
  }
}

/// Sums of what belongs to the same cause.
private struct ShareSums: Sendable {
  private var order: [Shares.Cause] = []
  private var sums: [Shares.Cause: Double] = [:]

  init(rest: Double) { add(.rest, rest) }

  mutating func add(_ cause: Shares.Cause, _ value: Double) {
    if value == 0, cause != .rest { return }
    if sums[cause] == nil { order.append(cause) }
    sums[cause, default: 0] += value
  }

  mutating func add(_ cause: Shares.Cause, _ weights: [Double], _ change: [Double], times factor: Double = 1) {
    add(cause, zip(weights, change).reduce(0) { $0 + $1.0 * $1.1 } * factor)
  }

  /// All that a step adds.
  mutating func add(
    step: Int, _ recording: NeuronRecording, _ map: StepMap, _ weights: [Double], isLinear: Bool
  ) {
    let here = recording[step]
    let excitatory = zip(weights, map.excitatory).reduce(0) { $0 + $1.0 * $1.1 }
    let inhibitory = zip(weights, map.inhibitory).reduce(0) { $0 + $1.0 * $1.1 }
    add(.drift, weights, map.drift)
    if here.current != 0 { add(.current, weights, map.current, times: isLinear ? here.current : 1) }
    add(.noise, here.noise.0 * excitatory + here.noise.1 * inhibitory)
    for place in here.arrivals {
      let arrival = recording.arrivals[place]
      let receptor = recording.synapses[arrival.synapse].receptor
      add(.arrival(place), arrival.weight * (receptor == 0 ? excitatory : inhibitory))
    }
    if here.values == (0, 0) { return }
    for (place, value) in recording.values.enumerated() where value.steps.contains(step) {
      let receptor = recording.synapses[value.synapse].receptor
      add(.value(place), value.amount * (receptor == 0 ? excitatory : inhibitory))
    }
  }

  /// The youngest are found first.
  var shares: [Shares.Share] {
    let all = [order[0]] + order.dropFirst().reversed()
    return all.map { Shares.Share(cause: $0, value: sums[$0] ?? 0) }
  }
}

extension NeuronRecording {
  /// The state at the end of a step, before anything fires, as the run had it. [variables]
  func charged(_ step: Int) -> [Double] {
    let own = model(step).own
    var states = StepMap.lanes(self[step].state)
    own.charge(&states, [input(step)])
    return (0..<own.variables).map { states[$0 * LoneNeuron.width] }
  }
}
