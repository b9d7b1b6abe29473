/// What somebody waits for in a run, as a tree.
package import NetworkModel

/// Some conditions are events, which happen in a step: a spike, a crossing, a change. The others are states, which hold
/// or do not. Where people stop is where an event happens, or where a state begins to hold.
package indirect enum Condition: Sendable, Equatable {
  case all([Condition])
  case any([Condition])
  case not(Condition)
  /// One of these neurons fired; nil for any at all.
  case spike(Selection?)
  /// A weight of this projection moved; nil for any of those that learn.
  case weightChange(of: String?)
  /// What it says is another number than after the step before.
  case change(Term)
  /// It has come from one side of the level to the other, or onto it.
  case crossing(Term, level: Double, Crossing)
  /// Of several neurons one is enough, here and in what follows.
  case comparison(Term, OrderRequest.Comparison, Term)
  case notANumber(Term)

  /// Whether it is an event, or hangs on one.
  var isEvent: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains(where: \.isEvent)
    case .not(let part): part.isEvent
    case .spike, .weightChange, .change, .crossing: true
    case .comparison, .notANumber: false
    }
  }

  /// How many steps before the present one it looks back.
  var lookback: Int {
    switch self {
    case .all(let parts), .any(let parts): parts.map(\.lookback).max() ?? 0
    case .not(let part): part.lookback
    case .spike, .weightChange: 0
    case .change(let term), .crossing(let term, _, _), .notANumber(let term): term.lookback
    case .comparison(let left, _, let right): max(left.lookback, right.lookback)
    }
  }
}

package enum Crossing: Sendable, Equatable {
  case either
  case upwards
  case downwards
}

/// Something that is a number after every step, in base units.
package enum Term: Sendable, Equatable {
  case number(Double)
  /// A state variable of some neurons.
  case variable(Selection, name: String)
  /// The spikes of some neurons in the last so many steps.
  case count(Selection, steps: Int)
  /// The same for each neuron and second [Hz].
  case rate(Selection, steps: Int)
  /// In a query: a state variable of the neuron that fired, or of a partner of it.
  case related(Relation, name: String)
  /// Of the synapse from the neuron `pre` to `post`, by their places in the projection's selections.
  case weight(projection: String, post: Int, pre: Int)

  var lookback: Int {
    switch self {
    case .count(_, let steps), .rate(_, let steps): steps
    case .number, .variable, .related, .weight: 0
    }
  }
}
