/// Neurons in discrete time against closed forms, and the lesson that a ReLU is a neuron's rate.
import Basics
import NetworkModel
import Testing

@testable import Simulation

@Suite struct DiscreteNeuronTests {
  /// Spikes within 128 steps of neurons with these constant inputs, over 128.
  private func rates(
    of inputs: [Double], reset: String, start: Double = 0, precision: Precision = .double
  ) throws -> [Double] {
    var simulation = try Simulation(
      NetworkSpec(
        dt: 1, precision: precision,
        PopulationSpec(
          "n", inputs.count, "IF_discrete", words: ["reset": reset], each: ["bias": inputs],
          initial: ["v": .constant(start)])))
    var counts = Array(repeating: 0.0, count: inputs.count)
    for spike in simulation.spikes(steps: 128) { counts[spike.neuron] += 1 }
    return counts.map { $0 / 128 }
  }

  private let inputs = (-20..<120).map { Double($0) / 100 }

  private func largestError(_ rates: [Double]) -> Double {
    zip(inputs, rates).map { abs(min(1, max(0, $0)) - $1) }.max() ?? 0
  }

  @Test(arguments: Precision.allCases)
  func withSoftResetTheRateIsTheClippedReLUToLessThanASpike(precision: Precision) throws {
    let error = largestError(try rates(of: inputs, reset: "soft", precision: precision))
    #expect(error < 1.0 / 128 && error > 0.0070)
  }

  @Test func startingHalfWayToTheThresholdHalvesTheError() throws {
    #expect(largestError(try rates(of: inputs, reset: "soft", start: 0.5)) <= 0.5 / 128 + 1e-12)
  }

  @Test func withHardResetTheRateIsFarOff() throws {
    #expect(abs(largestError(try rates(of: inputs, reset: "hard")) - 0.49) < 0.005)
    #expect(try rates(of: [0.6], reset: "hard") == [64.0 / 128])
    #expect(try rates(of: [0.6], reset: "soft") == [76.0 / 128])
    #expect(try rates(of: [1.16], reset: "soft") == [1])
  }

  @Test func withoutResetItFiresForEver() throws {
    // 0.25 a step: at the threshold at the end of the fourth step, and above it from then on.
    #expect(try rates(of: [0.25], reset: "none") == [125.0 / 128])
  }

  @Test func atOrAboveTheThreshold() throws {
    for (fires, first) in [("at", 4), ("above", 5)] {
      for precision in Precision.allCases {
        var simulation = try Simulation(
          NetworkSpec(
            dt: 1, precision: precision, PopulationSpec("n", 1, "IF_discrete", ["bias": 0.25], words: ["fires": fires]))
        )
        #expect(simulation.spikes(steps: 5).first?.tick == first)
      }
    }
  }

  @Test func refractoryTimeHoldsVAndCountsSteps() throws {
    var simulation = try Simulation(
      NetworkSpec(dt: 1, PopulationSpec("n", 1, "IF_discrete", ["bias": 1, "tau_refrac": 3])))
    let spikes = simulation.spikes(steps: 10).map(\.tick)
    #expect(spikes == [1, 5, 9])
    #expect(simulation.state(population: 0, variable: 0, index: 0) == 0)
    #expect(simulation.state(population: 0, variable: 1, index: 0) == 2)
  }

  @Test(arguments: ["yes", "no"])
  func aLeakyNeuronGoesGeometricallyToItsLimit(decayInput: String) throws {
    let (tau, x, reset) = (4.0, 0.5, -0.25)
    var simulation = try Simulation(
      NetworkSpec(
        dt: 1,
        PopulationSpec(
          "n", 1, "LIF_discrete", ["tau": tau, "bias": x, "v_reset": reset, "v_thresh": 100],
          words: ["decay_input": decayInput])))
    let limit = reset + (decayInput == "yes" ? x : x * tau)
    var left = -limit
    for _ in 0..<30 {
      simulation.step()
      left *= 1 - 1 / tau
      #expect(abs(simulation.state(population: 0, variable: 0, index: 0) - (limit + left)) < 1e-12)
    }
  }

  @Test func anIntegratorAddsUpAndNeverFires() throws {
    var spec = NetworkSpec(
      dt: 1, PopulationSpec("n", 1, "Integrator", ["bias": 0.5]), PopulationSpec("s", times: [[2, 4]]))
    spec.connect("s", "n", .allToAll, weight: .constant(100))
    var simulation = try Simulation(spec)
    #expect(simulation.spikes(steps: 10).allSatisfy { $0.neuron == 1 })
    #expect(simulation.state(population: 0, variable: 0, index: 0) == 205)
  }
}
