/// Why a neuron stayed silent, against closed forms and networks that are changed as it says.
import Basics
import NetworkModel
import Testing

@testable import Debugger

@Suite struct WhySilentTests {
  /// R is 100 MΩ, so that 0.15 nA hold it at the threshold.
  private static func neuron(current: Double, arrivals weight: Double = 0) -> NetworkSpec {
    var spec = NetworkSpec()
    spec.precision = .double
    spec.populations = [
      PopulationSpec(
        name: "n", shape: [1], model: "IF_curr_exp",
        parameters: [
          "cm": .number(.constant(0.2)), "tau_m": .number(.constant(20)), "v_rest": .number(.constant(-65)),
          "v_thresh": .number(.constant(-50)), "i_offset": .number(.constant(current)),
        ]),
      PopulationSpec(
        name: "source", shape: [1], model: "SpikeSourceArray",
        parameters: ["spike_times": .spikeTimes([[Milliseconds(110), Milliseconds(116), Milliseconds(121)]])]),
    ]
    if weight > 0 {
      spec.projections = [
        ProjectionSpec(
          name: "in", from: Selection(all: "source", size: 1), to: Selection(all: "n", size: 1), connector: .allToAll,
          weight: .constant(weight), delay: .constant(1))
      ]
    }
    return spec
  }

  private func silence(_ spec: NetworkSpec) throws -> WhySilent {
    var session = try DebugSession(spec)
    _ = session.travel(to: .tick(Tick(1500)))
    let hash = session.stateHash
    let answer = session.why(.silence(NeuronAddress(population: 0, index: 0), from: Tick(1000), to: Tick(1500)))
    #expect(session.stateHash == hash)
    guard case .silent(let silent) = answer else { throw Missing(answer: "\(answer)") }
    return silent
  }

  private struct Missing: Error { let answer: String }

  @Test func belowTheRheobase() throws {
    let silent = try silence(Self.neuron(current: 0.1))
    let drive = try #require(silent.drive)
    #expect(abs(drive.rheobase - 0.15) < 1e-12 && abs(drive.mean - 0.1) < 1e-12)
    // v goes to −55 mV, and is nearest at the end; what is missing has to come within 50 ms.
    #expect(silent.nearest.tick == Tick(1500) && silent.lastSpike == nil && silent.refractorySteps == 0)
    let start = -65 + 10 * (1 - Elementary.exp(-100 / 20))
    let left = Elementary.exp(-50.0 / 20)
    let limit = (-50 - start * left) / (1 - left)
    let needed = (limit + 65) / 100 - 0.1
    #expect(abs(try #require(silent.neededCurrent) - needed) < 2e-6 * needed)
    #expect(silent.neededGain == nil)
    let sum = silent.nearest.shares.reduce(0) { $0 + $1.value }
    #expect(abs(sum - silent.nearest.v) < 1e-9)
  }

  @Test func withWeightsSoMuchLargerItFires() throws {
    let silent = try silence(Self.neuron(current: 0.1, arrivals: 0.05))
    let gain = try #require(silent.neededGain)
    for (factor, fires) in [(1.0, false), (gain * 0.9999, false), (gain * 1.0001, true)] {
      var session = try DebugSession(Self.neuron(current: 0.1, arrivals: 0.05 * factor))
      _ = session.travel(to: .tick(Tick(1500)))
      #expect(session.spikes(of: session.firingNeurons).isEmpty != fires, "\(factor)")
    }
    // Two of the three have arrived when v is nearest, and both have a share.
    let arrivals = silent.nearest.shares.count { if case .arrival = $0.cause { true } else { false } }
    #expect(arrivals >= 2 && silent.nearest.tick.value < 1500)
  }

  @Test func whatIsNoSilenceIsSaid() throws {
    var session = try DebugSession(Self.neuron(current: 0.2))
    _ = session.travel(to: .tick(Tick(1500)))
    let neuron = NeuronAddress(population: 0, index: 0)
    guard case .nothing(let words) = session.why(.silence(neuron, from: Tick(10), to: Tick(1500))) else {
      Issue.record("it fires")
      return
    }
    #expect(words.contains("it fired at"))
    let source = session.why(.neuron(NeuronAddress(population: 1, index: 0)))
    guard case .nothing(let reason) = source else {
      Issue.record("a source has no reasons")
      return
    }
    #expect(reason.contains("source[0] is a source"))
    guard case .nothing = session.why(.neuron(neuron, at: Tick(2000))) else {
      Issue.record("that is to come")
      return
    }
  }
}
