/// Every connector: how many synapses, between whom, and that chance is fair and the same again.
import Basics
import NetworkModel
import Testing

@testable import Simulation

@Suite struct ConnectorTests {
  private struct Pair: Hashable {
    let pre: Int
    let post: Int
  }

  private func pairs(
    _ connector: Connector, pre: Int = 50, post: Int = 40, isRecurrent: Bool = false, allowSelf: Bool = true,
    seed: UInt64 = 1
  ) throws -> [Pair] {
    var spec = NetworkSpec(
      seed: seed, PopulationSpec("a", pre, "IF_curr_exp"), PopulationSpec("b", post, "IF_curr_exp"))
    spec.connect("a", isRecurrent ? "a" : "b", connector, delay: .constant(1), allowSelf: allowSelf)
    return pairs(of: try Simulation(spec))
  }

  private func pairs(of simulation: borrowing Simulation) -> [Pair] {
    var pairs: [Pair] = []
    for row in 0..<simulation.projections[0].sourceCount {
      simulation.forEachSynapse(of: 0, fromSource: row) { target, _, _ in pairs.append(Pair(pre: row, post: target)) }
    }
    return pairs
  }

  private func counts(_ pairs: [Pair], _ end: KeyPath<Pair, Int>, neurons: Int = 50) -> [Int] {
    var counts = Array(repeating: 0, count: neurons)
    for pair in pairs { counts[pair[keyPath: end]] += 1 }
    return counts
  }

  private func pow2(_ x: Double) -> Double { x * x }

  @Test func everyPairOrEveryPairButOneself() throws {
    #expect(Set(try pairs(.allToAll)).count == 2000)
    let others = try pairs(.allToAll, isRecurrent: true, allowSelf: false)
    #expect(others.count == 50 * 49 && others.allSatisfy { $0.pre != $0.post })
  }

  @Test func oneToOneFollowsTheSelections() throws {
    var spec = NetworkSpec(PopulationSpec("a", 20, "IF_curr_exp"))
    spec.projections.append(
      ProjectionSpec(
        name: "p", from: Selection(population: "a", ranges: [0...1, 8...9]),
        to: Selection(population: "a", ranges: [3...3, 10...12]), connector: .oneToOne, delay: .constant(1)))
    let simulation = try Simulation(spec)
    #expect(pairs(of: simulation) == (0..<4).map { Pair(pre: $0, post: $0) })
    #expect(simulation.synapseCounts(population: 0, index: 8).outgoing == 1)
    #expect(simulation.synapseCounts(population: 0, index: 3).incoming == 1)
    #expect(simulation.synapseCounts(population: 0, index: 2).outgoing == 0)
  }

  @Test func aProbabilityGivesItsShareOfPairsAndNoneTwice() throws {
    for (probability, seed) in [(0.02, UInt64(1)), (0.3, 2), (0.97, 3)] {
      let found = try pairs(.fixedProbability(probability), pre: 300, post: 200, seed: seed)
      let (mean, deviation) = (60_000 * probability, (60_000 * probability * (1 - probability)).squareRoot())
      #expect(abs(Double(found.count) - mean) < 4 * deviation)
      #expect(Set(found).count == found.count)
      // The synapses onto a neuron are binomial, too: their variance over neurons says that no target is preferred.
      let incoming = counts(found, \.post, neurons: 200).map { pow2(Double($0) - 300 * probability) }
      let spread = incoming.reduce(0, +) / 200
      let ratio = spread / (300 * probability * (1 - probability))
      #expect(abs(ratio - 1) < 0.4)
    }
    #expect(try pairs(.fixedProbability(0)).isEmpty)
    #expect(try pairs(.fixedProbability(1)).count == 2000)
    let others = try pairs(.fixedProbability(0.5), isRecurrent: true, allowSelf: false)
    #expect(others.allSatisfy { $0.pre != $0.post })
  }

  @Test(arguments: [true, false])
  func fixedNumbersAreExact(withReplacement: Bool) throws {
    for allowSelf in [true, false] {
      let onto = try pairs(
        .fixedNumberPre(7, withReplacement: withReplacement), isRecurrent: true, allowSelf: allowSelf)
      #expect(counts(onto, \.post) == Array(repeating: 7, count: 50))
      let from = try pairs(
        .fixedNumberPost(7, withReplacement: withReplacement), isRecurrent: true, allowSelf: allowSelf)
      #expect(counts(from, \.pre) == Array(repeating: 7, count: 50))
      let total = try pairs(
        .fixedTotalNumber(333, withReplacement: withReplacement), isRecurrent: true, allowSelf: allowSelf)
      #expect(total.count == 333)
      for found in [onto, from, total] {
        #expect(withReplacement || Set(found).count == found.count)
        #expect(allowSelf || found.allSatisfy { $0.pre != $0.post })
      }
    }
  }

  @Test func partnersAreDrawnEvenly() throws {
    let connectors: [(Connector, KeyPath<Pair, Int>)] = [
      (.fixedNumberPre(20, withReplacement: false), \.pre), (.fixedNumberPre(20, withReplacement: true), \.pre),
      (.fixedNumberPost(20, withReplacement: false), \.post), (.fixedTotalNumber(8000, withReplacement: true), \.pre),
    ]
    for (connector, end) in connectors {
      let found = try pairs(connector, pre: 100, post: 100, isRecurrent: true, allowSelf: false)
      let mean = Double(found.count) / 100
      let chiSquare = counts(found, end, neurons: 100).map { pow2(Double($0) - mean) / mean }.reduce(0, +)
      // 99 degrees of freedom: beyond 149 once in a thousand. Draws without replacement spread less.
      #expect(chiSquare < 149, "\(connector)")
    }
  }

  @Test func allPartnersMayBeWantedButNotMore() throws {
    let all = try pairs(.fixedNumberPre(49, withReplacement: false), isRecurrent: true, allowSelf: false)
    #expect(Set(all).count == 50 * 49)
    #expect(throws: BuildError.tooManyDraws(projection: "a->a/0", wanted: 50, available: 49)) {
      _ = try pairs(.fixedNumberPre(50, withReplacement: false), isRecurrent: true, allowSelf: false)
    }
    #expect(throws: BuildError.tooManyDraws(projection: "a->b/0", wanted: 2001, available: 2000)) {
      _ = try pairs(.fixedTotalNumber(2001, withReplacement: false))
    }
    // Selections of one population that do not meet have nobody to leave out.
    var spec = NetworkSpec(PopulationSpec("a", 20, "IF_curr_exp"))
    spec.projections.append(
      ProjectionSpec(
        name: "p", from: Selection(population: "a", ranges: [0...9]), to: Selection(population: "a", ranges: [10...19]),
        connector: .fixedTotalNumber(100, withReplacement: false), delay: .constant(1), allowSelf: false))
    #expect(try Simulation(spec).projections[0].synapseCount == 100)
  }

  @Test func listsKeepDuplicatesWeightsAndDelays() throws {
    var spec = NetworkSpec(PopulationSpec("a", 3, "IF_curr_exp"))
    let list = [
      ListedSynapse(pre: 2, post: 1, weight: 5, delay: Milliseconds(0.5)), ListedSynapse(pre: 0, post: 2),
      ListedSynapse(pre: 2, post: 0, weight: 4), ListedSynapse(pre: 2, post: 1, weight: 6, delay: Milliseconds(0.3)),
    ]
    spec.connect("a", "a", .list(list), weight: .constant(9), delay: .constant(0.2))
    let simulation = try Simulation(spec)
    var rows: [[Double]] = []
    for row in 0..<3 {
      simulation.forEachSynapse(of: 0, fromSource: row) { rows.append([Double(row), Double($0), $1, Double($2)]) }
    }
    #expect(rows == [[0, 2, 9, 2], [2, 0, 4, 2], [2, 1, 5, 5], [2, 1, 6, 3]])
  }

  @Test func aMatrixHasARowForEveryTarget() throws {
    var spec = NetworkSpec(PopulationSpec("a", 2, "IF_discrete"), PopulationSpec("b", 3, "IF_discrete"))
    spec.connect("a", "b", .matrix(WeightMatrix(postCount: 3, preCount: 2, values: [1, 2, 3, 4, 5, 6])))
    let simulation = try Simulation(spec)
    var weights: [[Double]] = []
    for row in 0..<2 {
      var column: [Double] = []
      simulation.forEachSynapse(of: 0, fromSource: row) { _, weight, _ in column.append(weight) }
      weights.append(column)
    }
    #expect(weights == [[1, 3, 5], [2, 4, 6]])
    #expect(simulation.projections[0].weightRange == 1...6)
  }

  @Test func chanceIsTheSameAgainAndAnotherWithAnotherSeed() throws {
    for connector in [
      Connector.fixedProbability(0.1), .fixedNumberPre(5, withReplacement: false),
      .fixedNumberPost(5, withReplacement: true),
      .fixedTotalNumber(100, withReplacement: false),
    ] {
      #expect(try pairs(connector, seed: 1) == pairs(connector, seed: 1))
      #expect(try pairs(connector, seed: 1) != pairs(connector, seed: 2))
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func aSparseProjectionCostsWhatItHoldsNotWhatItCouldHold() throws {
    // 10¹⁰ pairs, of which some 1,000 are connected.
    let found = try pairs(.fixedProbability(1e-7), pre: 100_000, post: 100_000)
    #expect(abs(Double(found.count) - 1000) < 4 * 1000.0.squareRoot())
  }

  @Test func weightsAndDelaysAreDrawnFromTheirDistributions() throws {
    var spec = NetworkSpec(PopulationSpec("a", 100, "IF_curr_exp"))
    spec.connect(
      "a", "a", .allToAll, weight: .normal(mean: 0.5, deviation: 0.5, min: 0, max: nil),
      delay: .uniform(low: 1, high: 3))
    let simulation = try Simulation(spec)
    var (weights, delays): ([Double], [Int]) = ([], [])
    for row in 0..<100 {
      simulation.forEachSynapse(of: 0, fromSource: row) { _, weight, delay in
        weights.append(weight)
        delays.append(delay)
      }
    }
    // A normal number above a bound that lies one deviation below its mean: mean + deviation · φ(1)/Φ(1).
    let (mean, expected) = (weights.reduce(0, +) / 10_000, 0.5 + 0.5 * 0.241971 / 0.841345)
    #expect(abs(mean - expected) < 0.02)
    #expect((weights.min() ?? -1) >= 0 && Set(weights).count > 9900)
    #expect(delays.min() == 10 && delays.max() == 30)
    let meanDelay = Double(delays.reduce(0, +)) / 10_000
    #expect(abs(meanDelay - 20) < 0.3)
  }
}
