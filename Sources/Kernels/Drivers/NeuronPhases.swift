/// The phases of a step of one neuron, one by one, from any state, in the arithmetic of its population.
import Basics

/// For questions about a neuron whose network has already run: what a step does to a state, to a state beside it, and
/// what a spike then does. The functions of the model itself are called, so that there is no second set of equations.
///
/// A state is the numbers of the model's variables in the order of its descriptor, without that of adaptive thresholds.
/// Refractory time is counted in steps that are left, as people see it. Several states are moved at once, one in each
/// of `width` lanes: in an array of states the number of variable k of lane l is at k · `width` + l.
package struct NeuronPhases: Sendable {
  /// Of both precisions: those of the wider one.
  package static var width: Int { DoubleLane.width }

  /// How many variables a state has.
  package let variables: Int
  /// The position of the variable that says for how many steps it is refractory; nil where there is none.
  package let refractory: Int?
  /// Whether, but for threshold and reset, a step is an affine function of state and input.
  package let isLinear: Bool
  /// At which v it fires, where no adaptive threshold has risen; infinite for one that never does.
  package let level: Double
  /// Where it stands when nothing has ever reached it, as far as the model says: v at rest, and what hangs on v in balance.
  package let rest: [Double]
  /// Of an adaptive threshold.
  private let adaptation: (decay: Double, jump: Double)?
  private let charging: @Sendable (inout [Double], [Double]) -> Void
  private let firing: @Sendable ([Double], _ raise: Double) -> Bool
  private let resetting: @Sendable (inout [Double]) -> Void

  /// To be called with a concrete model.
  @inline(__always)
  init<M: NeuronModel>(_ model: M.Type, _ parameters: ParameterTable, neuron: Int, dt: Double) {
    let block = BlockParameters<M.L>(table: parameters, neurons: neuron..<neuron + 1)
    let coefficients = M.coefficients(block, dt: dt)
    let refractory = M.descriptor.state.firstIndex { $0.name == "refractory" }
    variables = MemoryLayout<M.State>.stride / MemoryLayout<M.L>.stride
    self.refractory = refractory
    isLinear = M.isLinear
    level = Double(M.level(coefficients)[0])
    rest = LaneImage<M>.rest(NeuronParameters(table: parameters, neuron: neuron), coefficients)
    adaptation = AdaptiveThreshold<M.L>.factors(parameters, neuron: neuron, dt: dt)
    charging = { values, inputs in
      var state = LaneImage<M>.state(values)
      let input = BlockInput<M.L>(
        excitatory: LaneImage<M>.lane(inputs, 0), inhibitory: LaneImage<M>.lane(inputs, 1),
        current: LaneImage<M>.lane(inputs, 2), clock: .zero)
      M.charge(&state, input, coefficients)
      LaneImage<M>.read(state, into: &values)
    }
    firing = { values, raise in
      M.fires(LaneImage<M>.state(values), raise: M.L(repeating: M.L.Scalar(raise)), at: .zero, coefficients)[0]
    }
    resetting = { values in
      var state = LaneImage<M>.state(values)
      M.reset(&state, where: M.L.Mask(laneBits: .max), at: .zero, coefficients)
      LaneImage<M>.read(state, into: &values)
    }
  }

  /// Moves `width` states from the beginning of a step to its end, before anybody fires.
  /// - Parameter inputs: of each lane, in base units: the sums of the weights that arrive at the first and at the second
  ///   receptor, and the current from outside. [3 × width]
  package func charge(_ states: inout [Double], _ inputs: [Double]) {
    precondition(states.count == variables * Self.width && inputs.count == 3 * Self.width, "a number for every lane")
    charging(&states, inputs)
  }

  /// Whether the first of the states, as `charge` leaves it, fires. - Parameter raise: of an adaptive threshold.
  package func fires(_ states: [Double], raise: Double = 0) -> Bool { firing(states, raise) }

  /// What a spike does to all of the states.
  package func reset(_ states: inout [Double]) { resetting(&states) }

  /// By how much the threshold is still raised at the end of a step. - Parameter raise: as it was after the step before.
  package func fallen(_ raise: Double) -> Double { adaptation.map { raise * $0.decay } ?? 0 }

  /// The same when it has fired.
  package func risen(_ fallen: Double) -> Double { fallen + (adaptation?.jump ?? 0) }

  /// A step is over: of refractory time one less is left.
  package func endStep(_ states: inout [Double]) {
    guard let refractory else { return }
    for place in refractory * Self.width..<(refractory + 1) * Self.width { states[place] = max(0, states[place] - 1) }
  }
}

/// A block of a model as numbers, and back.
private enum LaneImage<M: NeuronModel> {
  static var variables: Int { MemoryLayout<M.State>.stride / MemoryLayout<M.L>.stride }

  @inline(__always)
  static func state(_ values: [Double]) -> M.State {
    var state = M.rest
    unsafe withUnsafeMutableBytes(of: &state) { bytes in
      let lanes = unsafe bytes.assumingMemoryBound(to: M.L.Scalar.self)
      for variable in 0..<variables {
        for lane in 0..<NeuronPhases.width {
          unsafe lanes[variable * M.L.width + lane] = M.L.Scalar(values[variable * NeuronPhases.width + lane])
        }
      }
    }
    return state
  }

  @inline(__always)
  static func lane(_ numbers: [Double], _ row: Int) -> M.L {
    var lane = M.L.zero
    for index in 0..<NeuronPhases.width { lane[index] = M.L.Scalar(numbers[row * NeuronPhases.width + index]) }
    return lane
  }

  static func rest(_ parameters: NeuronParameters, _ coefficients: M.Coefficients) -> [Double] {
    var values = Array(repeating: 0.0, count: variables * NeuronPhases.width)
    read(M.rest, into: &values)
    if let v = M.descriptor.state.firstIndex(where: { $0.name == "v" }) {
      let potential = ["v_rest", "v_reset"].first(where: parameters.has).map { parameters[$0] }
      if let potential { for lane in 0..<NeuronPhases.width { values[v * NeuronPhases.width + lane] = potential } }
    }
    var state = state(values)
    M.settle(&state, coefficients)
    read(state, into: &values)
    return (0..<variables).map { values[$0 * NeuronPhases.width] }
  }

  @inline(__always)
  static func read(_ state: M.State, into values: inout [Double]) {
    unsafe withUnsafeBytes(of: state) { bytes in
      let lanes = unsafe bytes.assumingMemoryBound(to: M.L.Scalar.self)
      for variable in 0..<variables {
        for lane in 0..<NeuronPhases.width {
          values[variable * NeuronPhases.width + lane] = unsafe Double(lanes[variable * M.L.width + lane])
        }
      }
    }
  }
}
