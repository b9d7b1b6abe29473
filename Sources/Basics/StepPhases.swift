/// One step of one neuron, as its population did it: the state between the phases, and what came in.

package struct StepPhases: Sendable, Equatable {
  /// Every variable of the descriptor, in base units, but refractory time in steps: at the start, after charge, and
  /// after reset.
  package var before: [Double]
  package var charged: [Double]
  package var reset: [Double]
  /// What arrived by receptor, as far as it did before the neuron moved; what is added to the state afterwards is not in
  /// it.
  package var arrivals: [Double]
  /// What stimuli sent in.
  package var current: Double
  package var hasFired: Bool
  /// Whether it was made to, whatever its v.
  package var isPoked: Bool

  package init(
    before: [Double], charged: [Double], reset: [Double], arrivals: [Double], current: Double, hasFired: Bool,
    isPoked: Bool
  ) {
    self.before = before
    self.charged = charged
    self.reset = reset
    self.arrivals = arrivals
    self.current = current
    self.hasFired = hasFired
    self.isPoked = isPoked
  }
}
