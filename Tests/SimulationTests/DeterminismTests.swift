/// The same bits, whatever the slices, the threads, the restarts; and a hash that sees all that moves and nothing else.
import Basics
import NetworkModel
import Testing

@testable import Simulation

@Suite struct DeterminismTests {
  /// A network that has something of everything: delays that differ, sources, currents, weights that differ.
  private static var lively: NetworkSpec {
    var spec = NetworkSpec.cuba(neurons: 400, delay: .uniform(low: 0.1, high: 2))
    spec.populations.append(PopulationSpec("noise", 33, "SpikeSourcePoisson", ["rate": 200]))
    spec.connect("noise", "exc", .fixedProbability(0.1), weight: .uniform(low: 0, high: 0.1), delay: .constant(0.3))
    spec.stimuli = [
      StimulusSpec(into: spec.all("inh"), .current(amplitude: 0.1, from: Milliseconds(10), to: Milliseconds(40))),
      StimulusSpec(into: spec.all("exc"), .poisson(rate: 100, weight: 0.01, receptor: .excitatory)),
    ]
    return spec
  }

  private func hash(
    after steps: [Int], _ spec: NetworkSpec = lively, _ options: BuildOptions = BuildOptions()
  ) throws -> UInt64 {
    var simulation = try Simulation(spec, options: options)
    for count in steps { simulation.spikes(steps: count) }
    return simulation.stateHash
  }

  @Test func aRunInPiecesIsTheRun() throws {
    #expect(try hash(after: [1000]) == hash(after: Array(repeating: 100, count: 10)))
  }

  @Test(arguments: Precision.allCases)
  func anyNumberOfThreadsGivesTheSame(precision: Precision) throws {
    var reference = try Simulation(Self.lively, options: BuildOptions(precision: precision))
    let spikes = reference.spikes(steps: 600)
    #expect(spikes.count > 500)
    for threads in [2, 3, 7] {
      let options = BuildOptions(threads: threads, precision: precision, neuronsPerThread: 1, neuronsPerChunk: 64)
      var simulation = try Simulation(Self.lively, options: options)
      #expect(simulation.threads == threads)
      #expect(simulation.spikes(steps: 600) == spikes)
      #expect(simulation.stateHash == reference.stateHash)
      #expect(simulation.synapticEvents == reference.synapticEvents)
    }
  }

  /// A table so large that its rows are gathered by chunk before they are served: as if they were not, also when a step
  /// is done again.
  @Test(arguments: [1, 3])
  func rowsGatheredByChunkGiveTheSame(threads: Int) throws {
    let spec = NetworkSpec.cuba(neurons: 4000, delay: .constant(0.1))
    var reference = try Simulation(spec)
    var simulation = try Simulation(
      spec, options: BuildOptions(threads: threads, neuronsPerThread: 1, neuronsPerChunk: 256))
    reference.spikes(steps: 20)
    simulation.spikes(steps: 15)
    let checkpoint = simulation.checkpoint()
    simulation.spikes(steps: 5)
    try simulation.restore(checkpoint)
    simulation.spikes(steps: 5)
    #expect(reference.synapticEvents > 1000)
    #expect(simulation.synapticEvents == reference.synapticEvents)
    #expect(simulation.stateHash == reference.stateHash)
  }

  /// Rings and lists of spikes, a source, currents that come and go: what is done at once is what is done step by step.
  @Test(arguments: [ValueSource.constant(1.5), .uniform(low: 0.7, high: 2)], [1, 3])
  func severalStepsAtOnceAreSingleSteps(delay: ValueSource, threads: Int) throws {
    var spec = NetworkSpec.cuba(neurons: 400, delay: delay)
    spec.populations.append(PopulationSpec("noise", 33, "SpikeSourcePoisson", ["rate": 200]))
    spec.connect("noise", "exc", .fixedProbability(0.1), weight: .uniform(low: 0, high: 0.1), delay: .constant(1.1))
    spec.stimuli = [
      StimulusSpec(into: spec.all("inh"), .current(amplitude: 0.1, from: Milliseconds(10), to: Milliseconds(20.3))),
      StimulusSpec(into: spec.all("exc"), .poisson(rate: 100, weight: 0.01, receptor: .excitatory)),
    ]
    var reference = try Simulation(spec)
    let options = BuildOptions(threads: threads, neuronsPerThread: 1, neuronsPerChunk: 64)
    var simulation = try Simulation(spec, options: options)
    var (done, most) = (0, 0)
    while done < 400 {
      let steps = simulation.advance(atMost: 400 - done)
      done += steps
      most = max(most, steps)
      for back in (0..<steps).reversed() {
        reference.step()
        #expect(Array(simulation.spikes(back: back)) == reference.lastSpikes)
      }
      #expect(simulation.tick == reference.tick && simulation.stateHash == reference.stateHash)
    }
    #expect(simulation.synapticEvents == reference.synapticEvents && reference.synapticEvents > 10_000)
    #expect(most == (threads == 1 ? 1 : delay == .constant(1.5) ? 11 : 7))
  }

  @Test func analogInputAndSpikesAddUpTheSameOnAnyNumberOfThreads() throws {
    var spec = NetworkSpec(
      dt: 1, precision: .single, PopulationSpec("in", 40, "Input"),
      PopulationSpec("n", 200, "IF_discrete", words: ["reset": "soft"]))
    spec.datasets = [
      Dataset(
        name: "d", values: (0..<80).map { Float($0) / 81 }, featureCount: 40, labels: [], presentedRows: [0, 1])
    ]
    spec.stimuli = [
      StimulusSpec(into: spec.all("in"), .data(DataStimulus(dataset: "d", encoder: .current, presentSteps: 50)))
    ]
    spec.connect("in", "n", .allToAll, weight: .uniform(low: -0.1, high: 0.12), delay: .constant(1))
    spec.connect("n", "n", .allToAll, weight: .uniform(low: -0.1, high: 0.1), delay: .constant(1))
    let one = try hash(after: [120], spec)
    #expect(try hash(after: [120], spec, BuildOptions(threads: 3, neuronsPerThread: 1, neuronsPerChunk: 64)) == one)
  }

  @Test func aRestartIsAFreshBuild() throws {
    var simulation = try Simulation(Self.lively)
    let fresh = simulation.stateHash
    // In the middle of the current, after edits of every kind.
    let first = simulation.spikes(steps: 200)
    try simulation.setParameter(Selection("exc", neuron: 3), name: "v_thresh", .number(-70))
    try simulation.setParameter(Selection(all: "noise", size: 33), name: "rate", .number(0))
    try simulation.setState(Selection("inh", neuron: 5), variable: "v", -51)
    try simulation.poke(population: 0, index: 7)
    simulation.spikes(steps: 50)
    try simulation.poke(population: 2, index: 0)
    simulation.restart()
    #expect(simulation.stateHash == fresh)
    #expect(simulation.lastSpikes.isEmpty && simulation.tick == .zero && simulation.synapticEvents == 0)
    #expect(simulation.spikes(steps: 200) == first)
    var other = try Simulation(Self.lively)
    other.spikes(steps: 200)
    #expect(other.stateHash == simulation.stateHash)
  }

  @Test func theSeedChangesWiringInitialStateAndStreams() throws {
    #expect(try hash(after: [0]) != hash(after: [0], Self.lively, BuildOptions(seed: 2)))
    #expect(try hash(after: [100]) != hash(after: [100], Self.lively, BuildOptions(seed: 2)))
  }
}
