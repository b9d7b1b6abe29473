/// How fast a neuron fires under constant currents.
package import Basics

/// What is to be measured: a neuron with these parameters, by itself, without synapses.
package struct FiringCurveRequest: Sendable, Equatable {
  /// The id of a `ModelDescriptor`.
  package var model: String
  /// By name; others have the model's defaults.
  package var parameters: [String: ParameterSetting]
  /// The parameter that the current is given by.
  package var drive: String
  /// What the neuron has of it now: the curve reaches there.
  package var present: Double
  package var dt: Milliseconds
  /// How many steps each current lasts; the first third is left out, for the neuron to settle.
  package var steps: Int

  package init(
    model: String, parameters: [String: ParameterSetting], drive: String, present: Double, dt: Milliseconds, steps: Int
  ) {
    self.model = model
    self.parameters = parameters
    self.drive = drive
    self.present = present
    self.dt = dt
    self.steps = steps
  }
}

package struct FiringCurve: Sendable, Equatable {
  package var request: FiringCurveRequest
  /// Ascending and evenly spaced, in the base unit of the drive.
  package var currents: [Double]
  /// Spikes a second, from the intervals between them; 0 where there were fewer than two. One for each current.
  package var rates: [Double]
  /// The least current that fires, twice at least in the time measured; nil where none does.
  package var rheobase: Double?

  package init(request: FiringCurveRequest, currents: [Double], rates: [Double], rheobase: Double?) {
    self.request = request
    self.currents = currents
    self.rates = rates
    self.rheobase = rheobase
  }
}
