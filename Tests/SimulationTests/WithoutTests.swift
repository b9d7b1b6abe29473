/// Networks that are run without some of their parts: against the naive ones, and against networks in which what is
/// left out carries nothing.
import Basics
import NetworkModel
import Testing

@testable import Simulation

@Suite struct WithoutTests {
  /// Random networks, each without some of the spikes that it would have had, and of their arrivals.
  @Test(arguments: 1...30)
  func aRandomNetworkDoesWhatTheNaiveOneDoes(seed: UInt64) throws {
    var spec = RandomSpec(seed: seed).spec
    spec.without = try parts(of: spec, seed: seed)
    try NaiveNetwork.expectTheSame(of: spec, seed: seed)
  }

  /// Of every kind some, each where it makes a difference at first.
  private func parts(of spec: NetworkSpec, seed: UInt64) throws -> [WithoutSpec] {
    var random = SeededGenerator(seed)
    var plain = try Simulation(spec)
    var fired: [(place: NeuronPlace, time: Milliseconds)] = []
    for _ in 0..<150 {
      plain.step()
      for (population, neurons) in plain.spikesByPopulation.enumerated() {
        fired += neurons.map { (NeuronPlace(spec.populations[population].name, $0), plain.time) }
      }
    }
    var parts: [WithoutSpec.Part] = []
    for number in 0..<12 {
      guard let (place, time) = fired.randomElement(using: &random) else { break }
      let reached = spec.projections.filter { $0.source.population == place.population }.map(\.target)
      guard let target = reached.randomElement(using: &random) else { continue }
      let neuron = NeuronPlace(
        target.population, target.index(at: Int.random(in: 0..<target.count, using: &random)))
      switch number % 4 {
      case 0: parts.append(.spike(place, at: time))
      case 1: parts.append(.arrival(from: place, to: neuron, at: time))
      case 2: parts.append(.synapse(from: place, to: neuron))
      default: if number < 8 { parts.append(.neuron(place)) }
      }
    }
    return parts.map { WithoutSpec($0) }
  }

  /// To leave a synapse out is to give it the weight 0, bit for bit, whichever loop delivers.
  @Test(arguments: [ValueSource.constant(0.5), .uniform(low: 0.1, high: 2)], [0.3, 1])
  func theRestIsUntouched(delay: ValueSource, probability: Double) throws {
    var spec = NetworkSpec.cuba(neurons: 300, delay: delay)
    spec.projections[0].connector = .fixedProbability(probability)
    var listed: [ListedSynapse] = []
    let whole = try Simulation(spec)
    for row in 0..<240 {
      whole.forEachSynapse(of: 0, fromSource: row) { target, weight, steps in
        listed.append(
          ListedSynapse(pre: row, post: target, weight: weight, delay: Milliseconds(Double(steps) * 0.1)))
      }
    }
    spec.projections[0].connector = .list(listed)
    let chosen = stride(from: 0, to: listed.count, by: 7)
    var without = spec
    without.without = chosen.map {
      WithoutSpec(.synapse(from: NeuronPlace("exc", listed[$0].pre), to: NeuronPlace("exc", listed[$0].post)))
    }
    for place in chosen {
      let synapse = listed[place]
      listed[place] = ListedSynapse(pre: synapse.pre, post: synapse.post, weight: 0, delay: synapse.delay)
    }
    spec.projections[0].connector = .list(listed)
    var ours = try Simulation(without)
    var zero = try Simulation(spec)
    #expect(ours.spikes(steps: 500) == zero.spikes(steps: 500))
    for index in 0..<240 {
      let v = ours.state(population: 0, variable: 0, index: index)
      #expect(v == zero.state(population: 0, variable: 0, index: index))
    }
    #expect(ours.synapticEvents < zero.synapticEvents)
  }

  @Test func aLeftOutSpikeResetsItsNeuronAndReachesNobody() throws {
    var spec = NetworkSpec(
      dt: 1, PopulationSpec("a", 1, "IF_discrete", ["bias": 0.3, "v_thresh": 1]),
      PopulationSpec("b", 2, "IF_discrete", ["v_thresh": 1e6], words: ["reset": "none"]))
    spec.connect("a", "b", .allToAll, weight: .constant(1), delay: .constant(2))
    // a fires at 4, 8 and 12 ms.
    spec.without = [
      WithoutSpec(.spike(NeuronPlace("a", 0), at: Milliseconds(4))),
      WithoutSpec(.arrival(from: NeuronPlace("a", 0), to: NeuronPlace("b", 1), at: Milliseconds(8))),
    ]
    var simulation = try Simulation(spec)
    let spikes = simulation.spikes(steps: 20)
    #expect(spikes.filter { $0.neuron == 0 }.map(\.tick).prefix(3) == [4, 8, 12])
    let (first, second) = (
      simulation.state(population: 1, variable: 0, index: 0), simulation.state(population: 1, variable: 0, index: 1)
    )
    #expect(first == Double(spikes.count { $0.tick <= 18 && $0.tick != 4 }))
    #expect(second == first - 1)
  }

  // MARK: The same, however it comes about

  /// Something of every kind, in a network with plastic synapses.
  private func lively(_ delay: ValueSource) throws -> NetworkSpec {
    var spec = NetworkSpec.cuba(neurons: 400, delay: delay)
    spec.projections[0].plasticity = PlasticitySpec(rule: "stdp_pair", weights: 0...0.0324)
    var plain = try Simulation(spec)
    let late = plain.spikes(steps: 400).filter { $0.tick > 220 && $0.neuron < 320 }
    for (number, spike) in late.enumerated() where number % 9 == 0 {
      let (place, time) = (NeuronPlace("exc", spike.neuron), Milliseconds(Double(spike.tick) * 0.1))
      spec.without.append(WithoutSpec(.spike(place, at: time)))
      spec.without.append(WithoutSpec(.arrival(from: place, to: NeuronPlace("exc", number % 320), at: time)))
    }
    return spec
  }

  private let forGood = [
    WithoutSpec(.neuron(NeuronPlace("inh", 3))), WithoutSpec(.neuron(NeuronPlace("exc", 17))),
    WithoutSpec(.synapse(from: NeuronPlace("inh", 4), to: NeuronPlace("exc", 17))),
  ]

  @Test(arguments: [ValueSource.constant(0.1), .constant(1.5), .uniform(low: 0.5, high: 2)])
  func theResultDoesNotDependOnThreadsChunksOrPieces(delay: ValueSource) throws {
    var spec = try lively(delay)
    spec.without += forGood
    var one = try Simulation(spec)
    let spikes = one.spikes(steps: 400)
    #expect(spikes.contains { $0.tick > 300 } && !spikes.contains { $0.neuron == 17 || $0.neuron == 323 })
    for (threads, size) in [(2, 64), (3, 64), (1, 128)] {
      let options = BuildOptions(threads: threads, neuronsPerThread: 1, neuronsPerChunk: size)
      var other = try Simulation(spec, options: options)
      while other.tick.value < 400 { _ = other.advance(atMost: 400 - other.tick.value) }
      #expect(other.stateHash == one.stateHash, "\(threads) threads")
      #expect(other.synapticEvents == one.synapticEvents)
    }
  }

  @Test(arguments: [ValueSource.constant(0.1), .constant(1.5), .uniform(low: 0.5, high: 2)])
  func aCheckpointGoesOn(delay: ValueSource) throws {
    var spec = try lively(delay)
    spec.without += forGood
    var straight = try Simulation(spec)
    straight.spikes(steps: 300)
    let file = straight.checkpointFile()
    straight.spikes(steps: 100)
    var other = try Simulation(spec)
    try other.restore(try CheckpointFile(decoding: file.bytes))
    other.spikes(steps: 100)
    #expect(other.stateHash == straight.stateHash)
    // The file is of the network without these parts, and of no other.
    spec.without = []
    var whole = try Simulation(spec)
    #expect(throws: CheckpointError.otherNetwork) { try whole.restore(try CheckpointFile(decoding: file.bytes)) }
  }

  /// A branch: back to a checkpoint from before, then on without; and back again to the whole network.
  @Test(arguments: [ValueSource.constant(0.1), .constant(1.5), .uniform(low: 0.5, high: 2)])
  func anEditAtACheckpointIsARunFromTheStart(delay: ValueSource) throws {
    let spec = try lively(delay)
    var plain = spec
    plain.without = []
    var ours = try Simulation(plain)
    var straight = try Simulation(spec)
    var whole = try Simulation(plain)
    ours.spikes(steps: 200)
    let checkpoint = ours.checkpoint()
    ours.spikes(steps: 77)
    try ours.restore(checkpoint)
    try ours.leaveOut(spec.without)
    ours.spikes(steps: 200)
    straight.spikes(steps: 400)
    #expect(ours.stateHash == straight.stateHash && ours.spec == spec)
    try ours.leaveOut([])
    try ours.restore(checkpoint)
    ours.spikes(steps: 200)
    whole.spikes(steps: 400)
    #expect(ours.stateHash == whole.stateHash && ours.stateHash != straight.stateHash)
  }

  @Test func whatIsNotThereIsRefusedAndChangesNothing() throws {
    var spec = NetworkSpec.cuba(neurons: 50)
    var simulation = try Simulation(spec)
    let part = WithoutSpec(.neuron(NeuronPlace("exc", 40)))
    #expect(throws: EditError.outOfRange(Selection("exc", neuron: 40), size: 40)) { try simulation.leaveOut([part]) }
    let other = WithoutSpec(.synapse(from: NeuronPlace("exc", 1), to: NeuronPlace("nobody", 0)))
    #expect(throws: EditError.unknownPopulation("nobody")) { try simulation.leaveOut([other]) }
    #expect(simulation.spec == spec)
    spec.without = [part]
    #expect(throws: BuildError.self) { _ = try Simulation(spec) }
    try simulation.leaveOut(forGood.filter { $0.part == .neuron(NeuronPlace("exc", 17)) })
    #expect(throws: EditError.isLeftOut(Selection("exc", neuron: 17))) { try simulation.poke(population: 0, index: 17) }
  }
}
