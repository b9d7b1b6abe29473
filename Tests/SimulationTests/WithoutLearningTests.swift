/// What rules of plasticity see of what is left out: no arrival, and every spike of the neuron itself.
import Basics
import Kernels
import NetworkModel
import Testing

@testable import Simulation

@Suite struct WithoutLearningTests {
  private static let steps = 600

  /// Steps at whose end each neuron of a source spikes.
  private func trains(_ neurons: Int, _ stream: String) -> [[Int]] {
    let random = CounterRNG(seed: 8, stream: stream)
    return (0..<neurons).map { neuron in
      (0..<Self.steps).filter { random.uniform(UInt64(neuron), UInt64($0)) < 0.06 }
    }
  }

  /// As many rows as synapses of a row, and more or fewer.
  @Test(arguments: [ValueSource.constant(0), .constant(7), .uniform(low: 1, high: 9)], [1, 4, 6])
  func weightsAreThoseOfThePairsThatAreLeft(delays: ValueSource, targets: Int) throws {
    let (pre, post) = (trains(5, "pre"), trains(targets, "post"))
    var spec = NetworkSpec(dt: 1, source("pre", pre), source("post", post))
    spec.connect("pre", "post", .allToAll, weight: .uniform(low: 0.1, high: 0.9), delay: delays)
    spec.projections[0].plasticity = .pair(plus: 0.08, minus: 0.1, tauPlus: 7, tauMinus: 3, weights: 0.1...0.9)
    let starts = try Simulation(spec).weights(of: 0)
    spec.without = [
      .neuron(NeuronPlace("pre", 4)), .synapse(from: NeuronPlace("pre", 0), to: NeuronPlace("post", 0)),
      .spike(NeuronPlace("pre", 1), at: stamp(pre[1][3])), .spike(NeuronPlace("pre", 1), at: stamp(pre[1][9])),
      .arrival(from: NeuronPlace("pre", 2), to: NeuronPlace("post", 0), at: stamp(pre[2][5])),
      // One's own spikes count for one's own traces, whoever they reach.
      .spike(NeuronPlace("post", 0), at: stamp(post[0][4])),
    ].map { WithoutSpec($0) }
    if targets > 1 { spec.without.append(WithoutSpec(.neuron(NeuronPlace("post", 1)))) }
    var simulation = try Simulation(spec)
    for _ in 0..<Self.steps { simulation.step() }
    let naive = NaivePlasticity(dt: 1, plus: (0.08 * 0.9, 7), minus: (0.1 * 0.9, 3), bounds: 0.1...0.9)
    var synapse = 0
    for row in 0..<5 {
      simulation.forEachSynapse(of: 0, fromSource: row) { target, weight, delay in
        let expected = naive.weights(
          from: starts[synapse], pre: pre[row].filter { arrives(row, target, $0, pre) },
          post: target == 1 ? [] : post[target], delay: delay, steps: Self.steps)
        #expect(abs(weight - expected.final) <= 1e-9, "\(row) to \(target), \(delay) steps")
        synapse += 1
      }
    }
    #expect(synapse == 5 * targets)
  }

  private func source(_ name: String, _ trains: [[Int]]) -> PopulationSpec {
    PopulationSpec(name, times: trains.map { $0.map { stamp($0).value } })
  }

  private func stamp(_ step: Int) -> Milliseconds { Milliseconds(Double(step + 1)) }

  private func arrives(_ row: Int, _ target: Int, _ step: Int, _ pre: [[Int]]) -> Bool {
    switch row {
    case 0: target != 0
    case 1: step != pre[1][3] && step != pre[1][9]
    case 2: target != 0 || step != pre[2][5]
    case 4: false
    default: true
    }
  }

  /// An arrival that is left out is not served either; who asks hears nothing of it.
  @Test func theRecordHasNoArrivalThatDidNotHappen() throws {
    var spec = NetworkSpec(
      dt: 1, PopulationSpec("pre", times: [[11, 21, 31]]),
      PopulationSpec("post", 2, "IF_discrete", ["v_thresh": 1e6], words: ["reset": "none"]))
    spec.connect("pre", "post", .allToAll, weight: .constant(0.5), delay: .constant(2))
    spec.projections[0].plasticity = .pair(plus: 0.08, minus: 0.1, tauPlus: 7, tauMinus: 3, weights: 0.1...0.9)
    spec.without = [
      WithoutSpec(.arrival(from: NeuronPlace("pre", 0), to: NeuronPlace("post", 1), at: Milliseconds(21)))
    ]
    var simulation = try Simulation(spec)
    simulation.keepWeightChanges(of: 0, atMost: 100)
    for _ in 0..<40 { simulation.step() }
    let arrivals = simulation.takeWeightChanges(of: 0)
    #expect(arrivals.map(\.tick) == [12, 12, 22, 32, 32] && arrivals.map(\.target) == [0, 1, 0, 0, 1])
    #expect(simulation.state(population: 1, variable: 0, index: 0) == 1.5)
    #expect(simulation.state(population: 1, variable: 0, index: 1) == 1)
    #expect(simulation.synapticEvents == 5)
  }

  /// Values are played, and no spikes: a neuron without them is one that plays 0.
  @Test func anInputThatIsLeftOutSendsNothing() throws {
    var spec = NetworkSpec(dt: 1, PopulationSpec("in", 2, "Input"), PopulationSpec("out", 2, "Integrator"))
    spec.connect("in", "out", .matrix(WeightMatrix(postCount: 2, preCount: 2, values: [1, 0.5, -1, 2])))
    spec.datasets = [Dataset(name: "d", values: [1, 0.25], featureCount: 2, labels: [], presentedRows: [0])]
    spec.stimuli = [
      StimulusSpec(into: spec.all("in"), .data(DataStimulus(dataset: "d", encoder: .current, presentSteps: 9)))
    ]
    func outputs(without part: WithoutSpec.Part?) throws -> [Double] {
      var simulation = try Simulation(spec)
      simulation.spikes(steps: 1)
      try simulation.leaveOut(part.map { [WithoutSpec($0)] } ?? [])
      simulation.spikes(steps: 1)
      return (0..<2).map { simulation.state(population: 1, variable: 0, index: $0) }
    }
    #expect(try outputs(without: nil) == [2.25, -1])
    #expect(try outputs(without: .neuron(NeuronPlace("in", 1))) == [2.125, -1.5])
    #expect(try outputs(without: .synapse(from: NeuronPlace("in", 0), to: NeuronPlace("out", 1))) == [2.25, 0])
  }
}
