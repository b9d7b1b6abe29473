/// A page of the raster, and its membranes, against a plain simulation of the same network.
import Basics
import Debugger
import NetworkModel
import Simulation
import Testing

struct RasterPageTests {
  private func request(_ raster: ObservationRequest.Raster, window: Double) -> ObservationRequest {
    var request = ObservationRequest(neuron: NeuronAddress(population: 0, index: 0), window: Milliseconds(window))
    request.raster = raster
    return request
  }

  @Test func aPageHasTheSpikesOfItsNeurons() throws {
    var session = try DebugSession(Networks.active())
    let page = ObservationRequest.Page(population: 2, first: 5, count: 8)
    _ = session.apply(.observe(request(.init(columns: 400, rows: 8, page: page), window: 40)))
    _ = session.apply(.step(400))
    _ = session.advance(atMost: 400)
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    let raster = try #require(snapshot.raster)
    #expect(raster.firstRows == [0, 0, 0, 8] && raster.neuronsPerRow == 1 && raster.firstPosition == 5)
    var plain = try Simulation(Networks.active())
    var spikes = 0
    for step in 0..<400 {
      plain.step()
      for row in 0..<8 {
        let fired = plain.lastSpikes.contains(UInt32(90 + 5 + row))
        #expect(raster.counts[row * 400 + step] == (fired ? 1 : 0))
        spikes += fired ? 1 : 0
      }
    }
    #expect(spikes > 0)
  }

  /// Columns wider than a step, of a step, and narrower.
  @Test(arguments: [10, 50, 100, 200, 250])
  func membranesAreThoseAtTheEndOfEachColumn(_ columns: Int) throws {
    let page = ObservationRequest.Page(population: 0, first: 70, count: 10)
    let raster = ObservationRequest.Raster(columns: columns, rows: 10, page: page, showsVoltage: true)
    var session = try DebugSession(Networks.active())
    _ = session.apply(.observe(request(raster, window: 10)))
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    var plain = try Simulation(Networks.active())
    // By step done: the membranes of the page.
    var past: [[Float]] = []
    for tick in 1...230 {
      plain.step()
      past.append((70..<80).map { Float(plain.state(population: 0, variable: 0, index: $0)) })
      _ = session.apply(.step(1))
      _ = session.advance(atMost: 1)
      guard tick % 23 == 0 else { continue }
      session.snapshot(into: &snapshot)
      let shown = try #require(snapshot.raster)
      let voltage = try #require(shown.voltage)
      let end = Int((shown.end.value / 10 * Double(columns)).rounded())
      for column in 0..<columns {
        let place = end - columns + column
        // The last step that begins before the column's end, and at the right edge the last one done.
        let step = min(tick - 1, ((place + 1) * 100 + columns - 1) / columns - 1)
        for row in 0..<10 {
          let found = voltage.values[row * columns + column]
          if place >= 0 {
            #expect(found == past[step][row], "tick \(tick), column \(column)")
          } else {
            #expect(found.isNaN)
          }
        }
      }
    }
  }

  @Test func whatWasNotLookedAtIsNotKnownAndAnEditWhilePausedIsShown() throws {
    let page = ObservationRequest.Page(population: 0, first: 0, count: 4)
    let raster = ObservationRequest.Raster(columns: 20, rows: 4, page: page, showsVoltage: true)
    var session = try DebugSession(Networks.active())
    _ = session.apply(.step(300))
    _ = session.advance(atMost: 300)
    _ = session.apply(.observe(request(raster, window: 20)))
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    let first = try #require(snapshot.raster?.voltage)
    #expect((0..<4).allSatisfy { row in first.values[row * 20..<row * 20 + 19].allSatisfy(\.isNaN) })
    #expect(first.ranges[0] == -65...(-50))
    _ = session.apply(.setState(Selection("exc", neuron: 2), variable: "v", -52.5))
    session.snapshot(into: &snapshot)
    #expect(snapshot.raster?.voltage?.values[2 * 20 + 19] == -52.5)
  }

  @Test func modelsWithoutThresholdSpanWhatWasSeenAndSourcesHaveNoRow() throws {
    var session = try DebugSession(Networks.classifier())
    _ = session.apply(.observe(request(.init(columns: 8, rows: 20, showsVoltage: true), window: 8)))
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    _ = session.apply(.step(8))
    _ = session.advance(atMost: 8)
    session.snapshot(into: &snapshot)
    let raster = try #require(snapshot.raster)
    #expect(raster.firstRows == [0, 4, 6, 8])
    let voltage = try #require(raster.voltage)
    let output = voltage.values[6 * 8..<8 * 8].filter { !$0.isNaN }
    #expect(output.max() == 8)
    #expect(voltage.ranges[2] == Double(output.min() ?? 1)...8)
    var active = try DebugSession(Networks.active())
    _ = active.apply(.observe(request(.init(columns: 4, rows: 100, showsVoltage: true), window: 8)))
    active.snapshot(into: &snapshot)
    #expect(snapshot.raster?.firstRows == [0, 80, 80, 100])
  }
}
