/// A rule whose weights stay: its traces go on, so that learning takes up where the spikes are when it is let go again.
import Basics

/// - Complexity: that of the rule, without its arithmetic.
enum Frozen<R: PlasticityRule>: PlasticityRule {
  static var descriptor: RuleDescriptor { R.descriptor }
  static func traces(_ parameters: RuleParameters) -> (pre: [Double], post: [Double]) { R.traces(parameters) }
  static func coefficients(_ parameters: RuleParameters) -> R.Coefficients { R.coefficients(parameters) }

  @inline(__always)
  static func onPre(
    _ weight: R.Scalar, pre: Traces<R.Scalar>, post: Traces<R.Scalar>, _ coefficients: R.Coefficients
  ) -> R.Scalar { weight }

  @inline(__always)
  static func onPost(
    _ weight: R.Scalar, pre: Traces<R.Scalar>, post: Traces<R.Scalar>, _ coefficients: R.Coefficients
  ) -> R.Scalar { weight }
}
