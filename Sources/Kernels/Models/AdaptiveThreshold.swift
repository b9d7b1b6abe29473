/// A threshold that rises with every spike and falls back: written once, for every model that has the fields.
import Basics

/// θ of the neurons of a population, in memory of its own.
///
///     tau_theta dθ/dt = −θ,   a spike: θ ← θ + theta_plus,   the neuron fires at v ≥ v_thresh + θ
///
/// Exact over a step. It exists only where a neuron of the population has a `theta_plus`, and populations without it
/// run the loop that knows nothing of it: it costs nothing where it is not used.
/// - References: Chacron, Longtin, Maler 2001, J. Neurosci. 21:5328; Diehl & Cook 2015, doi:10.3389/fncom.2015.00099.
@safe final class AdaptiveThreshold<L: Lane>: Sendable {
  // Names of the fields and of the state variable.
  private static var jump: String { "theta_plus" }
  private static var tau: String { "tau_theta" }
  static var theta: String { "theta" }

  private let raise: LaneBuffer<L>
  private let decays: LaneBuffer<L>
  private let jumps: LaneBuffer<L>

  init(blocks: Int) {
    raise = LaneBuffer(count: blocks, repeating: .zero)
    decays = LaneBuffer(count: blocks, repeating: .zero)
    jumps = LaneBuffer(count: blocks, repeating: .zero)
  }

  var memory: Int { 3 * raise.count * MemoryLayout<L>.stride }

  /// The fields of a model whose thresholds may adapt, for its descriptor.
  static func fields(_ dimension: Dimension, _ time: Dimension) -> [ParameterField] {
    [
      ParameterField(
        jump, dimension, default: 0, in: 0...1e9,
        doc: "How far every spike raises the threshold; 0 leaves it where it is."),
      ParameterField(
        tau, time, default: 100, in: 0...1e9, excludesLowerBound: true,
        doc: "Time constant with which a raised threshold falls back."),
    ]
  }

  /// Whether a neuron of these parameters adapts.
  static func isNeeded(_ parameters: ParameterTable) -> Bool {
    guard parameters.descriptor.parameter(jump) != nil else { return false }
    return !parameters.isEverywhere(parameters.field(jump), 0)
  }

  /// - Complexity: O(neurons).
  func apply(_ parameters: ParameterTable, dt: Double) {
    for block in 0..<raise.count {
      let neurons = block * L.width..<min(parameters.count, (block + 1) * L.width)
      let own = BlockParameters<L>(table: parameters, neurons: neurons)
      decays[block] = own.lane { Self.decay($0, dt: dt) }
      jumps[block] = own.lane { $0[Self.jump] }
    }
  }

  private static func decay(_ p: NeuronParameters, dt: Double) -> Double {
    Elementary.exp(-(p.isDimensionless ? 1 : dt) / p[tau])
  }

  /// What is left after a step of the rise of a neuron's threshold, and what a spike adds; nil where none adapts.
  static func factors(_ parameters: ParameterTable, neuron: Int, dt: Double) -> (decay: Double, jump: Double)? {
    guard isNeeded(parameters) else { return nil }
    let own = NeuronParameters(table: parameters, neuron: neuron)
    return (Double(L.Scalar(decay(own, dt: dt))), Double(L.Scalar(own[jump])))
  }

  /// By how much the thresholds of a block are raised at the end of a step.
  @inline(__always)
  func fallen(_ block: Int) -> L { raise[block] * decays[block] }

  @inline(__always)
  func rise(_ block: Int, from fallen: L, where fired: L.Mask) {
    raise[block] = fallen.replacing(with: fallen + jumps[block], where: fired)
  }

  /// By how much a spike raises the threshold of a neuron.
  func jump(of neuron: Int) -> Double { Double(jumps[neuron / L.width][neuron % L.width]) }

  subscript(_ neuron: Int) -> Double {
    get { Double(raise[neuron / L.width][neuron % L.width]) }
    set { raise[neuron / L.width][neuron % L.width] = L.Scalar(newValue) }
  }

  /// What has risen, as memory for a checkpoint; nil where nothing has.
  var bytes: [UInt8]? {
    let isNothing = (0..<raise.count).allSatisfy { !((raise[$0] .> .zero) .| (.zero .> raise[$0])).any }
    return isNothing ? nil : raise.bytes
  }

  /// - Precondition: of a population of this size.
  func setBytes(_ bytes: [UInt8]) { raise.setBytes(bytes) }

  func clear() { raise.fill(.zero) }

  func sweep(_ blocks: Range<Int>) {
    let first = unsafe raise.pointer + blocks.lowerBound
    unsafe SubnormalSweep.sweep(UnsafeMutableBufferPointer(start: first, count: blocks.count))
  }

  /// Only what has risen counts, so that to have the memory for it changes nothing.
  func hash(into hash: inout StateHash, neurons: Int) {
    for neuron in 0..<neurons where self[neuron] != 0 {
      hash.add(neuron)
      hash.add(self[neuron])
    }
  }
}
