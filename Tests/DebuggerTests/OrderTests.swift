/// Sorting and filtering against values read one by one, and every picture in the one order.
import Analysis
import Basics
import Debugger
import NetworkModel
import Simulation
import Testing

struct OrderTests {
  private func session(_ ticks: Int, window: Double = 40) throws -> DebugSession {
    var session = try DebugSession(Networks.active())
    _ = session.apply(.observe(Requests.everything(window: window)))
    _ = session.apply(.runTo(Tick(ticks)))
    _ = session.advance(atMost: ticks)
    return session
  }

  private func order(_ request: OrderRequest, _ session: inout DebugSession) throws -> NeuronOrder {
    guard case .arranged(let answered, let order)? = session.apply(.arrange(request)).first else { throw Refused() }
    #expect(answered == request)
    return order
  }

  private struct Refused: Error {}

  private func indices(_ order: NeuronOrder, _ population: Int) -> [Int] {
    (0..<order.count(of: population)).map { order.index(at: $0, of: population) }
  }

  @Test func neuronsStandByTheirVariable() throws {
    var session = try session(300)
    var plain = try Simulation(Networks.active())
    for _ in 0..<300 { plain.step() }
    for isDescending in [true, false] {
      let order = try order(OrderRequest(key: .field("v"), isDescending: isDescending), &session)
      for (population, size) in [(0, 80), (2, 20)] {
        let values = (0..<size).map { plain.state(population: population, variable: 0, index: $0) }
        let expected = (0..<size).sorted { a, b in
          values[a] == values[b] ? a < b : (values[a] > values[b]) == isDescending
        }
        #expect(indices(order, population) == expected)
      }
      // Sources have no membrane: they stand by index.
      #expect(indices(order, 1) == Array(0..<10))
    }
  }

  @Test func rateCurvesAreTheMeansOfThoseThatAreShown() throws {
    var session = try session(800)
    var wanted = Requests.everything(window: 40)
    wanted.rates = .init(columns: 40)
    _ = session.apply(.observe(wanted))
    var plain = try Simulation(Networks.active())
    var counts = Array(repeating: 0, count: 110)
    for step in 0..<800 {
      plain.step()
      if step >= 400 { for spike in plain.lastSpikes { counts[Int(spike)] += 1 } }
    }
    // Of inh, 20 neurons with a state, some are left, and of the sources, which have none, nobody is.
    let request = OrderRequest(
      key: .index, isDescending: false, conditions: [.init(key: .field("v"), comparison: .greater, value: .number(-55))]
    )
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    let before = try #require(snapshot.rateCurves)
    let order = try order(request, &session)
    session.snapshot(into: &snapshot)
    let curves = try #require(snapshot.rateCurves)
    #expect(before != curves)
    for (population, first) in [(0, 0), (1, 80), (2, 90)] {
      let rates = curves.rates[population * curves.columns..<(population + 1) * curves.columns].map(Double.init)
      let shown = indices(order, population)
      guard !shown.isEmpty else {
        #expect(!rates.contains { !$0.isNaN })
        continue
      }
      let spikes = shown.reduce(0) { $0 + counts[first + $1] }
      let sum = rates.reduce(0, +) * Double(400 / curves.columns) * 1e-4 * Double(shown.count)
      #expect(abs(sum - Double(spikes)) < 1e-3 * max(1, Double(spikes)), "\(population)")
    }
    #expect(indices(order, 1).isEmpty && !indices(order, 0).isEmpty && indices(order, 0).count < 80)
  }

  @Test func ratesAreThoseOfTheWindow() throws {
    var session = try session(900)
    var plain = try Simulation(Networks.active())
    var counts = Array(repeating: 0, count: 110)
    for step in 0..<900 {
      plain.step()
      if step >= 500 { for spike in plain.lastSpikes { counts[Int(spike)] += 1 } }
    }
    let order = try order(OrderRequest(key: .rate, isDescending: true), &session)
    for (population, first, size) in [(0, 0, 80), (1, 80, 10), (2, 90, 20)] {
      let expected = (0..<size).sorted { a, b in
        counts[first + a] == counts[first + b] ? a < b : counts[first + a] > counts[first + b]
      }
      #expect(indices(order, population) == expected)
    }
    let busy = OrderRequest(conditions: [.init(key: .rate, comparison: .atLeast, value: .number(50))])
    let shown = try self.order(busy, &session)
    #expect(indices(shown, 0) == (0..<80).filter { Double(counts[$0]) / 0.04 >= 50 })
  }

  @Test func allConditionsMustHold() throws {
    var session = try session(300)
    var plain = try Simulation(Networks.active())
    for _ in 0..<300 { plain.step() }
    let request = OrderRequest(conditions: [
      .init(key: .field("v"), comparison: .greater, value: .number(-55)),
      .init(key: .index, comparison: .less, value: .number(40)),
      .init(key: .population, comparison: .unequal, value: .word("inh")),
    ])
    let order = try order(request, &session)
    let expected = (0..<40).filter { plain.state(population: 0, variable: 0, index: $0) > -55 }
    #expect(indices(order, 0) == expected && !expected.isEmpty)
    #expect(order.count(of: 1) == 0 && order.count(of: 2) == 0)
    let word = OrderRequest(conditions: [.init(key: .field("reset"), comparison: .equal, value: .word("hard"))])
    #expect(try self.order(word, &session).count(of: 0) == 80)
  }

  @Test func aFilterThatLeavesNobodyIsRefusedAndChangesNothing() throws {
    var session = try session(100)
    let some = OrderRequest(conditions: [.init(key: .index, comparison: .less, value: .number(7))])
    let before = try order(some, &session)
    let none = OrderRequest(conditions: [.init(key: .field("v"), comparison: .greater, value: .number(1e6))])
    guard case .refused? = session.apply(.arrange(none)).first else { throw Refused() }
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    #expect(snapshot.bars?.bars.count == 5 && before.count(of: 0) == 7)
  }

  @Test func everyPictureIsInTheOneOrder() throws {
    var session = try session(400)
    let order = try order(OrderRequest(key: .field("v"), isDescending: true), &session)
    var request = Requests.everything(window: 40)
    request.raster = .init(columns: 4, rows: 110)
    request.weights = .init(projection: 0, rows: 20, columns: 80, cursorPost: 3, cursorPre: 4)
    _ = session.apply(.observe(request))
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    var plain = try Simulation(Networks.active())
    var counts = Array(repeating: 0, count: 110)
    for _ in 0..<400 {
      plain.step()
      for spike in plain.lastSpikes { counts[Int(spike)] += 1 }
    }
    let raster = try #require(snapshot.raster)
    for row in 0..<80 {
      let shown = raster.counts[row * 4..<(row + 1) * 4].reduce(0) { $0 + Int($1) }
      #expect(shown == counts[order.index(at: row, of: 0)])
    }
    let bars = try #require(snapshot.bars)
    #expect(bars.indices == (2..<14).map { order.index(at: $0, of: 0) })
    #expect(zip(bars.bars, bars.bars.dropFirst()).allSatisfy { $0.v >= $1.v })
    let weights = try #require(snapshot.weights)
    for (row, column) in [(0, 0), (19, 79), (7, 33)] {
      let found = weights.tiles[row * 80 + column]
      var expected: Float = .nan
      let target = order.index(at: row, of: 2)
      plain.forEachSynapse(of: 0, fromSource: order.index(at: column, of: 0)) { post, weight, _ in
        if post == target { expected = Float(weight) }
      }
      #expect(found.isNaN ? expected.isNaN : found == expected)
    }
    #expect(weights.cursorRow == order.position(of: 3, in: 2) && weights.cursorColumn == order.position(of: 4, in: 0))
  }

  @Test func statisticsAreThoseOfTheNeuronsThatAreShown() throws {
    var session = try session(400)
    let few = OrderRequest(conditions: [.init(key: .index, comparison: .less, value: .number(30))])
    _ = try order(few, &session)
    _ = session.apply(.step(300))
    _ = session.advance(atMost: 300)
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    var plain = try Simulation(Networks.active())
    var spikes = 0
    for step in 0..<700 {
      plain.step()
      if step >= 300 { spikes += plain.lastSpikes.count { $0 < 30 } }
    }
    #expect(snapshot.intervals?.statistics.neurons == 30 && snapshot.intervals?.statistics.spikes == spikes)
    let values = (0..<30).map { plain.state(population: 0, variable: 0, index: $0) }
    #expect(snapshot.spread?.histogram == Histogram(values, bins: 20))
  }

  @Test func lookingInAnotherOrderChangesNothingOfTheRun() throws {
    var session = try session(200)
    let plain = try self.session(200).stateHash
    _ = try order(OrderRequest(key: .rate), &session)
    #expect(session.stateHash == plain && session.timeline.log.isEmpty)
  }
}
