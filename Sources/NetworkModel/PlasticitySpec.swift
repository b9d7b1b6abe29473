/// How the weights of a projection change by themselves.
package import Basics

package struct PlasticitySpec: Sendable, Equatable {
  /// The `id` of a `RuleDescriptor`.
  package var rule: String
  /// Only what the document sets; every other parameter has the descriptor's default.
  package var parameters: [String: ParameterSetting]
  /// `w_min` and `w_max`, in base units of the weight: no change leads out of them.
  package var weights: ClosedRange<Double>
  /// Whether the weights stay as they are for the time being.
  package var isFrozen: Bool

  package init(
    rule: String, parameters: [String: ParameterSetting] = [:], weights: ClosedRange<Double>, isFrozen: Bool = false
  ) {
    self.rule = rule
    self.parameters = parameters
    self.weights = weights
    self.isFrozen = isFrozen
  }
}
