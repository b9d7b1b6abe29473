/// What a rule of plasticity is to the kernels: what an arrival does to a weight, and what a spike behind it does.
package import Basics

/// A rule, generic over the precision in which it computes.
///
/// Every synapse sees the traces of its two ends as they were before the present step, so that events of one step,
/// Δt = 0, do not meet. The driver clips nothing: a rule keeps to the bounds by itself, for it knows on which side.
package protocol PlasticityRule: Sendable {
  associatedtype Scalar: LaneScalar
  /// Derived from the parameters, once.
  associatedtype Coefficients: BitwiseCopyable, Sendable

  static var descriptor: RuleDescriptor { get }
  /// The time constants [ms] of the traces of either end, one or two.
  static func traces(_ parameters: RuleParameters) -> (pre: [Double], post: [Double])
  static func coefficients(_ parameters: RuleParameters) -> Coefficients
  /// The weight after a presynaptic spike has arrived, which was served with the weight before.
  static func onPre(
    _ weight: Scalar, pre: Traces<Scalar>, post: Traces<Scalar>, _ coefficients: Coefficients
  ) -> Scalar
  /// The weight after the target has spiked.
  static func onPost(
    _ weight: Scalar, pre: Traces<Scalar>, post: Traces<Scalar>, _ coefficients: Coefficients
  ) -> Scalar
}

/// The traces of one end of a synapse: Σ exp(−age/τ) over its spikes, at the presynaptic end over their arrivals.
package struct Traces<Scalar: LaneScalar>: BitwiseCopyable, Sendable {
  package var first: Scalar
  /// The same as `first` where a rule has only one.
  package var second: Scalar
}

/// The settings of a rule, by name, with the defaults filled in.
package struct RuleParameters: Sendable {
  private let descriptor: RuleDescriptor
  private let settings: [String: ParameterSetting]
  /// `w_min` and `w_max`, in base units of the weight.
  package let weights: ClosedRange<Double>

  package init(_ descriptor: RuleDescriptor, _ settings: [String: ParameterSetting], weights: ClosedRange<Double>) {
    self.descriptor = descriptor
    self.settings = settings
    self.weights = weights
  }

  /// In base units. - Precondition: the rule's descriptor has such a number.
  package subscript(_ name: String) -> Double {
    if case .number(let value)? = settings[name] { return value }
    guard case .number(let value, _, _)? = descriptor.parameter(name)?.kind else {
      preconditionFailure("\(descriptor.id) has no number \(name)")
    }
    return value
  }
}
