/// How long a neuron remembers what happened to it.
import Basics
import Simulation

struct Memory {
  /// Steps after which nothing is left, in double precision, of v, and of all else.
  private let ofV: Int
  private let ofSynapses: Int
  /// Whether a spike wipes out v.
  private let forgets: Bool

  /// Nobody waits for longer ones [steps].
  static var most: Int { 20_000 }
  /// Of models whose memory cannot be read off a map.
  private static var usual: Int { 5_000 }

  init(_ simulation: borrowing Simulation, _ neuron: NeuronAddress) {
    guard let lone = simulation.loneNeuron(population: neuron.population, index: neuron.index, precision: .double),
      lone.isLinear,
      let v = simulation.populations[neuron.population].descriptor.state.firstIndex(where: { $0.name == "v" })
    else {
      (ofV, ofSynapses, forgets) = (Self.usual, 0, false)
      return
    }
    let map = StepMap(lone, at: lone.rest, reference: lone.rest, current: 0)
    let active = StepMap.active(lone)
    let steps = active.indices.map { Self.steps(map.matrix[$0 * active.count + $0]) }
    ofV = active.indices.first { active[$0] == v }.map { steps[$0] } ?? Self.most
    ofSynapses = active.indices.filter { active[$0] != v }.map { steps[$0] }.max() ?? 0
    let reset = StepMap(resetOf: lone, reference: lone.rest)
    forgets = active.indices.first { active[$0] == v }.map { reset.matrix[$0 * active.count + $0] == 0 } ?? false
  }

  /// Until a factor has made 2⁻⁵³ of 1.
  private static func steps(_ factor: Double) -> Int {
    if factor <= 0 { return 1 }
    if factor >= 1 { return most }
    return Int(min(Double(most), (36.7 / -Elementary.logOnePlus(factor - 1)).rounded(.up)))
  }

  /// How many steps have to be looked at. - Parameter since: the last spike.
  func span(since steps: Int) -> Int {
    min(Self.most, (forgets ? min(steps, ofV) : ofV) + ofSynapses)
  }
}
