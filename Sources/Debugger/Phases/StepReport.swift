/// One step of one neuron taken apart: charge, fire, reset, deliver, learn.
package import Basics

package struct StepReport: Sendable, Equatable {
  /// A synapse whose weight the step has moved.
  package struct Learned: Sendable, Equatable {
    package var source: String
    package var target: String
    package var before: Double
    package var after: Double
    package var unit: String

    package init(source: String, target: String, before: Double, after: Double, unit: String) {
      self.source = source
      self.target = target
      self.before = before
      self.after = after
      self.unit = unit
    }
  }

  package var neuron: NeuronAddress
  /// `exc[17]`
  package var name: String
  /// The id of its model.
  package var model: String
  /// The step goes from this tick to the next.
  package var tick: Tick
  package var dt: Milliseconds
  /// Numbers and choices by name, as they are in this step.
  package var parameters: [String: ParameterSetting]
  /// By state variable of the descriptor, in its base units: at the start, after charge, after reset.
  package var before: [Double]
  package var charged: [Double]
  package var reset: [Double]
  /// By receptor.
  package var arrivals: [Double]
  package var current: Double
  package var hasFired: Bool
  package var isPoked: Bool
  /// The synapses that its spike goes to, and when it reaches the first and the last of them; 0 where it did not fire,
  /// or is left out.
  package var targets: Int
  package var firstArrival: Tick
  package var lastArrival: Tick
  /// Its synapses that learn, how many of them moved, and the ones that moved most.
  package var plastic: Int
  package var moved: Int
  package var learned: [Learned]

  package init(
    neuron: NeuronAddress, name: String, model: String, tick: Tick, dt: Milliseconds,
    parameters: [String: ParameterSetting], before: [Double], charged: [Double], reset: [Double], arrivals: [Double],
    current: Double, hasFired: Bool, isPoked: Bool, targets: Int, firstArrival: Tick, lastArrival: Tick, plastic: Int,
    moved: Int, learned: [Learned]
  ) {
    self.neuron = neuron
    self.name = name
    self.model = model
    self.tick = tick
    self.dt = dt
    self.parameters = parameters
    self.before = before
    self.charged = charged
    self.reset = reset
    self.arrivals = arrivals
    self.current = current
    self.hasFired = hasFired
    self.isPoked = isPoked
    self.targets = targets
    self.firstArrival = firstArrival
    self.lastArrival = lastArrival
    self.plastic = plastic
    self.moved = moved
    self.learned = learned
  }

  /// More nobody reads.
  package static let mostLearned = 8
}
