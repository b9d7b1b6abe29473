/// A step of a model as formulas, phase by phase: what a person works out by hand to come to the same numbers.

/// The names in the formulas are the model's parameters, its state variables as they are at the start, `dt` [ms], `step`
/// (a sub-step [ms]), `I` (the current from stimuli), what arrives (`in_exc` and `in_inh`, or `x` where all of it is
/// summed), and the helpers before them. For Runge–Kutta `s` is the time of a stage within its sub-step.
package struct StepEquations: Sendable, Equatable {
  /// A name and what it becomes.
  package struct Line: Sendable, Equatable {
    package let name: String
    package let formula: StepFormula
    package let dimension: Dimension
    /// The word of a choice for which this holds; nil for always.
    package let condition: Condition?

    package init(_ name: String, _ formula: String, _ dimension: Dimension = .none, when condition: Condition? = nil) {
      self.name = name
      self.formula = StepFormula(formula)
      self.dimension = dimension
      self.condition = condition
    }
  }

  /// That a choice of the model's is a certain word.
  package struct Condition: Sendable, Equatable {
    package let field: String
    package let word: String

    package init(_ field: String, _ word: String) {
      self.field = field
      self.word = word
    }
  }

  /// How the state moves.
  package enum Method: Sendable, Equatable {
    /// Every line of `charge` gives the new value of its variable.
    case formulas
    /// Every line gives the slope of its variable, per ms, for classical Runge–Kutta; v waits at the top once it is
    /// there.
    /// - Parameter clips: whether v counts for no more than the top on the right-hand sides.
    case rungeKutta(top: String, clips: Bool)
  }

  package var method = Method.formulas
  /// Worked out one after the other, anew in each sub-step.
  package var helpers: [Line] = []
  /// All at once, from what was before.
  package var charge: [Line]
  /// What decays by itself beside a Runge–Kutta step, at its end.
  package var decays: [Line] = []
  /// Which of these stand still while the neuron is refractory.
  package var held: [String] = []
  /// Then, at the end of the step: what arrives.
  package var arrivals: [Line] = []
  /// What v is compared with; nil for a model that never fires.
  package var threshold: StepFormula?
  package var reset: [Line] = []

  package init(charge: [Line]) { self.charge = charge }

  /// The three ways to reset that threshold models share.
  package static let thresholdReset = [
    Line("v", "v_reset", .voltage, when: Condition("reset", "hard")),
    Line("v", "v - (v_thresh - v_reset)", .voltage, when: Condition("reset", "soft")),
    Line("v", "v", .voltage, when: Condition("reset", "none")),
  ]
}
