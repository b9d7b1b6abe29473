/// Plastic projections against pairs gone through one by one, and against themselves: restarted, cut up, observed.
import Basics
import Kernels
import NetworkModel
import Testing

@testable import Simulation

@Suite struct PlasticityTests {
  private static let rule = PlasticitySpec.pair(plus: 0.08, minus: 0.1, tauPlus: 7, tauMinus: 3, weights: 0.1...0.9)

  /// Steps at whose end each neuron of a source spikes: at most once a step, often in the same step as others.
  private func trains(_ neurons: Int, steps: Int, _ random: CounterRNG) -> [[Int]] {
    (0..<neurons).map { neuron in
      (0..<steps).filter { random.uniform(UInt64(neuron), UInt64($0)) < 0.06 }
    }
  }

  private func network(pre: [[Int]], post: [[Int]], dt: Double, delays: ValueSource, weight: ValueSource) -> NetworkSpec
  {
    func population(_ name: String, _ trains: [[Int]]) -> PopulationSpec {
      PopulationSpec(name, times: trains.map { $0.map { Double($0 + 1) * dt } })
    }
    var spec = NetworkSpec(dt: dt, population("pre", pre), population("post", post))
    spec.connect("pre", "post", .allToAll, weight: weight, delay: delays)
    spec.projections[0].plasticity = Self.rule
    return spec
  }

  /// Through several epochs of the traces, which end at 32 time constants.
  @Test(arguments: [ValueSource.constant(0), .constant(1), .constant(7), .uniform(low: 1, high: 9), .constant(300)])
  func weightsAreThoseOfThePairsOneByOne(delays: ValueSource) throws {
    let steps = 1100
    let random = CounterRNG(seed: 4, stream: "trains")
    let pre = trains(5, steps: steps, random)
    let post = trains(4, steps: steps, CounterRNG(seed: 4, stream: "post"))
    let spec = network(pre: pre, post: post, dt: 1, delays: delays, weight: .uniform(low: 0.1, high: 0.9))
    var simulation = try Simulation(spec)
    let starts = simulation.weights(of: 0)
    for _ in 0..<steps { simulation.step() }
    let naive = NaivePlasticity(
      dt: 1, plus: (0.08 * 0.9, 7), minus: (0.1 * 0.9, 3), bounds: Self.rule.weights)
    var synapse = 0
    for row in 0..<5 {
      simulation.forEachSynapse(of: 0, fromSource: row) { target, weight, delay in
        let expected = naive.weights(
          from: starts[synapse], pre: pre[row], post: post[target], delay: delay, steps: steps)
        #expect(abs(weight - expected.final) <= 1e-9, "\(row) to \(target), \(delay) steps")
        synapse += 1
      }
    }
    #expect(synapse == 20)
  }

  @Test func anArrivalIsServedWithTheWeightBeforeItChangesIt() throws {
    let (pre, post) = ([10, 20, 25, 40], [5, 12, 20, 30])
    var spec = network(pre: [pre], post: [post], dt: 1, delays: .constant(2), weight: .constant(0.5))
    // A counter whose potential is the sum of all that arrived, made to spike where the train says.
    spec.populations[1] = PopulationSpec("post", 1, "IF_discrete", ["v_thresh": 1e6], words: ["reset": "none"])
    var simulation = try Simulation(spec)
    for step in 0..<60 {
      if post.contains(step) { try simulation.poke(population: 1, index: 0) }
      simulation.step()
    }
    let naive = NaivePlasticity(dt: 1, plus: (0.08 * 0.9, 7), minus: (0.1 * 0.9, 3), bounds: Self.rule.weights)
    let expected = naive.weights(from: 0.5, pre: pre, post: post, delay: 2, steps: 60)
    #expect(expected.served.count == 4 && Set(expected.served).count > 2)
    #expect(abs(simulation.state(population: 1, variable: 0, index: 0) - expected.served.reduce(0, +)) < 1e-12)
  }

  @Test func everyChangeIsOnRecordForWhoeverAsks() throws {
    let spec = network(pre: [[10, 30]], post: [[20, 32, 40]], dt: 1, delays: .constant(2), weight: .constant(0.5))
    var simulation = try Simulation(spec)
    for _ in 0..<15 { simulation.step() }
    #expect(simulation.takeWeightChanges(of: 0).isEmpty)
    simulation.keepWeightChanges(of: 0, atMost: 100)
    for _ in 0..<45 { simulation.step() }
    let changes = simulation.takeWeightChanges(of: 0)
    #expect(changes.map(\.tick) == [20, 32, 32, 40])
    #expect(changes.map(\.cause) == [.spike, .arrival, .spike, .spike])
    #expect(zip(changes, changes.dropFirst()).allSatisfy { $0.after == $1.before })
    #expect(changes.first?.before == 0.5 && changes.last?.after == simulation.weights(of: 0)[0])
    // Nothing of the run depends on who asks.
    var unobserved = try Simulation(spec)
    for _ in 0..<60 { unobserved.step() }
    #expect(unobserved.stateHash == simulation.stateHash)
    // The record has a bound.
    simulation.restart()
    simulation.keepWeightChanges(of: 0, atMost: 2)
    for _ in 0..<60 { simulation.step() }
    #expect(simulation.takeWeightChanges(of: 0).count == 2 && simulation.takeWeightChanges(of: 0).isEmpty)
  }

  /// The excitatory synapses of the benchmark network among themselves learn.
  private func plasticCuba(_ delay: ValueSource) -> NetworkSpec {
    var spec = NetworkSpec.cuba(neurons: 500, delay: delay)
    spec.projections[0].plasticity = PlasticitySpec(rule: "stdp_pair", weights: 0...0.0324)
    return spec
  }

  @Test(arguments: [ValueSource.constant(0.1), .uniform(low: 0.5, high: 2)])
  func theResultDoesNotDependOnThreadsChunksOrPieces(delay: ValueSource) throws {
    let spec = plasticCuba(delay)
    var one = try Simulation(spec)
    one.spikes(steps: 400)
    for (threads, size) in [(2, 64), (3, 64), (1, 128)] {
      var other = try Simulation(
        spec, options: BuildOptions(threads: threads, neuronsPerThread: 1, neuronsPerChunk: size))
      #expect(other.threads == threads)
      other.spikes(steps: 400)
      #expect(other.stateHash == one.stateHash, "\(threads) threads")
      #expect(other.synapticEvents == one.synapticEvents)
    }
  }

  @Test func aRestartBringsBackTheWeights() throws {
    var simulation = try Simulation(plasticCuba(.constant(0.1)))
    let (fresh, weights) = (simulation.stateHash, simulation.weights(of: 0))
    simulation.spikes(steps: 300)
    let after = simulation.stateHash
    #expect(simulation.weights(of: 0) != weights)
    simulation.restart()
    #expect(simulation.stateHash == fresh && simulation.weights(of: 0) == weights)
    simulation.spikes(steps: 300)
    #expect(simulation.stateHash == after)
  }

  @Test(arguments: [ValueSource.constant(0.1), .uniform(low: 0.5, high: 2)])
  func aCheckpointHoldsWeightsAndTraces(delay: ValueSource) throws {
    let spec = plasticCuba(delay)
    var straight = try Simulation(spec)
    straight.spikes(steps: 250)
    let middle = straight.checkpoint()
    let file = straight.checkpointFile()
    straight.spikes(steps: 250)
    var other = try Simulation(spec)
    try other.restore(try CheckpointFile(decoding: file.bytes))
    #expect(other.checkpoint() == middle)
    other.spikes(steps: 250)
    #expect(other.stateHash == straight.stateHash && other.weights(of: 0) == straight.weights(of: 0))
    // Of a network that does not learn there is nothing to bring back.
    var fixed = spec
    fixed.projections[0].plasticity = nil
    var rigid = try Simulation(fixed)
    #expect(throws: CheckpointError.self) { try rigid.restore(middle) }
  }

  @Test func traceAndWeightCountForTheHash() throws {
    // Both trains end in the same weight and the same neurons; only what the traces remember differs.
    func hash(post: [Int]) throws -> UInt64 {
      var simulation = try Simulation(
        network(pre: [[50]], post: [post], dt: 1, delays: .constant(1), weight: .constant(0.5)))
      for _ in 0..<20 { simulation.step() }
      return simulation.stateHash
    }
    #expect(try hash(post: [3]) != hash(post: [4]))
    #expect(try hash(post: [3]) == hash(post: [3]))
  }

  @Test func whatCannotLearnIsRefused() throws {
    var spec = network(pre: [[1]], post: [[1]], dt: 1, delays: .constant(1), weight: .constant(0.95))
    #expect(throws: BuildError.weightOutsideBounds(projection: spec.projections[0].name)) { _ = try Simulation(spec) }
    spec.projections[0].plasticity?.rule = "nobody"
    #expect(throws: BuildError.unknownRule("nobody", projection: spec.projections[0].name)) {
      _ = try Simulation(spec)
    }
  }
}
