/// What a model says of itself: the one source of `ganglion models`, the inspector, the checks of a document and help.

/// A parameter that people set: its name, dimension, default, allowed values and meaning.
package struct ParameterField: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// A number in base units of the field's dimension; `allowed` is inclusive unless `excludesLowerBound`.
    case number(default: Double, allowed: ClosedRange<Double>, excludesLowerBound: Bool)
    /// One word out of a list; the first is the default.
    case choice([String])
    /// A sorted list of times, for sources that play given spikes.
    case times
  }

  package let name: String
  package let dimension: Dimension
  package let kind: Kind
  package let doc: String

  package init(
    _ name: String, _ dimension: Dimension, default value: Double,
    in allowed: ClosedRange<Double> = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude,
    excludesLowerBound: Bool = false, doc: String
  ) {
    self.name = name
    self.dimension = dimension
    self.kind = .number(default: value, allowed: allowed, excludesLowerBound: excludesLowerBound)
    self.doc = doc
  }

  package init(_ name: String, choices: [String], doc: String) {
    self.name = name
    self.dimension = .none
    self.kind = .choice(choices)
    self.doc = doc
  }

  /// A list of times [ms].
  package init(times name: String, doc: String) {
    self.name = name
    self.dimension = .time
    self.kind = .times
    self.doc = doc
  }

  /// Whether `value` (base units) may be given to this field; false for a choice and for anything not finite.
  package func allows(_ value: Double) -> Bool {
    guard case .number(_, let allowed, let excludesLowerBound) = kind, value.isFinite else { return false }
    return allowed.contains(value) && !(excludesLowerBound && value == allowed.lowerBound)
  }
}

/// A variable of a neuron's state that can be seen, recorded and given an initial value.
package struct StateVariable: Sendable, Equatable {
  package let name: String
  package let dimension: Dimension
  package let doc: String
  /// Whether a document may set it under `initial`; refractory counters and the like may not.
  package let isInitial: Bool

  package init(_ name: String, _ dimension: Dimension, doc: String, isInitial: Bool = true) {
    self.name = name
    self.dimension = dimension
    self.doc = doc
    self.isInitial = isInitial
  }
}

/// One entry of the catalogue of models.
package struct ModelDescriptor: Sendable, Equatable {
  package enum Kind: String, Sendable { case neuron, source, input }

  /// The standard name, PyNN's where PyNN has one: `IF_curr_exp`.
  package let id: String
  /// The plain name for people who do not know PyNN: `lif`.
  package let plainName: String
  package let kind: Kind
  package let summary: String
  /// The equations, one a line, as text.
  package let equations: [String]
  package let parameters: [ParameterField]
  package let state: [StateVariable]
  /// The dimension of a weight onto this model; nil where nothing may project onto it.
  package let weightDimension: Dimension?
  /// Whether it lives in steps without units (true) or in physical time (false).
  package let isDimensionless: Bool
  /// Whether it can spike at all (an `Integrator` cannot).
  package let fires: Bool
  package let reference: String
  /// How fast it fires under a constant drive; nil where no formula says it.
  package let firing: FiringTheory?
  /// The plane in which its way can be seen; nil where none says more than v alone.
  package let plane: PhasePlane?
  /// A step in formulas; nil for what has no state of its own.
  package let step: StepEquations?

  package init(
    id: String, plainName: String, kind: Kind, summary: String, equations: [String], parameters: [ParameterField],
    state: [StateVariable], weightDimension: Dimension?, isDimensionless: Bool, fires: Bool = true, reference: String,
    firing: FiringTheory? = nil, plane: PhasePlane? = nil, step: StepEquations? = nil
  ) {
    self.id = id
    self.plainName = plainName
    self.kind = kind
    self.summary = summary
    self.equations = equations
    self.parameters = parameters
    self.state = state
    self.weightDimension = weightDimension
    self.isDimensionless = isDimensionless
    self.fires = fires
    self.reference = reference
    self.firing = firing
    self.plane = plane
    self.step = step
  }

  package func parameter(_ name: String) -> ParameterField? { parameters.first { $0.name == name } }
  package func stateVariable(_ name: String) -> StateVariable? { state.first { $0.name == name } }
}

/// A value given to a parameter: a number in base units, or one word out of the field's choices.
package enum ParameterSetting: Sendable, Equatable, Codable {
  case number(Double)
  case choice(String)
  /// Sorted times [ms].
  case times([Double])
}
