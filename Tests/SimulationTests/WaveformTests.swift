/// Currents that change by themselves, and the regular source.
import Basics
import NetworkModel
import Testing

@testable import Simulation

@Suite struct WaveformTests {
  /// What flows in every step, read off an integrator that adds up its input.
  private func course(
    _ waveform: Waveform, dt: Double = 1, from: Double = 0, to: Double? = nil, steps: Int, neurons: Int = 1
  ) throws -> [[Double]] {
    var spec = NetworkSpec(dt: dt, PopulationSpec("n", neurons, "Integrator"))
    spec.stimuli = [
      StimulusSpec(into: spec.all("n"), .waveform(waveform, from: Milliseconds(from), to: to.map { Milliseconds($0) }))
    ]
    var simulation = try Simulation(spec)
    var before = Array(repeating: 0.0, count: neurons)
    return (0..<steps).map { _ in
      simulation.step()
      let now = (0..<neurons).map { simulation.state(population: 0, variable: 0, index: $0) }
      defer { before = now }
      return zip(now, before).map { $0 - $1 }
    }
  }

  @Test func steps() throws {
    let wave = Waveform.step(times: [Milliseconds(1), Milliseconds(3)], amplitudes: [2, -1])
    #expect(try course(wave, from: 1, to: 6, steps: 8).map { $0[0] } == [0, 0, 2, 2, -1, -1, 0, 0])
  }

  @Test func pulses() throws {
    let wave = Waveform.pulses(amplitude: 1, width: Milliseconds(2), period: Milliseconds(5))
    #expect(try course(wave, from: 1, steps: 13).map { $0[0] } == [0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 1])
  }

  @Test func pulsesOffTheGridKeepTheirMeanPeriod() throws {
    let wave = Waveform.pulses(amplitude: 1, width: Milliseconds(1), period: Milliseconds(2.5))
    let on = try course(wave, steps: 1000).map { $0[0] }
    let starts = on.indices.filter { on[$0] == 1 && ($0 == 0 || on[$0 - 1] == 0) }
    #expect(starts.count == 400)
  }

  @Test func aSineIsTakenInTheMiddleOfTheStep() throws {
    let wave = Waveform.sine(amplitude: 2, frequency: 10, phase: 90, offset: 0.5)
    for (step, values) in try course(wave, steps: 200).enumerated() {
      let angle = 2 * Double.pi * 10 * (Double(step) + 0.5) / 1000
      let expected = 0.5 + 2 * Elementary.cosine(angle)
      // Differences of sums: the sum's own rounding comes on top.
      #expect(abs(values[0] - expected) < 1e-11)
    }
  }

  @Test func aRecordingIsPlayedOnce() throws {
    let wave = Waveform.recorded(values: [1, 2, 3], interval: Milliseconds(0.5))
    let expected = [1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 0, 0, 0].map { Double($0) }
    let course = try course(wave, dt: 0.1, steps: 18).map { $0[0] }
    for (our, their) in zip(course, expected) { #expect(abs(our - their) < 1e-12) }
  }

  @Test func noiseIsNormalIndependentAndHeldForItsInterval() throws {
    let wave = Waveform.noise(mean: 1, deviation: 2, interval: Milliseconds(2))
    let course = try course(wave, steps: 400, neurons: 20)
    for step in stride(from: 0, to: 400, by: 2) {
      for (a, b) in zip(course[step], course[step + 1]) { #expect(abs(a - b) < 1e-9) }
    }
    let draws = stride(from: 0, to: 400, by: 2).flatMap { course[$0] }
    let mean = draws.reduce(0, +) / 4000
    var variance = 0.0
    for draw in draws { variance += (draw - mean) * (draw - mean) / 4000 }
    // Four standard errors.
    #expect(abs(mean - 1) < 4 * 2 / 63.2)
    #expect(abs(variance - 4) < 4 * 4 * 0.02236)
    var together = 0.0
    for step in stride(from: 0, to: 400, by: 2) { together += (course[step][0] - 1) * (course[step][1] - 1) / 200 }
    #expect(abs(together) < 4 * 4 / 14.1)
  }

  @Test func wavesAddUpAndARestartPlaysThemAgain() throws {
    var spec = NetworkSpec(PopulationSpec("n", 20, "IF_curr_exp", ["cm": 0.2, "i_offset": 0.1]))
    spec.stimuli = [
      StimulusSpec(
        into: spec.all("n"),
        .waveform(.noise(mean: 0.1, deviation: 0.5, interval: Milliseconds(1)), from: Milliseconds(5), to: nil)),
      StimulusSpec(into: Selection("n", neuron: 3), .current(amplitude: 0.2, from: Milliseconds(10), to: nil)),
    ]
    var simulation = try Simulation(spec)
    let first = simulation.spikes(steps: 1500)
    let hash = simulation.stateHash
    simulation.restart()
    #expect(simulation.spikes(steps: 1500) == first)
    #expect(simulation.stateHash == hash)
    let counts = (0..<20).map { neuron in first.filter { $0.neuron == neuron }.count }
    #expect(counts[3] > counts[4])
  }

  // MARK: The regular source

  private func regular(_ numbers: [String: Double], dt: Double = 0.1, steps: Int) throws -> [Int] {
    var simulation = try Simulation(NetworkSpec(dt: dt, PopulationSpec("s", 1, "SpikeSourceRegular", numbers)))
    return simulation.spikes(steps: steps).map(\.tick)
  }

  @Test func aRegularSourceFiresAtEqualIntervals() throws {
    #expect(try regular(["rate": 100], steps: 1000) == [100, 200, 300, 400, 500, 600, 700, 800, 900, 1000])
    #expect(try regular(["rate": 100, "start": 5, "duration": 25], steps: 1000) == [150, 250])
    #expect(try regular(["rate": 100, "start": 5, "duration": 30], steps: 1000) == [150, 250, 350])
    #expect(try regular(["rate": 0], steps: 1000).isEmpty)
  }

  @Test func itsTimesAreRoundedOneByOne() throws {
    // 3 Hz: 333.3, 666.7, 1000 ms.
    #expect(try regular(["rate": 3], dt: 1, steps: 2000) == [333, 667, 1000, 1333, 1667, 2000])
    // More than one a step: one is left in each.
    #expect(try regular(["rate": 2500], dt: 1, steps: 5) == [1, 2, 3, 4, 5])
  }
}
