/// Going on from a checkpoint is going on: same spikes, same hash, whatever was going on when it was made.
import Basics
import NetworkModel
import Testing

@testable import Simulation

@Suite struct CheckpointTests {
  /// Something of everything: long and short delays, sources, currents, pictures in a random order, weights that differ.
  static var lively: NetworkSpec {
    var spec = NetworkSpec.cuba(neurons: 300, delay: .uniform(low: 0.1, high: 2))
    spec.populations.append(PopulationSpec("noise", 33, "SpikeSourcePoisson", ["rate": 200]))
    spec.connect("noise", "exc", .fixedProbability(0.1), weight: .uniform(low: 0, high: 0.1), delay: .constant(0.3))
    spec.populations.append(PopulationSpec("n", 41, "IF_curr_delta", ["v_thresh": -60, "tau_refrac": 1]))
    spec.connect("noise", "n", .fixedProbability(0.5), weight: .constant(3), delay: .constant(1.1))
    spec.populations.append(PopulationSpec("clock", 2, "SpikeSourceRegular", ["rate": 300]))
    spec.populations.append(PopulationSpec("hh", 20, "HH_cond_exp", ["i_offset": 0.5]))
    spec.populations.append(PopulationSpec("a", 20, "IF_cond_alpha", ["theta_plus": 0.5, "i_offset": 2]))
    spec.connect("clock", "hh", .allToAll, weight: .constant(0.01), delay: .constant(0.5))
    spec.connect("clock", "a", .allToAll, weight: .constant(0.1), delay: .constant(0.2))
    spec.stimuli = [
      StimulusSpec(
        into: spec.all("hh"),
        .waveform(.noise(mean: 0, deviation: 1, interval: Milliseconds(0.5)), from: Milliseconds(2), to: nil)),
      StimulusSpec(
        into: spec.all("a"),
        .waveform(
          .pulses(amplitude: 1, width: Milliseconds(2), period: Milliseconds(7)), from: Milliseconds(3),
          to: Milliseconds(35))),
      StimulusSpec(into: spec.all("inh"), .current(amplitude: 0.1, from: Milliseconds(10), to: Milliseconds(40))),
      StimulusSpec(into: spec.all("exc"), .poisson(rate: 100, weight: 0.01, receptor: .excitatory)),
    ]
    return spec
  }

  static func pictures(_ encoder: DataStimulus.Encoder, _ between: DataStimulus.Between) -> NetworkSpec {
    var spec = NetworkSpec(
      dt: 1, precision: .single, PopulationSpec("in", 40, "Input"),
      PopulationSpec("n", 60, "IF_discrete", words: ["reset": "soft"]))
    spec.datasets = [
      Dataset(
        name: "d", values: (0..<200).map { Float($0 % 83) / 84 }, featureCount: 40, labels: [],
        presentedRows: [0, 1, 3, 4])
    ]
    let stimulus = DataStimulus(dataset: "d", encoder: encoder, presentSteps: 10, between: between, order: .shuffled)
    spec.stimuli = [StimulusSpec(into: spec.all("in"), .data(stimulus))]
    spec.connect("in", "n", .allToAll, weight: .uniform(low: -0.1, high: 0.12), delay: .constant(2))
    spec.connect("n", "n", .allToAll, weight: .uniform(low: -0.1, high: 0.1), delay: .constant(1))
    return spec
  }

  /// Straight on, over a checkpoint into a fresh build, and back into the same simulation.
  private func check(_ spec: NetworkSpec, at: Int, then: Int, options: BuildOptions = BuildOptions()) throws {
    var straight = try Simulation(spec, options: options)
    straight.spikes(steps: at)
    let checkpoint = straight.checkpoint()
    let file = straight.checkpointFile()
    let before = (straight.stateHash, straight.lastSpikes, straight.synapticEvents)
    let rest = straight.spikes(steps: then)

    var fresh = try Simulation(spec)
    try fresh.restore(CheckpointFile(decoding: file.bytes))
    #expect(fresh.stateHash == before.0 && fresh.lastSpikes == before.1 && fresh.synapticEvents == before.2)
    #expect(fresh.checkpoint() == checkpoint)
    #expect(fresh.presentation == (try Self.presentation(spec, at)))
    #expect(fresh.spikes(steps: then) == rest)
    #expect(fresh.stateHash == straight.stateHash)

    let end = straight.stateHash
    try straight.restore(checkpoint)
    #expect(straight.stateHash == before.0)
    #expect(straight.spikes(steps: then) == rest && straight.stateHash == end)
  }

  private static func presentation(_ spec: NetworkSpec, _ steps: Int) throws -> PresentationState? {
    var simulation = try Simulation(spec)
    simulation.spikes(steps: steps)
    return simulation.presentation
  }

  /// Before the first step, inside and outside the current's time, in the middle of everything.
  @Test(arguments: [0, 1, 99, 100, 250, 400, 417])
  func anyTickWillDo(tick: Int) throws { try check(Self.lively, at: tick, then: 150) }

  @Test(arguments: [DataStimulus.Encoder.current, .poisson], [DataStimulus.Between.reset, .keep])
  func picturesGoOnInTheMiddleOfOneAndBetweenTwo(encoder: DataStimulus.Encoder, between: DataStimulus.Between) throws {
    // 40 steps are one pass over the data, after which the order is another.
    for tick in [0, 1, 9, 10, 11, 35, 40, 43] { try check(Self.pictures(encoder, between), at: tick, then: 60) }
  }

  @Test func threadsMakeNoDifference() throws {
    try check(Self.lively, at: 200, then: 200, options: BuildOptions(threads: 3, neuronsPerThread: 1))
  }

  @Test(arguments: 0..<30)
  func randomNetworks(seed: UInt64) throws {
    var random = SeededGenerator(seed + 99)
    let at = Int.random(in: 0...120, using: &random)
    try check(RandomSpec(seed: seed).spec, at: at, then: 80)
  }

  @Test func whatWasEditedBelongsToIt() throws {
    var one = try Simulation(Self.lively)
    one.spikes(steps: 100)
    try one.setParameter(Selection("exc", neuron: 3), name: "v_thresh", .number(-57))
    try one.setParameter(Selection(all: "noise", size: 33), name: "rate", .number(400))
    try one.setParameter(Selection(all: "inh", size: 60), name: "reset", .choice("soft"))
    try one.setState(Selection("inh", neuron: 5), variable: "v", -51)
    try one.poke(population: 0, index: 7)
    try one.poke(population: 2, index: 0)
    let file = one.checkpointFile()
    var other = try Simulation(Self.lively)
    // Edits of its own are undone by it.
    try other.setParameter(Selection(all: "exc", size: 240), name: "tau_m", .number(3))
    try other.poke(population: 1, index: 1)
    try other.restore(file)
    #expect(other.parameter(population: 0, field: 0, index: 9) == one.parameter(population: 0, field: 0, index: 9))
    #expect(other.stateHash == one.stateHash)
    #expect(other.spikes(steps: 200) == one.spikes(steps: 200))
    #expect(other.stateHash == one.stateHash)
    other.restart()
    #expect(try other.stateHash == Simulation(Self.lively).stateHash)
  }

  @Test func itHoldsWhatMovesAndNothingElse() throws {
    var simulation = try Simulation(.cuba(neurons: 4000))
    simulation.spikes(steps: 3)
    // Four variables of 4 bytes for each neuron; no weights, no coefficients, no names of synapses.
    #expect(simulation.checkpoint().memory < 66_000)
  }
}
