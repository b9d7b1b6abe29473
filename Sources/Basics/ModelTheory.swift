/// What mathematics says of a model beside its simulation: how fast it fires, and where it stands still.

/// The values of one neuron by their names, in base units.
package struct NeuronValues: Sendable, Equatable {
  private let model: ModelDescriptor
  private let parameters: [ParameterSetting]
  private let state: [Double]
  /// What flows into it from outside beside its own parameters and its synapses [nA].
  package let current: Double

  /// - Parameters: parameters, state: in the order of the descriptor.
  package init(_ model: ModelDescriptor, parameters: [ParameterSetting], state: [Double], current: Double = 0) {
    self.model = model
    self.parameters = parameters
    self.state = state
    self.current = current
  }

  /// A parameter that is a number, or a state variable; NaN where the model has neither. - Complexity: O(fields).
  package subscript(_ name: String) -> Double {
    if let index = model.parameters.firstIndex(where: { $0.name == name }), parameters.indices.contains(index),
      case .number(let value) = parameters[index]
    {
      return value
    }
    guard let index = model.state.firstIndex(where: { $0.name == name }), state.indices.contains(index) else {
      return .nan
    }
    return state[index]
  }

  /// A parameter that is a word; nil where the model has none of this name.
  package func choice(_ name: String) -> String? {
    guard let index = model.parameters.firstIndex(where: { $0.name == name }), parameters.indices.contains(index),
      case .choice(let word) = parameters[index]
    else { return nil }
    return word
  }
}

/// How long a neuron takes from spike to spike under a constant drive, in closed form.
package struct FiringTheory: Sendable, Equatable {
  /// The formula, as text.
  package let formula: String
  package let source: String
  /// The interval [ms, or steps of a model in discrete time] under a drive in the dimension of the model's `drive`;
  /// infinite where it does not fire, nil where the formula does not hold for these values.
  package let interval: @Sendable (_ drive: Double, NeuronValues) -> Double?

  package init(
    formula: String, source: String, interval: @escaping @Sendable (_ drive: Double, NeuronValues) -> Double?
  ) {
    self.formula = formula
    self.source = source
    self.interval = interval
  }

  /// The same formula is the same theory.
  package static func == (a: Self, b: Self) -> Bool { a.formula == b.formula && a.source == b.source }
}

/// A plane of two state variables in which a model's way can be understood.
package struct PhasePlane: Sendable, Equatable {
  /// The names of the variables: x is always v.
  package let x: String
  package let y: String
  /// The y at which x stands still, by x; NaN where there is none.
  package let xNullcline: @Sendable (_ x: Double, NeuronValues) -> Double
  /// The y at which y stands still, by x.
  package let yNullcline: @Sendable (_ x: Double, NeuronValues) -> Double
  /// What of x is to be seen at least.
  package let range: @Sendable (NeuronValues) -> ClosedRange<Double>
  /// Where y can be at all; nil for anywhere.
  package let bounds: ClosedRange<Double>?
  /// Whether a spike takes the neuron elsewhere at once.
  package let jumps: Bool
  /// What the plane leaves out of the model, in a few words; empty where it is the whole model.
  package let reduction: String
  package let source: String

  package init(
    _ x: String, _ y: String, bounds: ClosedRange<Double>? = nil, jumps: Bool, reduction: String, source: String,
    range: @escaping @Sendable (NeuronValues) -> ClosedRange<Double>,
    xNullcline: @escaping @Sendable (_ x: Double, NeuronValues) -> Double,
    yNullcline: @escaping @Sendable (_ x: Double, NeuronValues) -> Double
  ) {
    self.x = x
    self.y = y
    self.bounds = bounds
    self.jumps = jumps
    self.reduction = reduction
    self.source = source
    self.range = range
    self.xNullcline = xNullcline
    self.yNullcline = yNullcline
  }

  /// The same plane of the same source is the same.
  package static func == (a: Self, b: Self) -> Bool {
    a.x == b.x && a.y == b.y && a.reduction == b.reduction && a.source == b.source
  }
}

extension ModelDescriptor {
  /// The parameter that a constant drive is given by; nil where there is none.
  package var drive: ParameterField? { parameter("i_offset") ?? parameter("bias") }
}
