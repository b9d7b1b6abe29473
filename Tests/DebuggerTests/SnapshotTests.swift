/// What a snapshot shows, against the same counted by hand from a plain simulation.
import Basics
import Debugger
import NetworkModel
import Simulation
import Testing

struct SnapshotTests {
  /// All that a plain simulation did.
  private struct Record {
    /// By step.
    var spikes: [[UInt32]] = []
    /// v of exc[5] after each step.
    var v: [Double] = []
  }

  private func record(_ steps: Int) throws -> Record {
    var plain = try Simulation(Networks.active())
    var record = Record()
    for _ in 0..<steps {
      plain.step()
      record.spikes.append(plain.lastSpikes)
      record.v.append(plain.state(population: 0, variable: 0, index: 5))
    }
    return record
  }

  private func observed(_ request: ObservationRequest, at ticks: [Int]) throws -> [Snapshot] {
    var session = try DebugSession(Networks.active())
    _ = session.apply(.observe(request))
    var snapshot = Snapshot()
    return ticks.map { tick in
      _ = session.apply(.runTo(Tick(tick)))
      _ = session.advance(atMost: tick)
      session.snapshot(into: &snapshot)
      return snapshot
    }
  }

  /// The column of a step, by search instead of division: the last whose left edge is not after the step's beginning.
  private func column(_ step: Int, _ steps: Int, _ columns: Int) -> Int {
    var column = 0
    while (column + 1) * steps <= step * columns { column += 1 }
    return column
  }

  @Test func aTraceThatWasKeptIsThatOfWhoWasFollowed() throws {
    var request = ObservationRequest(neuron: NeuronAddress(population: 0, index: 5), window: Milliseconds(20))
    request.trace = .init(variable: "v", columns: 40)
    let followed = try #require(try observed(request, at: [400])[0].trace)
    var session = DebugSession(watching: try Simulation(Networks.active()))
    session.keep(NeuronAddress(population: 2, index: 1), variables: ["v"])
    session.keep(NeuronAddress(population: 0, index: 5), variables: ["v"])
    for _ in 0..<400 { session.step() }
    var snapshot = Snapshot()
    _ = session.apply(.observe(request))
    session.snapshot(into: &snapshot)
    #expect(snapshot.trace == followed)
    #expect(followed.minima.allSatisfy { !$0.isNaN })
  }

  @Test func aSimulationTakenOverLaterHasItsSpikesAtTheirTimes() throws {
    var request = ObservationRequest(neuron: NeuronAddress(population: 0, index: 0), window: Milliseconds(10))
    request.raster = .init(columns: 100, rows: 110)
    let whole = try #require(try observed(request, at: [1300])[0].raster)
    var simulation = try Simulation(Networks.active())
    for _ in 0..<1200 { simulation.step() }
    var session = DebugSession(watching: simulation)
    _ = session.apply(.observe(request))
    for _ in 0..<100 { session.step() }
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    #expect(snapshot.raster == whole)
    #expect(whole.counts.contains { $0 > 0 })
  }

  @Test(arguments: [(20.0, 60, 30), (20, 200, 30), (3, 47, 110), (1, 33, 4), (500, 120, 3), (7.7, 400, 2), (0.1, 1, 1)])
  func rasterIsThatOfANaiveCount(_ window: Double, _ columns: Int, _ rows: Int) throws {
    var request = ObservationRequest(neuron: NeuronAddress(population: 0, index: 0), window: Milliseconds(window))
    request.raster = .init(columns: columns, rows: rows)
    let ticks = [1, 2, 37, 38, 150, 555, 900]
    let record = try record(900)
    let steps = Int((window / 0.1).rounded())
    for (tick, snapshot) in zip(ticks, try observed(request, at: ticks)) {
      let raster = try #require(snapshot.raster)
      let last = Int((raster.end.value / 0.1 * Double(columns) / Double(steps)).rounded()) - 1
      var counts = Array(repeating: UInt16(0), count: columns * rows)
      for step in 0..<tick {
        let place = column(step, steps, columns) - (last - columns + 1)
        for spike in record.spikes[step] where place >= 0 {
          let population = spike < 80 ? 0 : spike < 90 ? 1 : 2
          let row = raster.firstRows[population] + (Int(spike) - [0, 80, 90][population]) / raster.neuronsPerRow
          if row < raster.firstRows[population + 1] { counts[row * columns + place] += 1 }
        }
      }
      #expect(raster.counts == counts, "tick \(tick)")
      #expect(raster.end.value > Double(tick - 1) * 0.1 - 1e-9)
      #expect(raster.end.value <= Double(tick) * 0.1 + window / Double(columns) + 1e-9)
      #expect(raster.window.value == Double(steps) * 0.1)
    }
  }

  @Test(arguments: [(20.0, 50), (20, 300), (500, 40), (1.3, 7), (0.1, 3)])
  func traceIsThatOfANaiveSearch(_ window: Double, _ columns: Int) throws {
    var request = ObservationRequest(neuron: NeuronAddress(population: 0, index: 5), window: Milliseconds(window))
    request.trace = .init(variable: "v", columns: columns)
    let ticks = [1, 3, 64, 400, 850]
    let record = try record(850)
    let steps = Int((window / 0.1).rounded())
    var spikesSeen = 0
    for (tick, snapshot) in zip(ticks, try observed(request, at: ticks)) {
      let trace = try #require(snapshot.trace)
      let last = Int((trace.end.value / 0.1 * Double(columns) / Double(steps)).rounded()) - 1
      #expect(trace.minima.count == columns && trace.maxima.count == columns && trace.spiked.count == columns)
      for place in 0..<columns {
        let wanted = last - columns + 1 + place
        var own = (0..<tick).filter { column($0, steps, columns) == wanted }
        let spiked = own.contains { record.spikes[$0].contains(5) }
        // A column in which no step begins shows the step that it lies in.
        if own.isEmpty, wanted >= 0, let covering = (0..<tick).last(where: { column($0, steps, columns) < wanted }) {
          if column(covering + 1, steps, columns) > wanted { own = [covering] }
        }
        let values = own.map { Float(record.v[$0]) }
        #expect(same(trace.minima[place], values.min()), "tick \(tick), column \(place)")
        #expect(same(trace.maxima[place], values.max()), "tick \(tick), column \(place)")
        #expect(trace.spiked[place] == spiked, "tick \(tick), column \(place)")
        spikesSeen += spiked ? 1 : 0
      }
    }
    if window > 10 { #expect(spikesSeen > 0, "no spike: the test says nothing") }
  }

  private func same(_ value: Float, _ expected: Float?) -> Bool {
    if let expected { value == expected } else { value.isNaN }
  }

  @Test func ratesAreSpikesOverTheWindow() throws {
    let record = try record(900)
    let request = ObservationRequest(neuron: NeuronAddress(population: 0, index: 5), window: Milliseconds(20))
    let ticks = [50, 150, 600, 900]
    for (tick, snapshot) in zip(ticks, try observed(request, at: ticks)) {
      let steps = max(0, tick - 200)..<tick
      let spikes = steps.flatMap { record.spikes[$0] }
      let seconds = Double(steps.count) * 0.1 / 1000
      let expected = [
        Double(spikes.filter { $0 < 80 }.count) / 80, Double(spikes.filter { (80..<90).contains($0) }.count) / 10,
        Double(spikes.filter { $0 >= 90 }.count) / 20,
      ].map { $0 / seconds }
      #expect(zip(snapshot.rates, expected).allSatisfy { abs($0 - $1) < 1e-9 })
      let neuron = try #require(snapshot.neuron)
      #expect(abs(neuron.rate - Double(spikes.filter { $0 == 5 }.count) / seconds) < 1e-9)
      let last = (0..<tick).last { record.spikes[$0].contains(5) }
      #expect(neuron.lastSpike == last.map { Tick($0 + 1).time(dt: Milliseconds(0.1)) })
    }
  }

  @Test func aNeuronSelectedLateHasItsPast() throws {
    let record = try record(600)
    var session = try DebugSession(Networks.active())
    _ = session.apply(.step(600))
    _ = session.advance(atMost: 600)
    var request = Requests.everything(window: 60)
    request.neuron.index = 17
    _ = session.apply(.observe(request))
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    let neuron = try #require(snapshot.neuron)
    let fired = (0..<600).filter { record.spikes[$0].contains(17) }
    #expect(!fired.isEmpty)
    #expect(neuron.lastSpike == fired.last.map { Tick($0 + 1).time(dt: Milliseconds(0.1)) })
    #expect(abs(neuron.rate - Double(fired.count) / 0.06) < 1e-9)
    let trace = try #require(snapshot.trace)
    #expect(trace.spiked.contains(true))
    // Its membrane was not watched before, so only the present is known.
    #expect(trace.minima.filter { !$0.isNaN }.count == 1)
  }

  @Test func barsAndNeuronAreTheSimulationsOwn() throws {
    var plain = try Simulation(Networks.active())
    var session = try DebugSession(Networks.active())
    _ = session.apply(.observe(Requests.everything()))
    var snapshot = Snapshot()
    var fired = 0
    for tick in 1...300 {
      plain.step()
      _ = session.apply(.step(1))
      _ = session.advance(atMost: 1)
      session.snapshot(into: &snapshot)
      let bars = try #require(snapshot.bars)
      #expect(bars.bars.count == 12 && bars.first == 2)
      for (position, bar) in bars.bars.enumerated() {
        let index = position + 2
        #expect(bar.v == plain.state(population: 0, variable: 0, index: index))
        #expect(bar.refractory == plain.state(population: 0, variable: 3, index: index))
        #expect(bar.threshold == -50 && bar.reset == -60)
        #expect(bar.fired == plain.lastSpikes.contains(UInt32(index)), "tick \(tick)")
        fired += bar.fired ? 1 : 0
      }
      let neuron = try #require(snapshot.neuron)
      #expect(neuron.state == (0..<5).map { plain.state(population: 0, variable: $0, index: 5) })
      #expect(neuron.synapsesIn == plain.synapseCounts(population: 0, index: 5).incoming)
    }
    #expect(fired > 0)
  }

  @Test func onlyWhatWasAskedForIsShown() throws {
    let bare = ObservationRequest(neuron: NeuronAddress(population: 0, index: 0), window: Milliseconds(20))
    var session = try DebugSession(Networks.active())
    var snapshot = Snapshot()
    _ = session.apply(.observe(Requests.everything()))
    session.snapshot(into: &snapshot)
    #expect(snapshot.raster != nil && snapshot.trace != nil && snapshot.bars != nil && snapshot.weights != nil)
    #expect(snapshot.classifier == nil)
    _ = session.apply(.observe(bare))
    session.snapshot(into: &snapshot)
    #expect(snapshot.raster == nil && snapshot.trace == nil && snapshot.bars == nil && snapshot.weights == nil)
  }

  @Test func anEditWhilePausedIsShown() throws {
    var session = try DebugSession(Networks.active())
    _ = session.apply(.observe(Requests.everything()))
    _ = session.apply(.step(100))
    _ = session.advance(atMost: 100)
    let events = session.apply(.setState(Selection("exc", neuron: 5), variable: "v", -57.5))
    #expect(events.count == 1)
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    #expect(snapshot.neuron?.state[0] == -57.5)
    // The column holds the samples before it, too; the neuron was below.
    #expect(snapshot.trace?.maxima.last == -57.5)
  }
}
