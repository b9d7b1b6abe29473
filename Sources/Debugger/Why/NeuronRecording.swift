/// What one neuron did in a stretch of a run, and all that reached it, step by step.
import Basics
import NetworkModel
import Simulation

/// Made by running the network once more beside the session; a value, from which every question about the neuron is
/// answered. A step is counted from 0 as everywhere; what is stamped t + dt happened at the end of its step.
struct NeuronRecording: Sendable {
  /// A spike of another neuron on its arrival.
  struct Arrival: Sendable, Equatable {
    /// Among `synapses`.
    let synapse: Int
    /// The step at whose end the presynaptic neuron fired, and the one at whose end that arrived.
    let fired: Int
    let step: Int
    /// As it was on arrival, in base units.
    let weight: Double
  }

  /// A value that an input sends through a synapse in every step of a presentation.
  struct Value: Sendable, Equatable {
    let synapse: Int
    /// Times the weight.
    let amount: Double
    let steps: Range<Int>
  }

  /// All of one step.
  struct Step: Sendable {
    /// The variables before it, commands included.
    var state: [Double]
    var raise: Double
    var current = 0.0
    /// By receptor.
    var noise = (0.0, 0.0)
    var values = (0.0, 0.0)
    /// Those of this step in `arrivals`.
    var arrivals = 0..<0
    var fired = false
    /// The position, in `models`, of the neuron as it was.
    var model = 0
  }

  /// The neuron by itself, in the precision of the run and in double precision.
  struct Model: Sendable {
    let own: LoneNeuron
    let exact: LoneNeuron
  }

  let neuron: NeuronAddress
  let dt: Milliseconds
  let synapses: [IncomingSynapse]
  /// The first step that is recorded.
  let first: Int
  var steps: [Step] = []
  /// Ascending by step.
  var arrivals: [Arrival] = []
  var values: [Value] = []
  var models: [Model] = []
  /// What a command changed in the state before a step.
  var edits: [Int: [Double]] = [:]
  /// Steps before which everything was set back, for the next sample.
  var restarts: Set<Int> = []
  /// Whether nothing was under way, or every spike that was, is known.
  var isComplete = true

  var end: Int { first + steps.count }

  subscript(_ step: Int) -> Step { steps[step - first] }

  func model(_ step: Int) -> Model { models[self[step].model] }

  /// What reached it in a step, but for some of the arrivals.
  func input(_ step: Int, without left: (Int) -> Bool = { _ in false }) -> LoneNeuron.Input {
    let here = self[step]
    var sums = (here.noise.0 + here.values.0, here.noise.1 + here.values.1)
    for place in here.arrivals where !left(place) {
      if synapses[arrivals[place].synapse].receptor == 0 {
        sums.0 += arrivals[place].weight
      } else {
        sums.1 += arrivals[place].weight
      }
    }
    return LoneNeuron.Input(excitatory: sums.0, inhibitory: sums.1, current: here.current)
  }
}
