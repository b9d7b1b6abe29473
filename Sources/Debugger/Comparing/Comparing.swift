/// A comparison under way: two sessions beside the one that asked, step by step.
import Basics
import NetworkModel
import Simulation

/// A class, so that a session can hold what holds two sessions.
final class Comparing {
  private var a: DebugSession
  private var b: DebugSession
  private var watch: DifferenceWatch
  private var roster = ComparisonRoster([])
  /// The numbers of the networks that they run.
  private var networks = (a: -1, b: -1)
  /// From when on their networks differ.
  private var differ: Tick?
  private var tally = SpikeTally(neurons: 0)
  private var result: BranchComparison
  private var hasBegun = false

  /// - Parameter result: says which branches, and from where to where.
  init(_ result: BranchComparison, _ a: consuming DebugSession, _ b: consuming DebugSession) {
    watch = DifferenceWatch(ComparisonRoster([]), a.simulation, b.simulation)
    self.result = result
    self.a = a
    self.b = b
  }

  /// From 0 to 1.
  var progress: Double {
    let total = max(1, result.end.value - result.parting.value)
    return min(1, max(0, Double(min(a.tick.value, b.tick.value) - result.parting.value) / Double(total)))
  }

  /// - Returns: how many steps were done, and the outcome when there is one.
  func advance(atMost limit: Int) -> (steps: Int, outcome: BranchComparison?) {
    if a.mode != .paused { return (a.advance(atMost: limit).steps, nil) }
    if b.mode != .paused { return (b.advance(atMost: limit).steps, nil) }
    if !hasBegun { begin() }
    var steps = 0
    while steps < limit, a.tick < result.end, result.note == nil {
      a.step()
      b.step()
      steps += 2
      compare()
    }
    let isDone = a.tick >= result.end || result.note != nil
    return (steps, isDone ? finish() : nil)
  }

  /// Both stand where they part, with all that is done there.
  private func begin() {
    hasBegun = true
    guard a.tick == result.parting, b.tick == result.parting else {
      result.note = "\(ChangeWords.time(result.parting, dt: result.dt)), where they part, cannot be gone back to"
      return result.end = result.parting
    }
    roster = ComparisonRoster(
      [Self.populations(a.simulation), Self.populations(b.simulation)] + laterNetworks(a) + laterNetworks(b))
    result.populations = roster.populations
    tally = SpikeTally(neurons: roster.isShared.count)
    lookAtNetworks()
    lookAtStates()
  }

  private static func populations(_ simulation: borrowing Simulation) -> [(name: String, size: Int)] {
    simulation.populations.map { ($0.name, $0.size) }
  }

  /// The populations of what a branch is rebuilt to on the way.
  private func laterNetworks(_ session: borrowing DebugSession) -> [[(name: String, size: Int)]] {
    session.timeline.log.compactMap { entry in
      guard case .rebuild(let spec, _) = entry.command, entry.tick > result.parting, entry.tick <= result.end else {
        return nil
      }
      return spec.populations.map { ($0.name, $0.shape.reduce(1, *)) }
    }
  }

  private func compare() {
    if a.networks.current != networks.a || b.networks.current != networks.b { lookAtNetworks() }
    tally.add(
      roster.numbers(a.simulation.lastSpikes, of: .a), roster.numbers(b.simulation.lastSpikes, of: .b), at: a.tick,
      isShared: roster.isShared, to: &result)
    lookAtStates()
  }

  /// One of them, or both, have been rebuilt.
  private func lookAtNetworks() {
    networks = (a.networks.current, b.networks.current)
    roster.take(a.simulation.populations, of: .a)
    roster.take(b.simulation.populations, of: .b)
    result.take(roster)
    watch = DifferenceWatch(roster, a.simulation, b.simulation)
    var (one, other) = (a.simulation.spec, b.simulation.spec)
    // What is left out is another thing: it is what branches are asked for.
    (one.without, other.without) = ([], [])
    if one == other { differ = nil } else { differ = differ ?? a.tick }
  }

  private func lookAtStates() {
    if result.parted == nil, a.stateHash != b.stateHash { result.parted = a.tick }
    if result.parted != nil, result.firstDifference == nil {
      result.firstDifference = watch.difference(a.simulation, b.simulation)
    }
  }

  /// In what the networks differ by themselves.
  private var networksDiffer: String? {
    guard let differ else { return nil }
    let sides = [("A", roster.strangers(of: .a)), ("B", roster.strangers(of: .b))].filter { !$0.1.isEmpty }
    let words = sides.map { "in \($0.0) alone \($0.1.joined(separator: ", "))" }
    return "the networks differ from \(ChangeWords.time(differ, dt: result.dt)) on: "
      + (words.isEmpty ? "both have the same neurons" : words.joined(separator: "; "))
  }

  private func finish() -> BranchComparison {
    result.neurons = tally.ranking
    result.spikesEnd = min(result.spikesEnd, result.end)
    if result.note == nil {
      result.weights = Self.weights(a.simulation, b.simulation)
      result.note = networksDiffer
    }
    return result
  }

  /// - Complexity: O(synapses that learn).
  private static func weights(
    _ a: borrowing Simulation, _ b: borrowing Simulation
  ) -> [BranchComparison.Weights] {
    var found: [BranchComparison.Weights] = []
    for index in a.projections.indices where a.spec.projections[index].plasticity != nil {
      guard let place = b.projections.firstIndex(where: { $0.name == a.projections[index].name }) else { continue }
      let (first, second) = (weights(of: index, a), weights(of: place, b))
      guard first.count == second.count else { continue }
      let differences = zip(first, second).map { abs($0 - $1) }
      found.append(
        BranchComparison.Weights(
          projection: a.projections[index].name, synapses: first.count, changed: differences.count { $0 > 0 },
          greatest: differences.max() ?? 0))
    }
    return found
  }

  private static func weights(of index: Int, _ simulation: borrowing Simulation) -> [Double] {
    var weights: [Double] = []
    weights.reserveCapacity(simulation.projections[index].synapseCount)
    for source in 0..<simulation.projections[index].sourceCount {
      simulation.forEachSynapse(of: index, fromSource: source) { _, weight, _ in weights.append(weight) }
    }
    return weights
  }
}
