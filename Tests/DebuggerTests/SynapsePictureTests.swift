/// Fans, histograms and reading by parts, against the synapses as they were listed.
import Analysis
import Basics
import NetworkModel
import Simulation
import Testing

@testable import Debugger

struct SynapsePictureTests {
  /// exc → inh by list; inh → exc and noise → exc by the network's own rules.
  private static let listed: [(pre: Int, post: Int, weight: Double)] = [
    (0, 0, 0.12), (5, 0, 0.33), (79, 0, -0.7), (79, 0, 0.25), (5, 19, 0.9), (40, 10, 0.33), (5, 3, 0.05),
  ]

  private func session(_ request: ObservationRequest) throws -> DebugSession {
    var spec = Networks.active()
    spec.precision = .double
    spec.projections[0].connector = .list(
      Self.listed.map { ListedSynapse(pre: $0.pre, post: $0.post, weight: $0.weight, delay: Milliseconds(1.5)) })
    var session = try DebugSession(spec)
    _ = session.apply(.observe(request))
    return session
  }

  private func fan(of neuron: NeuronAddress, _ fan: ObservationRequest.Fan) throws -> FanSnapshot {
    var request = ObservationRequest(neuron: neuron, window: Milliseconds(50))
    request.fan = fan
    var session = try session(request)
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    return try #require(snapshot.fan)
  }

  @Test func aFanInIsEverySynapseOntoTheNeuronTheStrongestFirst() throws {
    let shown = try fan(of: NeuronAddress(population: 2, index: 0), .init(isOutgoing: false, first: 0, count: 10))
    #expect(shown.total == 4 && shown.progress == 1 && abs(shown.greatest - 0.7) < 1e-9)
    #expect(shown.synapses.map(\.partner.index) == [79, 5, 79, 0])
    #expect(zip(shown.synapses, [-0.7, 0.33, 0.25, 0.12]).allSatisfy { abs($0.weight - $1) < 1e-9 })
    #expect(shown.synapses.allSatisfy { $0.partner.population == 0 && $0.delay == Milliseconds(1.5) })
  }

  @Test func aFanOutIsEverySynapseThatLeavesIt() throws {
    let shown = try fan(of: NeuronAddress(population: 0, index: 5), .init(isOutgoing: true, first: 1, count: 1))
    #expect(shown.total == 3 && shown.first == 1)
    // Of 0.9, 0.33 and 0.05 the second.
    #expect(shown.synapses.map(\.partner) == [NeuronAddress(population: 2, index: 0)])
    let beyond = try fan(of: NeuronAddress(population: 0, index: 5), .init(isOutgoing: true, first: 90, count: 2))
    #expect(beyond.first == 1 && beyond.synapses.map(\.partner.index) == [0, 3])
    let none = try fan(of: NeuronAddress(population: 0, index: 6), .init(isOutgoing: true, first: 0, count: 2))
    #expect(none.total == 0 && none.synapses.isEmpty && none.progress == 1)
  }

  @Test func everyProjectionOntoANeuronCounts() throws {
    let shown = try fan(of: NeuronAddress(population: 0, index: 11), .init(isOutgoing: false, first: 0, count: 200))
    let plain = try DebugSession(Networks.active())
    let expected = plain.simulation.synapseCounts(population: 0, index: 11)
    #expect(shown.total == expected.incoming && expected.incoming > 10)
    #expect(Set(shown.synapses.map(\.projection)) == [1, 2])
  }

  @Test func aHistogramCountsEverySynapse() throws {
    var request = ObservationRequest(neuron: NeuronAddress(population: 0, index: 0), window: Milliseconds(50))
    request.weights = .init(projection: 0, cursorPost: 0, cursorPre: 0, bins: 16)
    var session = try session(request)
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    let weights = try #require(snapshot.weights)
    let histogram = try #require(weights.histogram)
    // −0.7 to 0.9 in sixteen parts of a tenth.
    var counts = Array(repeating: 0, count: 16)
    for synapse in Self.listed { counts[min(15, Int((synapse.weight + 0.7) * 10))] += 1 }
    #expect(histogram.counts == counts)
    let mean = Self.listed.reduce(0) { $0 + $1.weight } / Double(Self.listed.count)
    #expect(abs(histogram.mean - mean) < 1e-9)
    let variance = Self.listed.reduce(0) { $0 + ($1.weight - mean) * ($1.weight - mean) } / Double(Self.listed.count)
    #expect(abs(histogram.deviation - variance.squareRoot()) < 1e-9)
    #expect(weights.rows == 0 && weights.tiles.isEmpty && weights.fields.isEmpty)
  }

  @Test func whatLearnsIsCountedAgain() throws {
    var spec = Networks.active()
    spec.projections[2].plasticity = PlasticitySpec(
      rule: "stdp_pair", parameters: ["A_plus": .number(0.1), "A_minus": .number(0.05)], weights: 0...0.1)
    var session = try DebugSession(spec)
    var request = ObservationRequest(neuron: NeuronAddress(population: 0, index: 3), window: Milliseconds(50))
    request.weights = .init(projection: 2, cursorPost: 3, cursorPre: 4, bins: 20)
    request.fan = .init(isOutgoing: false, first: 0, count: 200)
    _ = session.apply(.observe(request))
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    #expect(snapshot.weights?.histogram?.counts[10] == 800)
    _ = session.apply(.step(2000))
    _ = session.advance(atMost: 2000)
    session.snapshot(into: &snapshot)
    #expect(snapshot.weights?.histogram?.total == 800 && (snapshot.weights?.histogram?.counts[10] ?? 800) < 800)
    let own = try #require(session.simulation.synapse(of: 2, post: 3, pre: 4)?.weight)
    let shown = snapshot.fan?.synapses.first { $0.projection == 2 && $0.partner.index == 4 }
    #expect(shown?.weight == own)
  }

  @Test func aRoundReadsEveryUnitOnceAndWithinItsBudget() {
    var round = ReadingRound(units: 10)
    var read: [Int] = []
    var calls = 0
    while !round.isComplete {
      let before = read.count
      // Three units exceed the budget.
      round.advance { unit in
        read.append(unit)
        return ReadingRound.budget / 3
      }
      #expect(read.count - before <= 3)
      calls += 1
    }
    #expect(read == Array(0..<10) && calls == 4 && round.progress == 1)
    round.advance { unit in
      read.append(unit)
      return 0
    }
    #expect(read.count == 20)
    var nothing = ReadingRound(units: 0)
    #expect(nothing.advance { _ in 1 } && nothing.isComplete && nothing.progress == 1)
  }
}
