/// Every way to reset with every refractory time and threshold, in every model that lets one choose: step by step
/// against the rules written for a single number.
import Basics
import Kernels
import NetworkModel
import Testing

@testable import Simulation

@Suite struct ThresholdCombinationTests {
  private static let models = Catalogue.neurons.map(\.descriptor).filter { $0.parameter("reset") != nil }
  private static let resets = models.flatMap { model in ["hard", "soft", "none"].map { (model.id, $0) } }
  private static let neurons = 19

  /// What each neuron has of its own.
  private struct Neuron {
    let thresh: Double
    let reset: Double
    let refractory: Int
    let jump: Double
    let decay: Double
    let isStrict: Bool

    // What moves.
    var wait = 0
    var raise = 0.0

    /// Whether it spikes, and v afterwards.
    /// - Parameters:
    ///   - before: v at the start of the step.
    ///   - free: v at its end in a neuron that has no threshold.
    mutating func step(_ how: String, from before: Double, free: Double) -> (spikes: Bool, v: Double) {
      let isReady = wait == 0
      let v = isReady ? free : before
      raise *= decay
      let isReached = isStrict ? v > thresh + raise : v >= thresh + raise
      guard isReady && isReached else {
        wait = max(0, wait - 1)
        return (false, v)
      }
      wait = refractory
      raise += jump
      return (true, how == "hard" ? reset : how == "soft" ? v - (thresh - reset) : v)
    }
  }

  private func neurons(_ descriptor: ModelDescriptor, dt: Double, isStrict: Bool, _ random: inout SeededGenerator)
    -> [Neuron]
  {
    let levels: ClosedRange<Double> = descriptor.isDimensionless ? 0.5...1.5 : -58...(-50)
    let resets: ClosedRange<Double> = descriptor.isDimensionless ? -0.2...0.2 : -75...(-62)
    return (0..<Self.neurons).map { number in
      let tau = 10 + Double(number)
      return Neuron(
        thresh: .random(in: levels, using: &random), reset: .random(in: resets, using: &random),
        refractory: number % 3 == 0 ? 0 : .random(in: 1...9, using: &random),
        jump: number % 2 == 0 ? 0 : .random(in: 0.1...2, using: &random), decay: Elementary.exp(-dt / tau),
        isStrict: isStrict)
    }
  }

  /// The same input whatever the thresholds.
  private func spec(
    _ descriptor: ModelDescriptor, _ neurons: [Neuron], reset: String, isStrict: Bool, dt: Double, isFree: Bool
  ) -> NetworkSpec {
    let weights: [Dimension: Double] = [.voltage: 3, .current: 0.4, .conductance: 0.02, .none: 0.4]
    let weight = weights[descriptor.weightDimension ?? .none] ?? 0
    let time = descriptor.isDimensionless ? 1 : dt
    var spec = NetworkSpec(
      dt: dt,
      PopulationSpec(
        "n", neurons.count, descriptor.id, words: ["reset": reset, "fires": isStrict ? "above" : "at"],
        each: [
          "v_thresh": isFree ? neurons.map { _ in 1e9 } : neurons.map(\.thresh), "v_reset": neurons.map(\.reset),
          "tau_refrac": neurons.map { Double($0.refractory) * time },
          "theta_plus": neurons.map(\.jump), "tau_theta": neurons.indices.map { 10 + Double($0) },
        ]))
    spec.stimuli = [
      StimulusSpec(
        into: spec.all("n"), .poisson(rate: 200 / dt, weight: weight, receptor: .excitatory)),
      StimulusSpec(
        into: spec.all("n"),
        .current(amplitude: descriptor.isDimensionless ? 0.5 : 1.5, from: Milliseconds(0), to: nil)),
    ]
    return spec
  }

  @Test(arguments: resets)
  func everyStepIsThatOfTheRules(model: String, reset: String) throws {
    let descriptor = try #require(Self.models.first { $0.id == model })
    var random = SeededGenerator(UInt64(reset.count))
    let dt = descriptor.isDimensionless ? 1.0 : 0.25
    for isStrict in [false, true] {
      var rules = neurons(descriptor, dt: dt, isStrict: isStrict, &random)
      func simulation(isFree: Bool) throws -> Simulation {
        try Simulation(spec(descriptor, rules, reset: reset, isStrict: isStrict, dt: dt, isFree: isFree))
      }
      var real = try simulation(isFree: false)
      var free = try simulation(isFree: true)
      var (spikes, held) = (0, 0)
      for step in 0..<400 {
        let before = rules.indices.map { real.state(population: 0, variable: 0, index: $0) }
        for (neuron, v) in before.enumerated() {
          try free.setState(
            Selection(population: "n", ranges: [neuron...neuron]), variable: "v", v)
        }
        real.step()
        free.step()
        for neuron in rules.indices {
          held += rules[neuron].wait > 0 ? 1 : 0
          let expected = rules[neuron].step(
            reset, from: before[neuron], free: free.state(population: 0, variable: 0, index: neuron))
          spikes += expected.spikes ? 1 : 0
          #expect(real.lastSpikes.contains(UInt32(neuron)) == expected.spikes, "neuron \(neuron), step \(step)")
          #expect(real.state(population: 0, variable: 0, index: neuron) == expected.v, "neuron \(neuron), step \(step)")
        }
      }
      // Nothing of it came up seldom.
      #expect(spikes > 100 && held > 100, "\(spikes) spikes, \(held) steps in refractory time")
    }
  }
}
