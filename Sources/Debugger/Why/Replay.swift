/// A neuron run once more by itself, with what reached it, but for some arrivals.
import Simulation

/// Everybody else's spikes are held as they were recorded; what the neuron does by itself is worked out by the model's
/// own functions, in the precision of the run.
struct Replay {
  private let recording: NeuronRecording
  /// The positions, in the recording, of arrivals that do not happen.
  private let left: Set<Int>
  private let v: Int
  /// In every step beside what was recorded [nA]; and by what excitatory arrivals are multiplied.
  var current = 0.0
  var gain = 1.0

  private(set) var step: Int
  private var states: [Double]
  private var raise: Double

  /// Begins before a step, in the state that was recorded there. - Parameter v: the position of v.
  init(_ recording: NeuronRecording, from step: Int, without left: Set<Int> = [], v: Int) {
    self.recording = recording
    self.left = left
    self.v = v
    self.step = step
    states = StepMap.lanes(recording[step].state)
    raise = recording[step].raise
  }

  /// A step, with whether the neuron fires at its end.
  /// - Parameter fires: false for one whose threshold is taken away.
  mutating func advance(fires: Bool = true) -> (v: Double, level: Double, hasFired: Bool) {
    let neuron = recording.model(step).own
    takeEdits()
    var input = recording.input(step, without: left.contains)
    input.current += current
    if gain != 1 { input.excitatory += (gain - 1) * recording.excitation(step) }
    neuron.charge(&states, [input])
    let fallen = neuron.fallen(raise)
    let charged = states[v * LoneNeuron.width]
    let hasFired = fires && (neuron.fires(states, raise: fallen) || recording.isForced(step, v: v))
    if hasFired { neuron.reset(&states) }
    raise = hasFired ? neuron.risen(fallen) : fallen
    neuron.endStep(&states)
    step += 1
    return (charged, neuron.level + fallen, hasFired)
  }

  /// What was set by hand, or for the next sample, is so here too.
  private mutating func takeEdits() {
    let here = recording[step]
    if recording.restarts.contains(step) {
      states = StepMap.lanes(here.state)
      raise = here.raise
    } else if let edit = recording.edits[step] {
      for variable in edit.indices where edit[variable] != 0 {
        for lane in 0..<LoneNeuron.width { states[variable * LoneNeuron.width + lane] = here.state[variable] }
      }
    }
  }

  /// The first step in a range at whose end it fires. - Precondition: the range does not begin before the present step.
  mutating func firstSpike(in range: Range<Int>) -> Int? {
    while step < range.upperBound {
      let now = step
      if advance().hasFired, range.contains(now) { return now }
    }
    return nil
  }
}

extension NeuronRecording {
  /// Whether it was made to fire though it had not come to its threshold. - Parameter v: the position of v.
  func isForced(_ step: Int, v: Int) -> Bool {
    guard self[step].fired else { return false }
    let own = model(step).own
    return !own.fires(StepMap.lanes(charged(step)), raise: own.fallen(self[step].raise))
  }

  /// The sum of the arrivals that push v up: of weights above 0, through the first receptor.
  func excitation(_ step: Int) -> Double {
    self[step].arrivals.reduce(0) { sum, place in
      let weight = arrivals[place].weight
      return weight > 0 && synapses[arrivals[place].synapse].receptor == 0 ? sum + weight : sum
    }
  }
}
