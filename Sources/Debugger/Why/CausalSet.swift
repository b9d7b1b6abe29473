/// The fewest arrivals without which a neuron does not fire.
import Simulation

/// Said of a spike: with these arrivals left out, and all other spikes of the network held as they were, the neuron does
/// not fire at its time nor within the horizon after it.
package struct CausalSet: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// No smaller set does it: proved.
    case smallest
    /// Found by taking the largest shares first; a smaller one may exist.
    case greedy
    /// There is no such set: with none of the arrivals it fires all the same.
    case firesByItself
    /// It was made to fire.
    case forced
  }

  package let kind: Kind
  /// Positions in the recording, ascending; of spikes that arrive over several synapses all of them.
  package let arrivals: [Int]
}

/// Looks for it.
struct CausalSearch {
  private var maps: StepMaps
  private let recording: NeuronRecording
  /// The position of v among all variables.
  private let v: Int
  private let spike: Int
  private let end: Int
  /// The first step of which an arrival cannot change when it fired before.
  private let start: Int
  private let isWanted: () -> Bool

  /// - Parameters:
  ///   - spike: the step in which it fired.
  ///   - end: the step after the horizon.
  ///   - isWanted: asked before the neuron is run again.
  init(_ maps: StepMaps, spike: Int, end: Int, v: Int, isWanted: @escaping () -> Bool) {
    self.maps = maps
    recording = maps.recording
    self.v = v
    self.spike = spike
    self.end = min(end, maps.recording.end)
    let last = (maps.recording.first..<spike).last { maps.recording[$0].fired }
    start = last ?? maps.recording.first
    self.isWanted = isWanted
  }

  mutating func result(_ shares: Shares) throws(NotWanted) -> CausalSet {
    if recording.isForced(spike, v: v) { return CausalSet(kind: .forced, arrivals: []) }
    if maps.isLinear, let found = try covering() { return found }
    return try greedy(shares)
  }

  /// Spikes on their way to the neuron, each with all of its arrivals, since `first`.
  private func groups(since first: Int) -> [[Int]] {
    var order: [[Int]] = []
    var known: [[Int]: Int] = [:]
    for (place, arrival) in recording.arrivals.enumerated() where arrival.step >= first && arrival.step < end {
      let key = [recording.synapses[arrival.synapse].number, arrival.fired]
      if let index = known[key] {
        order[index].append(place)
      } else {
        known[key] = order.count
        order.append([place])
      }
    }
    return order
  }

  /// Until the first of them arrives all is as it was, so that it is run from there on.
  private func spikes(without left: [Int]) throws(NotWanted) -> Bool {
    guard isWanted() else { throw NotWanted() }
    let first = min(spike, left.map { recording.arrivals[$0].step }.min() ?? spike)
    var replay = Replay(recording, from: first, without: Set(left), v: v)
    return replay.firstSpike(in: spike..<end) != nil
  }

  // MARK: Linear models

  /// Since its last spike all that arrives adds up, so that it is a matter of how much each takes away, and when. Nil
  /// where no choice among those arrivals does it.
  private mutating func covering() throws(NotWanted) -> CausalSet? {
    let reset = start
    let touchesAtOnce = maps.map(reset).excitatory[maps.v] != 0 || maps.map(reset).inhibitory[maps.v] != 0
    let groups = groups(since: recording[reset].fired && touchesAtOnce ? reset + 1 : reset)
    let effects = groups.map { effect(of: $0) }
    let useful = effects.indices.filter { place in effects[place].contains { $0 > 0 } }
    // What slows it is left in place.
    let candidates = useful.map { effects[$0].map { max(0, $0) } }
    var margin = recording.models[0].own.rest[v].magnitude * 0x1p-48
    for _ in 0..<12 {
      var cover = Cover(effects: candidates, needed: excess().map { $0 + margin })
      guard let (chosen, isProved) = cover.smallest() else { return nil }
      let left = chosen.flatMap { groups[useful[$0]] }.sorted()
      if try !spikes(without: left) {
        return CausalSet(kind: isProved ? .smallest : .greedy, arrivals: left)
      }
      margin *= 16
    }
    return nil
  }

  /// How far v would be above its threshold at the end of each step, if the neuron did not fire.
  private func excess() -> [Double] {
    var replay = Replay(recording, from: spike, v: v)
    return (spike..<end).map { _ in
      let now = replay.advance(fires: false)
      return now.v - now.level
    }
  }

  /// What arrivals add to v at the end of the steps from the spike on.
  private mutating func effect(of arrivals: [Int]) -> [Double] {
    var total = Array(repeating: 0.0, count: end - spike)
    for place in arrivals {
      let arrival = recording.arrivals[place]
      let isFirst = recording.synapses[arrival.synapse].receptor == 0
      let map = maps.map(arrival.step, isHeld: arrival.step <= spike && maps.isHeld(arrival.step))
      var x = (isFirst ? map.excitatory : map.inhibitory).map { $0 * arrival.weight }
      // At a reset v is set to what has nothing to do with it.
      if recording[arrival.step].fired, arrival.step < spike { x = maps.reset(arrival.step).applied(to: x) }
      if arrival.step >= spike { total[arrival.step - spike] += x[maps.v] }
      var step = arrival.step + 1
      while step < end {
        if let edit = recording.edits[step] {
          for (place, variable) in maps.active.enumerated() where edit[variable] != 0 { x[place] = 0 }
        }
        if recording.restarts.contains(step) { break }
        x = maps.map(step, isHeld: step <= spike && maps.isHeld(step)).applied(to: x)
        if step >= spike { total[step - spike] += x[maps.v] }
        step += 1
      }
    }
    return total
  }

  // MARK: All others

  /// The largest shares first, until it does not fire; then those that are not needed are put back. By running the
  /// neuron again each time, so that it holds for every model.
  private func greedy(_ shares: Shares) throws(NotWanted) -> CausalSet {
    var share: [Int: Double] = [:]
    for entry in shares.shares { if case .arrival(let place) = entry.cause { share[place] = entry.value } }
    func weight(_ group: [Int]) -> Double { group.reduce(0) { $0 + (share[$1] ?? 0) } }
    let groups = groups(since: recording.first)
    // Those that come after the spike have no share in it, and are last.
    let ranked = groups.sorted { weight($0) > weight($1) }.filter { weight($0) > 0 || isLate($0) }
    guard try !spikes(without: ranked.flatMap { $0 }) else {
      return CausalSet(kind: .firesByItself, arrivals: [])
    }
    // The shortest beginning of the list that does it: found by halving, as if more never did less.
    var (low, high) = (0, ranked.count)
    while low < high {
      let middle = (low + high) / 2
      if try !spikes(without: ranked[..<middle].flatMap { $0 }) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    var kept = Array(ranked[..<high])
    for group in kept.reversed() where kept.count > 1 {
      let others = kept.filter { $0 != group }
      if try !spikes(without: others.flatMap { $0 }) { kept = others }
    }
    var isSmallest = kept.count == 1
    if kept.count == 2 { isSmallest = try !hasSingle(among: groups) }
    return CausalSet(kind: isSmallest ? .smallest : .greedy, arrivals: kept.flatMap { $0 }.sorted())
  }

  /// Whether one of these alone would do; where they are so many that to try takes too long, it is taken that one might.
  private func hasSingle(among groups: [[Int]]) throws(NotWanted) -> Bool {
    if groups.count > Self.mostTried { return true }
    for group in groups where try !spikes(without: group) { return true }
    return false
  }

  private static var mostTried: Int { 500 }

  private func isLate(_ group: [Int]) -> Bool {
    group.allSatisfy { place in
      let arrival = recording.arrivals[place]
      return arrival.step >= spike && arrival.weight > 0 && recording.synapses[arrival.synapse].receptor == 0
    }
  }
}
