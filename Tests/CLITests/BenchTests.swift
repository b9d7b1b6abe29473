/// The arithmetic of the benchmarks, and that every network of the table can be built and runs.
import Basics
import Kernels
import Testing

@testable import CLI

@Suite struct BenchTests {
  @Test func quantilesLieBetweenTheValues() {
    let spread = Spread([5, 1, 2, 4, 3])
    #expect(spread.median == 3)
    #expect(abs(spread.p10 - 1.4) < 1e-12 && abs(spread.p90 - 4.6) < 1e-12)
    let one = Spread([7])
    #expect(one.median == 7 && one.p10 == 7 && one.p90 == 7)
  }

  @Test func namesAreUnique() {
    let names = (BenchNetwork.offered + BenchNetwork.offeredSizes).map(\.name)
    #expect(Set(names).count == names.count && names.contains("cuba") && names.contains("cuba-1000000"))
  }

  @Test func aNetworkRunsAndIsCounted() throws {
    let dense = try #require(BenchNetwork.offered.first { $0.name == "dense" })
    let run = BenchRun(network: dense, runs: 2, part: 0.05)
    let report = try #require(try run.execute(stop: StopSignal()))
    #expect(report.neurons == 1594 && report.synapses == 784 * 800 + 800 * 10)
    // About 0.3 a step, once the first steps have charged them.
    #expect(report.rateHertz > 50 && report.rateHertz < 500)
    #expect(report.simulatedMilliseconds == 5 && report.runs == 2)
    #expect(report.synapticEvents > 0 && report.nanosecondsPerEvent != nil)
    // Every synapse has a weight of its own in single precision, and a target.
    #expect(report.bytesPerSynapse >= 6)
    #expect(try BenchReport.json([report]).contains("ns_per_neuron_update"))
    #expect(report.line.hasPrefix("dense ") && report.speedup == nil)
  }

  @Test func severalThreadsAreComparedWithOne() throws {
    let dense = try #require(BenchNetwork.offered.first { $0.name == "dense" })
    let run = BenchRun(network: dense, threads: 2, runs: 3, part: 0.02)
    let report = try #require(try run.execute(stop: StopSignal()))
    #expect(try #require(report.speedup).median > 0)
    #expect(try BenchReport.json([report]).contains("\"speedup\""))
  }
}
