/// A record of what a rule did to its weights, for whoever asks for it; who does not pays nothing.

/// One event at one synapse. The weight need not have moved: an event at a bound is one, too.
package struct WeightChange: Sendable, Equatable {
  package enum Cause: Sendable { case arrival, spike }

  /// The step at whose end it happened.
  package let tick: Int
  /// Its number in the table of the projection.
  package let synapse: Int
  /// Of the target population.
  package let target: Int
  package let cause: Cause
  package let before: Double
  package let after: Double
  /// The first trace of either end, as the rule saw it.
  package let traces: Ends
}

/// What is known of both ends of a synapse.
package struct Ends: Sendable, Equatable {
  package let pre: Double
  package let post: Double

  init<Scalar: LaneScalar>(_ pre: Traces<Scalar>, _ post: Traces<Scalar>) {
    self.pre = Double(pre.first)
    self.post = Double(post.first)
  }
}

/// What an event did to a weight.
struct WeightStep {
  let before: Double
  let after: Double
  let traces: Ends
}

/// What a loop over synapses tells of each; the empty one is compiled to nothing.
protocol ChangeObserver {
  func note(_ tick: Int, synapse: Int, target: Int, _ cause: WeightChange.Cause, _ step: WeightStep)
}

struct NobodyAsks: ChangeObserver {
  @inline(__always)
  func note(_ tick: Int, synapse: Int, target: Int, _ cause: WeightChange.Cause, _ step: WeightStep) {}
}

/// Keeps the first `capacity` changes, of one synapse or of all, until they are taken. Unchecked, for who asks for changes runs on one thread.
final class ChangeLog: ChangeObserver, @unchecked Sendable {
  private let capacity: Int
  private let synapse: Int?
  private var changes: [WeightChange] = []

  init(capacity: Int, of synapse: Int?) {
    self.capacity = capacity
    self.synapse = synapse
    changes.reserveCapacity(capacity)
  }

  func note(_ tick: Int, synapse: Int, target: Int, _ cause: WeightChange.Cause, _ step: WeightStep) {
    if changes.count == capacity || self.synapse.map({ $0 != synapse }) == true { return }
    changes.append(
      WeightChange(
        tick: tick, synapse: synapse, target: target, cause: cause, before: step.before, after: step.after,
        traces: step.traces))
  }

  func take() -> [WeightChange] {
    defer { changes.removeAll(keepingCapacity: true) }
    return changes
  }
}
