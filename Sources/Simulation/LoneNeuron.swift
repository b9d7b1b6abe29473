/// One neuron by itself, with the arithmetic that it has in its network, but none of its surroundings.
import Kernels

/// For questions about a neuron whose network has already run: what a step does to its state, to another one beside it,
/// and what a spike then does. The functions of the model itself are called: there is no second set of equations.
///
/// A state is the numbers of the model's variables in the order of its descriptor, without that of adaptive thresholds.
/// Refractory time is counted in steps that are left. Several states are moved at once, one in each of `width` lanes: in
/// an array of states the number of variable k of lane l is at k · `width` + l.
package struct LoneNeuron: Sendable {
  /// What reaches a neuron in a step, in base units.
  package struct Input: Sendable, Equatable {
    /// Sums of the weights that arrive; all of them in the first where the model has one receptor.
    package var excitatory: Double
    package var inhibitory: Double
    /// From outside, without that of its own parameters.
    package var current: Double

    package init(excitatory: Double = 0, inhibitory: Double = 0, current: Double = 0) {
      self.excitatory = excitatory
      self.inhibitory = inhibitory
      self.current = current
    }
  }

  package static var width: Int { NeuronPhases.width }

  private let phases: NeuronPhases

  init(_ phases: NeuronPhases) { self.phases = phases }

  package var variables: Int { phases.variables }
  /// The position of the variable that says for how many steps it is refractory; nil where there is none.
  package var refractory: Int? { phases.refractory }
  /// Whether, but for threshold and reset, a step is an affine function of state and input.
  package var isLinear: Bool { phases.isLinear }
  /// At which v it fires, where no adaptive threshold has risen; infinite for one that never does.
  package var level: Double { phases.level }
  /// Where it stands when nothing has ever reached it: v at rest, and what hangs on v in balance with it.
  package var rest: [Double] { phases.rest }

  /// Moves states from the beginning of a step to its end, before anybody fires.
  /// - Parameter inputs: of as many of the lanes, from the first on, as get anything.
  package func charge(_ states: inout [Double], _ inputs: [Input] = []) {
    var numbers = Array(repeating: 0.0, count: 3 * Self.width)
    for (lane, input) in inputs.enumerated() {
      numbers[lane] = input.excitatory
      numbers[Self.width + lane] = input.inhibitory
      numbers[2 * Self.width + lane] = input.current
    }
    phases.charge(&states, numbers)
  }

  /// Whether the first of the states, as `charge` leaves it, fires. - Parameter raise: of an adaptive threshold.
  package func fires(_ states: [Double], raise: Double = 0) -> Bool { phases.fires(states, raise: raise) }

  /// What a spike does to all of the states.
  package func reset(_ states: inout [Double]) { phases.reset(&states) }

  /// By how much the threshold is still raised at the end of a step. - Parameter raise: as it was after the step before.
  package func fallen(_ raise: Double) -> Double { phases.fallen(raise) }

  /// The same when it has fired.
  package func risen(_ fallen: Double) -> Double { phases.risen(fallen) }

  /// A step is over: of refractory time one less is left.
  package func endStep(_ states: inout [Double]) { phases.endStep(&states) }
}
