/// The measured f-I curve against closed forms, and what a job owes to whoever asks for it.
import Basics
import Debugger
import Simulation
import Testing

struct FiringCurveTests {
  private func request(
    _ model: String, _ parameters: [String: ParameterSetting] = [:], drive: String = "i_offset", present: Double = 0,
    dt: Double = 0.5
  ) -> FiringCurveRequest {
    FiringCurveRequest(
      model: model, parameters: parameters, drive: drive, present: present, dt: Milliseconds(dt), steps: 1500)
  }

  private func curve(_ request: FiringCurveRequest) throws -> FiringCurve {
    let events = JobRequest.firingCurve(request).run { true }
    guard case .firingCurve(let curve)? = events.first, events.count == 1 else { throw Unexpected(events: events) }
    return curve
  }

  private struct Unexpected: Error { let events: [EngineEvent] }

  private let lif: [String: ParameterSetting] = [
    "cm": .number(1), "tau_m": .number(20), "v_rest": .number(-65), "v_reset": .number(-65), "v_thresh": .number(-50),
    "tau_refrac": .number(2),
  ]

  /// Worked out by hand: R = 20 MΩ, 15 mV to the threshold.
  @Test func aLeakyNeuronFiresAsLapicqueSays() throws {
    let curve = try curve(request("IF_curr_exp", lif, present: 3))
    let rheobase = try #require(curve.rheobase)
    #expect(abs(rheobase - 0.75) < 0.002)
    let last = try #require(curve.currents.last)
    #expect(curve.currents.first == 0 && last >= 3.75)
    var compared = 0
    for (current, rate) in zip(curve.currents, curve.rates) {
      guard current > 0.78 else {
        #expect(rate == 0 || current > 0.75)
        continue
      }
      compared += 1
      let interval = 2 + 20 * Elementary.log(20 * current / (20 * current - 15))
      // On the grid every interval is longer, by less than a step.
      #expect(1000 / rate > interval - 1e-6 && 1000 / rate < interval + 0.5 + 1e-6, "\(current) nA")
    }
    #expect(compared > 50)
  }

  @Test func whatFiresByItselfHasItsRheobaseBelowZero() throws {
    var parameters = lif
    parameters["v_rest"] = .number(-49)
    let curve = try curve(request("IF_curr_exp", parameters))
    let rheobase = try #require(curve.rheobase)
    #expect(abs(rheobase + 0.05) < 0.001)
    let first = try #require(curve.currents.first)
    #expect(first < -0.05)
  }

  @Test func withoutALeakTheRateIsTheDrive() throws {
    let curve = try curve(request("IF_discrete", ["reset": .choice("soft")], drive: "bias", dt: 1))
    for (drive, rate) in zip(curve.currents, curve.rates) where drive > 0.02 {
      #expect(abs(rate - min(1000, 1000 * drive)) < 3, "\(drive)")
    }
  }

  /// Hodgkin and Huxley's neuron fires on and on from about 6.3 µA/cm² up, and at once with some 50 Hz or more.
  @Test func theSquidFiresFromItsRheobaseOnWithALeap() throws {
    let curve = try curve(request("HH_squid", dt: 0.1))
    let rheobase = try #require(curve.rheobase)
    #expect((6.0...7.0).contains(rheobase))
    let first = try #require(curve.rates.first { $0 > 0 })
    #expect(first > 40)
  }

  /// The rest of Izhikevich's regular spiking cell becomes unstable at 3.8 pA and ends at 4; a little below, what has
  /// begun to fire goes on.
  /// At −190 nA its equations fly away from any step of theirs, which is no firing.
  @Test func whatAModelDoesFarBelowZeroIsNoFiring() throws {
    let curve = try curve(
      request("Izhikevich", ["d": .number(8), "c": .number(-65), "a": .number(0.02), "b": .number(0.2)]))
    let rheobase = try #require(curve.rheobase)
    #expect((0.0037...0.0041).contains(rheobase))
    #expect(curve.currents.allSatisfy { (0...1).contains($0) })
  }

  @Test func aNeuronWhoseThresholdIsOutOfReachHasNone() throws {
    let curve = try curve(request("IF_curr_exp", ["v_thresh": .number(1e9)]))
    #expect(curve.rheobase == nil && curve.rates.allSatisfy { $0 == 0 })
    #expect(curve.currents == curve.currents.sorted() && curve.currents.count > 10)
  }

  @Test func whatIsNotWantedIsGivenUp() {
    var asked = 0
    let events = JobRequest.firingCurve(request("IF_curr_exp", lif)).run {
      asked += 1
      return asked < 3
    }
    #expect(events.isEmpty && asked == 3)
  }

  @Test func whatCannotBeBuiltIsRefused() {
    let events = JobRequest.firingCurve(request("Perceptron")).run { true }
    #expect(events == [.refused("no f-I curve: population neuron: there is no model Perceptron")])
  }
}
