/// What somebody waits for in a run, as a tree.
import Analysis
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
  /// It was within the range after the step before and is not any more, or the other way round.
  case range(Term, ClosedRange<Double>, RangeChange)
  /// Of several neurons one is enough, here and in what follows.
  case comparison(Term, OrderRequest.Comparison, Term)
  case notANumber(Term)

  /// Whether it is an event, or hangs on one.
  var isEvent: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains(where: \.isEvent)
    case .not(let part): part.isEvent
    case .spike, .weightChange, .change, .crossing, .range: true
    case .comparison, .notANumber: false
    }
  }

  /// How many steps before the present one it looks back.
  var lookback: Int {
    switch self {
    case .all(let parts), .any(let parts): parts.map(\.lookback).max() ?? 0
    case .not(let part): part.lookback
    case .spike, .weightChange: 0
    case .change(let term), .crossing(let term, _, _), .range(let term, _, _), .notANumber(let term): term.lookback
    case .comparison(let left, _, let right): max(left.lookback, right.lookback)
    }
  }
}

package enum Crossing: Sendable, Equatable {
  case either
  case upwards
  case downwards
}

package enum RangeChange: Sendable, Equatable {
  case leaving
  case entering
}

/// Something that is a number after every step, in base units.
package enum Term: Sendable, Equatable {
  case number(Double)
  /// A state variable of some neurons.
  case variable(Selection, name: String)
  /// A parameter of some neurons; of one that is a choice, the place of the word among those that there are.
  case parameter(Selection, name: String)
  /// The spikes of some neurons in the last so many steps.
  case count(Selection, steps: Int)
  /// The same for each neuron and second [Hz].
  case rate(Selection, steps: Int)
  /// How much some neurons fire together in the last so many steps: Golomb's χ, as `TrainStatistics.synchrony`. None
  /// before there are so many steps, and where none of them fired.
  case synchrony(Selection, steps: Int)
  /// In a query: a state variable of the neuron that fired, or of a partner of it.
  case related(Relation, name: String)
  /// Of the synapse from the neuron `pre` to `post`, by their places in the projection's selections.
  case weight(projection: String, post: Int, pre: Int)

  var lookback: Int {
    switch self {
    case .count(_, let steps), .rate(_, let steps): steps
    case .synchrony(_, let steps): BinClock.synchronySteps(window: steps)
    case .number, .variable, .parameter, .related, .weight: 0
    }
  }
}
