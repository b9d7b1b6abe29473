/// Into how many parts a step is cut, for models whose equations want shorter ones than the network.
import Basics

struct Substeps<L: Lane>: BitwiseCopyable, Sendable {
  private let count: L
  /// Of the neuron of the block that has the most.
  let most: Int
  /// The length of one [ms].
  let length: L

  init(_ parameters: BlockParameters<L>, dt: Double) {
    let count = parameters.lane { Self.count($0) }
    self.count = count
    most = (0..<L.width).map { Int(count[$0]) }.max() ?? 1
    length = parameters.lane { dt / Self.count($0) }
  }

  static func count(_ p: NeuronParameters) -> Double { p["substeps"].rounded() }

  /// Who has a sub-step of this number: neurons of a block may have less than others.
  @inline(__always)
  func has(_ step: Int) -> L.Mask { count .> L(repeating: L.Scalar(step)) }

  /// - Parameter what: is cut.
  static func field(default count: Double, of what: String = "dt is cut") -> ParameterField {
    ParameterField(
      "substeps", .none, default: count, in: 1...1000,
      doc: "Into how many sub-steps \(what), rounded to a whole number.")
  }
}
