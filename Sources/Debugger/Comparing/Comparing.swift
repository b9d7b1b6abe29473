/// A comparison under way: two sessions beside the one that asked, step by step.
import Basics
import NetworkModel
import Simulation

/// A class, so that a session can hold what holds two sessions.
final class Comparing {
  private var a: DebugSession
  private var b: DebugSession
  private var watch: DifferenceWatch
  private var tally = SpikeTally(neurons: 0)
  private var result: BranchComparison
  private var hasBegun = false

  /// - Parameter result: says which branches, and from where to where.
  init(_ result: BranchComparison, _ a: consuming DebugSession, _ b: consuming DebugSession) {
    watch = DifferenceWatch(a.simulation)
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
    result.populations = a.simulation.populations.map {
      BranchComparison.Population(name: $0.name, size: $0.size, firstNeuron: $0.firstNeuron)
    }
    tally = SpikeTally(neurons: a.simulation.neuronCount)
    watch = DifferenceWatch(a.simulation)
    if hasSamePopulations(b.simulation) { lookAtStates() }
  }

  private func compare() {
    guard hasSamePopulations(a.simulation), hasSamePopulations(b.simulation) else {
      result.note =
        "the network is rebuilt at \(ChangeWords.time(a.tick, dt: result.dt)), and the comparison ends there"
      result.end = a.tick
      return
    }
    tally.add(a.simulation.lastSpikes, b.simulation.lastSpikes, at: a.tick, to: &result)
    lookAtStates()
  }

  private func lookAtStates() {
    if result.parted == nil, a.stateHash != b.stateHash { result.parted = a.tick }
    if result.parted != nil, result.firstDifference == nil {
      result.firstDifference = watch.difference(a.simulation, b.simulation)
    }
  }

  private func hasSamePopulations(_ simulation: borrowing Simulation) -> Bool {
    guard simulation.populations.count == result.populations.count else { return false }
    for (info, known) in zip(simulation.populations, result.populations)
    where info.name != known.name || info.size != known.size { return false }
    return true
  }

  private func finish() -> BranchComparison {
    result.neurons = tally.ranking
    result.spikesEnd = min(result.spikesEnd, result.end)
    if result.note == nil { result.weights = Self.weights(a.simulation, b.simulation) }
    return result
  }

  /// - Complexity: O(synapses that learn).
  private static func weights(
    _ a: borrowing Simulation, _ b: borrowing Simulation
  ) -> [BranchComparison.Weights] {
    var found: [BranchComparison.Weights] = []
    for index in a.projections.indices where a.spec.projections[index].plasticity != nil {
      let (first, second) = (weights(of: index, a), weights(of: index, b))
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
