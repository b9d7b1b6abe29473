/// Pair STDP against its formula and NEST: pairs and trains placed by hand.
import Basics
import NetworkModel
import Testing

@testable import Simulation

@Suite struct STDPReferenceTests {
  /// The weight between two neurons that spike when they are told to.
  private func finalWeight(pre: [Double], post: [Double], from start: Double, delay: Double = 0.1) throws -> Double {
    var spec = NetworkSpec(PopulationSpec("pre", times: [pre]), PopulationSpec("post", times: [post]))
    spec.connect("pre", "post", .allToAll, weight: .constant(start), delay: .constant(delay))
    spec.projections[0].plasticity = .pair(plus: 0.005, minus: 0.00525)
    var simulation = try Simulation(spec)
    let last = (pre + post).max() ?? 0
    for _ in 0..<Int(((last + delay) / 0.1).rounded()) + 1 { simulation.step() }
    return simulation.weights(of: 0)[0]
  }

  @Test func theWindowIsThatOfTheFormula() throws {
    let table = try ReferenceTable("stdp_window")
    let (times, starts) = (try table.numbers("dt_ms"), try table.numbers("w0"))
    let expected = try table.numbers("dw_additive")
    var checked = 0
    for index in times.indices where starts[index] == 0.5 {
      // The arrival is 0.1 ms after the spike.
      let weight = try finalWeight(pre: [200], post: [200.1 + times[index]], from: 0.5)
      let change = weight - 0.5
      #expect(abs(change - expected[index]) <= 1e-9 * abs(expected[index]) + 1e-16, "Δt = \(times[index])")
      checked += 1
    }
    #expect(checked > 190)
  }

  @Test(arguments: 0..<6)
  func trainsEndAtTheWeightOfTheSumOverPairsAndOfNEST(train: Int) throws {
    let spikes = try ReferenceTable("stdp_trains_spikes")
    let table = try ReferenceTable("stdp_trains")
    let row = ["train": "\(train)", "rule": "add", "scheme": "all"]
    let expected = try #require(table.numbers("w_numpy", where: row).first)
    let nest = try #require(table.numbers("w_nest", where: row).first)
    let pre = try spikes.numbers("t_ms", where: ["train": "\(train)", "side": "pre"])
    let post = try spikes.numbers("t_ms", where: ["train": "\(train)", "side": "post"])
    // The reference has no delay: the target is later by as much as ours, which is axonal.
    for delay in [0.1, 1.3, 20] {
      let weight = try finalWeight(pre: pre, post: post.map { $0 + delay }, from: 0.5, delay: delay)
      #expect(abs(weight - expected) <= 1e-9 * expected && abs(weight - nest) <= 1e-9 * nest, "\(delay)")
    }
    #expect(abs(try finalWeight(pre: pre, post: post, from: 0.5, delay: 0) - expected) <= 1e-9 * expected)
  }
}

extension PlasticitySpec {
  static func pair(
    plus: Double, minus: Double, tauPlus: Double = 20, tauMinus: Double = 20, weights: ClosedRange<Double> = 0...1
  ) -> Self {
    PlasticitySpec(
      rule: "stdp_pair",
      parameters: [
        "A_plus": .number(plus), "A_minus": .number(minus), "tau_plus": .number(tauPlus),
        "tau_minus": .number(tauMinus),
      ], weights: weights)
  }
}

extension Simulation {
  /// Of a projection, by source and then target.
  func weights(of projection: Int) -> [Double] {
    var weights: [Double] = []
    for row in 0..<projections[projection].sourceCount {
      forEachSynapse(of: projection, fromSource: row) { _, weight, _ in weights.append(weight) }
    }
    return weights
  }
}
