/// Writes down, after each step of a network, what happened to one of its neurons.
import Basics
import Simulation

/// Spikes wait in it as they do in the network, until they arrive; so it has to see the steps of the longest delay
/// before the first that it is to write down.
struct NeuronRecorder {
  private(set) var recording: NeuronRecording
  private let number: UInt32
  /// The synapses by the number of the presynaptic neuron.
  private let byNeuron: [UInt32: [Int]]
  /// Spikes under way, by the step in which they arrive.
  private var underWay: [Int: [(synapse: Int, fired: Int)]] = [:]
  /// Synapses whose weight has to be read before the step in which they may deliver at once.
  private let atOnce: [Int]
  private let longestDelay: Int
  /// Synapses from an input that sends values.
  private let valued: [Int]
  private var open: [(synapse: Int, amount: Double, from: Int)] = []
  private var weights: [Int: Double] = [:]
  /// The state after the step before, with which that before the next is compared.
  private var after: (state: [Double], raise: Double)?
  private let begins: Int

  /// - Parameters:
  ///   - first: the step from which on it writes down; those from the simulation's tick on are watched.
  /// - Precondition: the neuron has a membrane.
  init(_ neuron: NeuronAddress, from first: Int, _ simulation: borrowing Simulation) {
    let synapses = simulation.incoming(population: neuron.population, index: neuron.index)
    recording = NeuronRecording(neuron: neuron, dt: simulation.dt, synapses: synapses, first: first)
    number = UInt32(simulation.number(of: neuron))
    var byNeuron: [UInt32: [Int]] = [:]
    for (place, synapse) in synapses.enumerated() { byNeuron[UInt32(synapse.number), default: []].append(place) }
    self.byNeuron = byNeuron
    atOnce = synapses.indices.filter { synapses[$0].delay == 0 && synapses[$0].isPlastic }
    longestDelay = synapses.map(\.delay).max() ?? 0
    valued = synapses.indices.filter { simulation.sendsValues(population: synapses[$0].population) }
    begins = simulation.tick.value
    recording.isComplete = begins == 0 || begins + longestDelay <= first
  }

  /// To be called before a step, when the commands of its tick are carried out.
  mutating func before(_ simulation: borrowing Simulation) {
    let step = simulation.tick.value
    weights.removeAll(keepingCapacity: true)
    let due = underWay[step]?.map(\.synapse) ?? []
    for place in due + atOnce where recording.synapses[place].isPlastic {
      weights[place] = simulation.weight(of: recording.synapses[place])
    }
    if simulation.isReset(beforeStep: step) { restart(step) }
    guard step >= recording.first else { return }
    if recording.models.isEmpty { addModel(simulation) }
    let variables = recording.models[0].own.variables
    let neuron = recording.neuron
    let now = simulation.loneState(population: neuron.population, index: neuron.index, variables: variables)
    if let after, after.state != now.state { recording.edits[step] = zip(now.state, after.state).map { $0 - $1 } }
    let isRestarted = recording.restarts.contains(step)
    let initial = isRestarted ? simulation.initialState(population: neuron.population, index: neuron.index) : []
    recording.steps.append(
      NeuronRecording.Step(
        state: isRestarted ? Array(initial.prefix(variables)) : now.state, raise: isRestarted ? 0 : now.raise))
    recording.steps[recording.steps.count - 1].model = recording.models.count - 1
  }

  /// The parameters may have changed: to be called between two steps where commands were carried out.
  mutating func changeModel(_ simulation: borrowing Simulation) {
    if !recording.models.isEmpty { addModel(simulation) }
  }

  private mutating func addModel(_ simulation: borrowing Simulation) {
    let neuron = recording.neuron
    func lone(_ precision: Precision) -> LoneNeuron {
      guard
        let lone = simulation.loneNeuron(population: neuron.population, index: neuron.index, precision: precision)
      else { preconditionFailure("a neuron with a membrane") }
      return lone
    }
    let exact = lone(.double)
    let own = simulation.precision == .double ? exact : lone(.single)
    recording.models.append(NeuronRecording.Model(own: own, exact: exact))
  }

  /// To be called after a step.
  mutating func after(_ simulation: borrowing Simulation) {
    let step = simulation.tick.value - 1
    note(simulation.lastSpikes, step: step, simulation)
    let arriving = underWay.removeValue(forKey: step) ?? []
    takeValues(step, simulation)
    guard step >= recording.first else { return }
    let start = recording.arrivals.count
    for (synapse, fired) in arriving {
      let weight = weights[synapse] ?? simulation.weight(of: recording.synapses[synapse])
      recording.arrivals.append(NeuronRecording.Arrival(synapse: synapse, fired: fired, step: step, weight: weight))
    }
    finish(step, arrivals: start..<recording.arrivals.count, simulation)
  }

  private mutating func finish(_ step: Int, arrivals: Range<Int>, _ simulation: borrowing Simulation) {
    let neuron = recording.neuron
    let place = step - recording.first
    recording.steps[place].arrivals = arrivals
    recording.steps[place].fired = simulation.lastSpikes.contains(number)
    recording.steps[place].current = simulation.current(population: neuron.population, index: neuron.index)
    for part in simulation.noise(population: neuron.population, index: neuron.index, step: step) {
      Self.add(part.weight, part.receptor, to: &recording.steps[place].noise)
    }
    for value in open where step >= value.from {
      Self.add(value.amount, recording.synapses[value.synapse].receptor, to: &recording.steps[place].values)
    }
    for value in recording.values.reversed() {
      guard value.steps.upperBound > step else { break }
      Self.add(value.amount, recording.synapses[value.synapse].receptor, to: &recording.steps[place].values)
    }
    let variables = recording.models[0].own.variables
    after = simulation.loneState(population: neuron.population, index: neuron.index, variables: variables)
  }

  private static func add(_ weight: Double, _ receptor: Int, to sums: inout (Double, Double)) {
    if receptor == 0 { sums.0 += weight } else { sums.1 += weight }
  }

  /// Spikes set out.
  private mutating func note(_ spikes: [UInt32], step: Int, _ simulation: borrowing Simulation) {
    for spike in spikes {
      for place in byNeuron[spike] ?? [] {
        let synapse = recording.synapses[place]
        if simulation.loses(synapse, step: step, to: recording.neuron.index) { continue }
        underWay[step + synapse.delay, default: []].append((place, step))
      }
    }
  }

  // MARK: Samples

  /// The values of a sample, from its first step on.
  private mutating func takeValues(_ step: Int, _ simulation: borrowing Simulation) {
    guard !valued.isEmpty, let shown = simulation.presentation, shown.step == 1 || open.isEmpty else { return }
    close(step, arrivesStill: true)
    for place in valued {
      let synapse = recording.synapses[place]
      if simulation.loses(synapse, step: -1, to: recording.neuron.index) { continue }
      let value = simulation.state(population: synapse.population, variable: 0, index: synapse.index)
      let from = step - (shown.step - 1) + synapse.delay
      if value != 0 { open.append((place, value * simulation.weight(of: synapse), from)) }
    }
  }

  /// - Parameter end: the step at which other values are sent; those of before arrive until the delay is over.
  private mutating func close(_ end: Int, arrivesStill: Bool) {
    for value in open {
      let first = max(value.from, recording.first)
      let last = end + (arrivesStill ? recording.synapses[value.synapse].delay : 0)
      guard first < last else { continue }
      recording.values.append(NeuronRecording.Value(synapse: value.synapse, amount: value.amount, steps: first..<last))
    }
    open.removeAll()
  }

  /// Nothing is under way any more.
  private mutating func restart(_ step: Int) {
    underWay.removeAll()
    close(step, arrivesStill: false)
    after = nil
    if step >= recording.first { recording.restarts.insert(step) }
  }

  /// What has been written down when no step is to follow.
  mutating func finished() -> NeuronRecording {
    close(recording.end, arrivesStill: false)
    return recording
  }
}
