/// What a neuron model is to the kernels: three phases over a block of neurons.
package import Basics

/// A model, generic over the lanes in which it computes.
///
/// The three phases are the way the field explains a neuron, so they are the seams of the code: the driver runs them
/// fused, over one block after another; whoever wants to look in between can run the same functions one by one.
package protocol NeuronModel: Sendable {
  associatedtype L: Lane
  /// State variables of a block: nothing but lanes, in the order of the descriptor's `state`.
  associatedtype State: BitwiseCopyable, Sendable
  /// What `charge`, `fires` and `reset` need, derived from the parameters and dt: nothing but lanes.
  associatedtype Coefficients: BitwiseCopyable, Sendable

  static var descriptor: ModelDescriptor { get }
  /// 2 where excitatory and inhibitory arrivals act on different variables, 1 where they are summed.
  static var receptors: Int { get }
  /// For each receptor the position of the state variable that `charge` adds arrivals to, and that v does not feel
  /// before the next step; empty where arrivals move v itself. Lets spikes be added to the state without a detour.
  static var arrivalVariables: [Int] { get }
  /// Whether `charge` is an affine function of state and input, but that it may hold v while refractory: then what makes
  /// up v can be told apart exactly.
  static var isLinear: Bool { get }
  /// At which v it fires, but for what an adaptive threshold adds.
  static func level(_ coefficients: Coefficients) -> L
  /// A block as it begins where nobody says otherwise; every variable is 0 but where the model says so.
  static var rest: State { get }
  static func coefficients(_ parameters: BlockParameters<L>, dt: Double) -> Coefficients
  /// Brings what hangs on v, such as gates, into balance with it.
  static func settle(_ state: inout State, _ coefficients: Coefficients)
  /// Phase 1: the state moves from t to t + dt; then what arrives at t + dt is added.
  static func charge(_ state: inout State, _ input: BlockInput<L>, _ coefficients: Coefficients)
  /// Phase 2: who is out of refractory time and at the threshold.
  /// - Parameters:
  ///   - raise: by how much thresholds that adapt have risen.
  ///   - clock: see ``RefractoryClock``.
  static func fires(_ state: State, raise: L, at clock: L, _ coefficients: Coefficients) -> L.Mask
  /// Phase 3: who fired is reset and becomes refractory. Called only for blocks in which somebody did.
  static func reset(_ state: inout State, where fired: L.Mask, at clock: L, _ coefficients: Coefficients)
}

extension NeuronModel {
  package static var arrivalVariables: [Int] { [] }
  package static var isLinear: Bool { false }
  package static func level(_ coefficients: Coefficients) -> L { L(repeating: .infinity) }
  package static func settle(_ state: inout State, _ coefficients: Coefficients) {}
}

/// What reaches a block in one step.
package struct BlockInput<L: Lane>: BitwiseCopyable, Sendable {
  /// Sum of the weights that arrive at t + dt; all of them where the model has one receptor.
  package var excitatory: L
  package var inhibitory: L
  /// Injected from outside between t and t + dt [nA; or a number added to x in a dimensionless model].
  package var current: L
  /// See ``RefractoryClock``.
  package var clock: L
}

/// The clock by which neurons are refractory.
///
/// Kept is not how long it still lasts but when it ends: so a step writes nothing where nobody fires, and with 64 bytes
/// to a store the stores are what bounds the loop. The clock counts the steps since the last sweep, which sets it back
/// and the ends with it, so that they stay small numbers, exact in single precision.
enum RefractoryClock {
  static func reading(tick: Int) -> Int { tick % SubnormalSweep.interval }
}

/// The parameters of the neurons of one block, to make lanes from.
package struct BlockParameters<L: Lane> {
  let table: ParameterTable
  /// The neurons of the block; one only where all neurons of the population are equal.
  let neurons: Range<Int>

  /// A lane of what `value` gives for each neuron, computed in double precision and then rounded once.
  /// Lanes beyond the population's end repeat the last neuron.
  package func lane(_ value: (NeuronParameters) -> Double) -> L {
    var lane = L(repeating: L.Scalar(value(NeuronParameters(table: table, neuron: neurons.lowerBound))))
    if neurons.count == 1 { return lane }
    for index in 1..<L.width {
      let neuron = min(neurons.lowerBound + index, neurons.upperBound - 1)
      lane[index] = L.Scalar(value(NeuronParameters(table: table, neuron: neuron)))
    }
    return lane
  }
}

/// The parameters of one neuron, by name.
package struct NeuronParameters {
  let table: ParameterTable
  let neuron: Int

  /// In base units. - Precondition: the model's descriptor has such a number.
  package subscript(_ name: String) -> Double { table.value(table.field(name), of: neuron) }

  var isDimensionless: Bool { table.descriptor.isDimensionless }

  func has(_ name: String) -> Bool { table.descriptor.parameter(name) != nil }

  /// The chosen word. - Precondition: the model's descriptor has such a choice.
  package func choice(_ name: String) -> String { table.choice(table.field(name), of: neuron) }
}
