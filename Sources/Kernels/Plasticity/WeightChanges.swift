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
}

/// What a loop over synapses tells of each; the empty one is compiled to nothing.
protocol ChangeObserver {
  func note(_ tick: Int, synapse: Int, target: Int, _ cause: WeightChange.Cause, _ before: Double, _ after: Double)
}

struct NobodyAsks: ChangeObserver {
  @inline(__always)
  func note(_ tick: Int, synapse: Int, target: Int, _ cause: WeightChange.Cause, _ before: Double, _ after: Double) {}
}

/// Keeps the first `capacity` changes until they are taken. Unchecked, for who asks for changes runs on one thread.
final class ChangeLog: ChangeObserver, @unchecked Sendable {
  private let capacity: Int
  private var changes: [WeightChange] = []

  init(capacity: Int) {
    self.capacity = capacity
    changes.reserveCapacity(capacity)
  }

  func note(_ tick: Int, synapse: Int, target: Int, _ cause: WeightChange.Cause, _ before: Double, _ after: Double) {
    if changes.count == capacity { return }
    changes.append(
      WeightChange(tick: tick, synapse: synapse, target: target, cause: cause, before: before, after: after))
  }

  func take() -> [WeightChange] {
    defer { changes.removeAll(keepingCapacity: true) }
    return changes
  }
}
