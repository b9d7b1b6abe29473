/// Rates, intervals and spreads of a snapshot, against the same counted from a plain simulation.
import Analysis
import Basics
import Debugger
import NetworkModel
import Simulation
import Testing

struct StatisticsTests {
  private func snapshot(_ ticks: Int, _ change: (inout ObservationRequest) -> Void) throws -> Snapshot {
    var request = ObservationRequest(neuron: NeuronAddress(population: 0, index: 5), window: Milliseconds(40))
    change(&request)
    var session = try DebugSession(Networks.active())
    _ = session.apply(.observe(request))
    _ = session.apply(.runTo(Tick(ticks)))
    _ = session.advance(atMost: ticks)
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    return snapshot
  }

  @Test(arguments: [1, 7, 40, 400, 4000])
  func ratesAddUpToTheSpikesOfTheWindow(_ columns: Int) throws {
    let snapshot = try snapshot(800) { $0.rates = .init(columns: columns) }
    let curves = try #require(snapshot.rateCurves)
    #expect(curves.columns == min(columns, 400))
    var plain = try Simulation(Networks.active())
    var counts = [0, 0, 0]
    for step in 0..<800 {
      plain.step()
      // Columns stand still: the window ends with the last whole one, here with the last step.
      if step >= 400 { for spike in plain.lastSpikes { counts[spike < 80 ? 0 : spike < 90 ? 1 : 2] += 1 } }
    }
    for (population, size) in [80, 10, 20].enumerated() where 400 % curves.columns == 0 {
      let mean = curves.rates[population * curves.columns..<(population + 1) * curves.columns].reduce(0, +)
      let expected = Double(counts[population]) / 0.04 / Double(size)
      #expect(abs(Double(mean) / Double(curves.columns) - expected) < 1e-3 * max(1, expected))
    }
  }

  @Test func beforeTheBeginningThereIsNoRate() throws {
    let curves = try #require(try snapshot(100) { $0.rates = .init(columns: 40) }.rateCurves)
    #expect(curves.rates[0..<30].allSatisfy(\.isNaN) && !curves.rates[30..<40].contains(where: \.isNaN))
  }

  @Test func intervalsAreThoseOfThePopulation() throws {
    let snapshot = try snapshot(900) { $0.intervals = .init(population: 1, bins: 10) }
    let statistics = try #require(snapshot.intervals?.statistics)
    var plain = try Simulation(Networks.active())
    var trains = Array(repeating: [Int](), count: 10)
    for step in 0..<900 {
      plain.step()
      for spike in plain.lastSpikes where step >= 500 && (80..<90).contains(spike) {
        trains[Int(spike) - 80].append(step)
      }
    }
    let intervals = trains.flatMap { train in zip(train, train.dropFirst()).map { Double($1 - $0) * 0.1 } }
    #expect(statistics.spikes == trains.reduce(0) { $0 + $1.count })
    #expect(statistics.intervals.total == intervals.count)
    #expect(abs(statistics.intervals.mean - intervals.reduce(0, +) / Double(intervals.count)) < 1e-9)
  }

  @Test func aSpreadCountsEveryNeuron() throws {
    let spread = try #require(
      try snapshot(300) { $0.spread = .init(population: 0, name: "v", bins: 12) }.spread)
    var plain = try Simulation(Networks.active())
    for _ in 0..<300 { plain.step() }
    let values = (0..<80).map { plain.state(population: 0, variable: 0, index: $0) }
    #expect(spread.histogram == Histogram(values, bins: 12))
    let parameter = try #require(
      try snapshot(1) { $0.spread = .init(population: 0, name: "tau_m", bins: 3) }.spread)
    #expect(parameter.histogram.counts == [0, 80, 0] && parameter.histogram.mean == 20)
  }

  @Test func whatIsNotThereIsNotShown() throws {
    let snapshot = try snapshot(5) {
      $0.intervals = .init(population: 3, bins: 10)
      $0.spread = .init(population: 0, name: "nothing", bins: 10)
    }
    #expect(snapshot.intervals == nil && snapshot.spread == nil && snapshot.rateCurves == nil)
  }

  @Test func anOutlineTellsWeightsAndDelays() throws {
    let projection = try #require(try DebugSession(Networks.active()).summary.projections.last)
    #expect(abs(try #require(projection.weights).lowerBound - 0.05) < 1e-6)
    #expect(projection.delays == 0.5...0.5)
  }
}
