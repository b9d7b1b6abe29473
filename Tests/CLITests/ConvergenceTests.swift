/// What is said of two runs that differ in dt.
import Basics
import Foundation
import Simulation
import Testing

@testable import CLI

@Suite struct ConvergenceTests {
  private func report(_ trains: [[Double]], _ others: [[Double]]) -> ConvergenceReport {
    let run = RunReport(
      document: "net", seed: 1, threads: 1, precision: "double", dtMilliseconds: 0.1, steps: 1000,
      simulatedMilliseconds: 100, buildSeconds: 0, wallSeconds: 0, realtimeFactor: 0, neurons: trains.count,
      synapses: 0,
      spikes: ["n": 0], rates: ["n": 0], cvs: ["n": nil], synapticEvents: 0, stateHash: "", peakMemory: 0)
    var report = ConvergenceReport(coarse: run, fine: run)
    report.compare(trains, others, dt: 0.1, end: 100) { "n[\($0)]" }
    return report
  }

  @Test func spikesThatMoveByLessThanAStepAgree() {
    let report = report([[10.0, 20], [15]], [[9.95, 20.05], [14.9]])
    #expect(report.divergence == nil)
    #expect(abs(report.largestShift - 0.1) < 1e-9)
    #expect(report.firstSpikes.map(\.neuron) == ["n[0]", "n[1]", "n[0]"])
    #expect(report.text(populations: ["n"]).contains("none comes or goes"))
  }

  /// The first in time counts, not the first in the order of neurons; what comes after it no longer does.
  @Test func theFirstDivergenceIsTheEarliest() {
    let moved = report([[10.0, 50], [30]], [[10, 70], [30.3]])
    #expect(moved.divergence == .init(neuron: "n[1]", spike: 0, coarse: 30, fine: 30.3))
    #expect(moved.largestShift == 0)
    let missing = report([[10.0], [30, 40]], [[10], [30]])
    #expect(missing.divergence == .init(neuron: "n[1]", spike: 1, coarse: 40, fine: nil))
    #expect(missing.text(populations: []).contains("spike 2 of n[1] is missing at dt/2"))
  }

  /// Every interval of a regular neuron is rounded to the grid, each time in the same direction.
  @Test func whatRoundingAddsUpToIsNoDivergence() {
    let steady = report([[10, 20, 30, 40]], [[9.95, 19.9, 29.85, 39.8]])
    #expect(steady.divergence == nil)
    #expect(abs(steady.largestShift - 0.2) < 1e-9)
    #expect(report([[10, 20, 30]], [[9.95, 19.9, 29.7]]).divergence?.spike == 2)
  }

  /// Its partner may lie just behind the end.
  @Test func aSpikeAtTheVeryEndIsNoDivergence() {
    #expect(report([[99.95]], [[]]).divergence == nil)
    #expect(report([[99.8]], [[]]).divergence != nil)
  }

  @Test func aSpikeThatDidNotComeIsNull() throws {
    let object = try JSONSerialization.jsonObject(with: Data(report([[30]], [[]]).json.utf8)) as? [String: Any]
    let divergence = try #require(object?["divergence"] as? [String: Any])
    #expect(divergence["time_at_half_ms"] is NSNull && divergence["time_ms"] as? Double == 30)
  }

  @Test func aNetworkInStepsHasNoOtherStep() throws {
    let plan = HeadlessRun(document: "digits", spec: try Example.classifier(), options: .init(), steps: 10)
    #expect(failure(of: { _ = try Convergence(plan) })?.status == .usage)
  }
}
