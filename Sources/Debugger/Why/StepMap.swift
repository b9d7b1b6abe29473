/// What a step, and a spike, do to all that is beside a state: the derivative of the model's own functions.
import Simulation

/// x is a state's distance from a point of reference, without refractory time, which is no part of it but decides
/// whether v is held. A step takes x to `matrix`·x + `drift`, and adds what arrives. Where the model is linear that is
/// all, from every state; where it is not, it is so around the state that the map was made at, and `drift` is what makes
/// it right there.
///
/// Found by asking `LoneNeuron` what becomes of states side by side, so that the propagators are those of the network.
struct StepMap: Sendable {
  /// [to × from], row by row.
  private(set) var matrix: [Double]
  private(set) var drift: [Double]
  /// What a unit of either input adds.
  private(set) var excitatory: [Double]
  private(set) var inhibitory: [Double]
  /// What the current of the step adds; that of a unit of it where the model is linear.
  private(set) var current: [Double]

  /// - Parameters:
  ///   - state: where the map is made; of its refractory time only whether there is some left counts.
  ///   - reference: of the distance.
  ///   - current: which flows.
  init(_ neuron: LoneNeuron, at state: [Double], reference: [Double], current: Double) {
    let active = Self.active(neuron)
    let size = active.count
    let deltas = active.map { Self.delta(state[$0], isLinear: neuron.isLinear) }
    var states = Self.lanes(state)
    for (place, variable) in active.enumerated() { states[variable * LoneNeuron.width + place + 1] += deltas[place] }
    neuron.charge(&states)
    var moved = Self.lanes(state)
    neuron.charge(&moved, [.init(), .init(excitatory: 1), .init(inhibitory: 1), .init(current: current)])
    func value(_ lanes: [Double], _ place: Int, _ lane: Int) -> Double {
      lanes[active[place] * LoneNeuron.width + lane]
    }
    matrix = (0..<size * size).map { cell in
      let (to, from) = (cell / size, cell % size)
      return (value(states, to, from + 1) - value(states, to, 0)) / deltas[from]
    }
    excitatory = (0..<size).map { value(moved, $0, 1) - value(moved, $0, 0) }
    inhibitory = (0..<size).map { value(moved, $0, 2) - value(moved, $0, 0) }
    self.current = (0..<size).map { value(moved, $0, 3) - value(moved, $0, 0) }
    drift = []
    let distance = active.map { state[$0] - reference[$0] }
    let carried = applied(to: distance)
    drift = (0..<size).map { value(states, $0, 0) - reference[active[$0]] - carried[$0] }
  }

  /// What a spike does, in the same terms.
  init(resetOf neuron: LoneNeuron, reference: [Double]) {
    let active = Self.active(neuron)
    var states = Self.lanes(reference)
    for (place, variable) in active.enumerated() { states[variable * LoneNeuron.width + place + 1] += Self.step }
    neuron.reset(&states)
    let none = active.map { _ in 0.0 }
    (excitatory, inhibitory, current) = (none, none, none)
    drift = active.map { states[$0 * LoneNeuron.width] - reference[$0] }
    matrix = active.flatMap { to in
      active.indices.map { (states[to * LoneNeuron.width + $0 + 1] - states[to * LoneNeuron.width]) / Self.step }
    }
  }

  /// The positions of the variables that x has.
  static func active(_ neuron: LoneNeuron) -> [Int] { (0..<neuron.variables).filter { $0 != neuron.refractory } }

  /// A power of two, so large that nothing is lost where the map is the same everywhere.
  private static var step: Double { 0x1p20 }

  private static func delta(_ value: Double, isLinear: Bool) -> Double {
    isLinear ? step : 0x1p-20 * max(abs(value), 0x1p-6)
  }

  /// The same state in all lanes.
  static func lanes(_ state: [Double]) -> [Double] { state.flatMap { Array(repeating: $0, count: LoneNeuron.width) } }

  /// `matrix`·x
  func applied(to x: [Double]) -> [Double] {
    x.indices.map { row in
      var sum = 0.0
      for column in x.indices { sum += matrix[row * x.count + column] * x[column] }
      return sum
    }
  }

  /// The transposed matrix times a row of weights: what counts at the end of the step, as what counts before it.
  func pulledBack(_ weights: [Double]) -> [Double] {
    weights.indices.map { column in
      var sum = 0.0
      for row in weights.indices { sum += matrix[row * weights.count + column] * weights[row] }
      return sum
    }
  }
}

/// The maps of the steps of a recording; where the model is linear one for all that hold v, and one for the others.
struct StepMaps: Sendable {
  private struct Key: Hashable {
    let model: Int
    let isHeld: Bool
  }

  let recording: NeuronRecording
  /// Where the neuron rests, which distances are counted from.
  let reference: [Double]
  let active: [Int]
  /// The position of v among the active variables.
  let v: Int
  private var known: [Key: StepMap] = [:]
  private var resets: [Int: StepMap] = [:]

  /// - Parameter v: the position of v among all variables.
  init(_ recording: NeuronRecording, v: Int) {
    self.recording = recording
    let neuron = recording.models[recording.models.count - 1].exact
    reference = neuron.rest
    active = StepMap.active(neuron)
    self.v = active.firstIndex(of: v) ?? 0
  }

  var isLinear: Bool { recording.models.allSatisfy { $0.exact.isLinear } }

  func isHeld(_ step: Int) -> Bool {
    guard let refractory = recording.models[0].exact.refractory else { return false }
    return recording[step].state[refractory] > 0
  }

  mutating func map(_ step: Int) -> StepMap { map(step, isHeld: isHeld(step)) }

  /// - Parameter isHeld: for a course beside the recorded one, which may be refractory at other times.
  mutating func map(_ step: Int, isHeld: Bool) -> StepMap {
    let here = recording[step]
    let neuron = recording.models[here.model].exact
    guard neuron.isLinear else {
      return StepMap(neuron, at: here.state, reference: reference, current: here.current)
    }
    let key = Key(model: here.model, isHeld: isHeld)
    if let map = known[key] { return map }
    var state = reference
    if let refractory = neuron.refractory { state[refractory] = isHeld ? 1 : 0 }
    let map = StepMap(neuron, at: state, reference: reference, current: 1)
    known[key] = map
    return map
  }

  mutating func reset(_ step: Int) -> StepMap {
    let model = recording[step].model
    if let map = resets[model] { return map }
    let map = StepMap(resetOf: recording.models[model].exact, reference: reference)
    resets[model] = map
    return map
  }

  func distance(_ step: Int) -> [Double] { active.map { recording[step].state[$0] - reference[$0] } }
}
