/// Triggered traces and cursors, against a search through all that a plain simulation did.
import Basics
import Debugger
import Simulation
import Testing

struct SweepTests {
  private static let ticks = [40, 300, 555, 900, 1400]
  private static let neuron = NeuronAddress(population: 0, index: 5)

  /// v after each step, and whether the neuron spiked in it.
  private static func record(_ steps: Int) throws -> [(v: Float, spiked: Bool)] {
    var plain = try Simulation(Networks.active())
    return (0..<steps).map { _ in
      plain.step()
      return (Float(plain.state(population: 0, variable: 0, index: 5)), plain.lastSpikes.contains(5))
    }
  }

  private func traces(
    _ trigger: ObservationRequest.Trigger?, window: Double, cursors: [Double] = [], at ticks: [Int]
  ) throws -> [TraceSnapshot] {
    var request = ObservationRequest(neuron: Self.neuron, window: Milliseconds(window))
    request.trace = .init(variable: "v", columns: 40, trigger: trigger, cursors: cursors.map { Milliseconds($0) })
    var session = try DebugSession(Networks.active())
    _ = session.apply(.observe(request))
    var snapshot = Snapshot()
    return try ticks.map { tick in
      _ = session.apply(.runTo(Tick(tick)))
      _ = session.advance(atMost: tick)
      session.snapshot(into: &snapshot)
      return try #require(snapshot.trace)
    }
  }

  /// The last step that passed the level and that was followed by four fifths of the window.
  private func trigger(
    _ record: [(v: Float, spiked: Bool)], _ trigger: ObservationRequest.Trigger, tick: Int, steps: Int
  ) -> Int? {
    let last = tick - (steps - steps / 5)
    return (0..<max(0, last)).last { step in
      guard let level = trigger.level.map({ Float($0) }) else { return record[step].spiked }
      guard step > 0 else { return false }
      // A spike goes up to infinity and back to where the step ends.
      let way = [record[step - 1].v] + (record[step].spiked ? [.infinity] : []) + [record[step].v]
      let pairs = zip(way, way.dropFirst())
      let rises = pairs.contains { $0 < level && $1 >= level }
      let falls = pairs.contains { $0 >= level && $1 < level }
      return trigger.edge == .rising ? rises : trigger.edge == .falling ? falls : rises || falls
    }
  }

  @Test(arguments: [nil, -55.0, -52.5, -20] as [Double?], [10.0, 30])
  func theNewestWholeSweepIsShown(_ level: Double?, _ window: Double) throws {
    try expectTheNewestSweep(.init(level: level, isAutomatic: false), window)
  }

  @Test(arguments: ObservationRequest.Trigger.Edge.allCases, [-58.0, -55, -52.5, -20])
  func aLevelIsPassedInTheDirectionThatWasAskedFor(
    _ edge: ObservationRequest.Trigger.Edge, _ level: Double
  ) throws { try expectTheNewestSweep(.init(level: level, edge: edge, isAutomatic: false), 10) }

  private func expectTheNewestSweep(_ wanted: ObservationRequest.Trigger, _ window: Double) throws {
    let record = try Self.record(1400)
    let steps = Int((window / 0.1).rounded())
    var triggered = 0
    for (tick, trace) in zip(
      Self.ticks, try traces(wanted, window: window, at: Self.ticks))
    {
      guard let step = trigger(record, wanted, tick: tick, steps: steps) else {
        #expect(trace.sweep == .waiting && trace.minima.allSatisfy { $0.isNaN }, "tick \(tick)")
        continue
      }
      triggered += 1
      guard case .triggered(let time) = trace.sweep else {
        Issue.record("tick \(tick): \(trace.sweep)")
        continue
      }
      #expect(abs(time.value - Double(step + 1) * 0.1) < 1e-9, "tick \(tick)")
      #expect(abs(trace.end.value - (Double(step + 1 - steps / 5 + steps) * 0.1)) < 1e-9)
      // The whole picture is there, and its values are those of its steps.
      let own = (step + 1 - steps / 5..<step + 1 - steps / 5 + steps).filter { $0 >= 0 }.map { record[$0].v }
      #expect(
        trace.minima.filter { !$0.isNaN }.min() == own.min() && trace.maxima.filter { !$0.isNaN }.max() == own.max())
    }
    #expect(triggered >= 2, "no trigger: the test says nothing")
  }

  @Test func automaticallyThePictureMovesOnWhereNothingTriggers() throws {
    // Below every value there is nothing to rise to; above every value a spike does.
    let never = try traces(.init(level: -1000, isAutomatic: true), window: 20, at: [300, 900])
    #expect(never.allSatisfy { $0.sweep == .free })
    let free = try traces(nil, window: 20, at: [300, 900])
    #expect(never == free)
    // A level that only the first steps rise to is forgotten after two windows.
    let record = try Self.record(900)
    let first = try #require((1..<900).first { record[$0].spiked })
    let spiking = try traces(.init(level: nil, isAutomatic: true), window: 0.5, at: [first + 5, first + 15])
    #expect(spiking[0].sweep == .triggered(at: Milliseconds(Double(first + 1) * 0.1)))
    #expect(spiking[1].sweep == .free)
  }

  @Test func cursorsReadTheNearestStep() throws {
    let record = try Self.record(900)
    let ages = [0.0, 3.04, 12.26, 20, 500]
    let trace = try traces(nil, window: 20, cursors: ages, at: [900])[0]
    for (age, reading) in zip(ages, trace.readings) {
      let time = ((trace.end.value - age) / 0.1).rounded() * 0.1
      #expect(abs(reading.time.value - time) < 1e-9)
      let step = Int((time / 0.1).rounded()) - 1
      if record.indices.contains(step) {
        #expect(reading.value == Double(record[step].v))
      } else {
        #expect(reading.value.isNaN)
      }
    }
    #expect(trace.readings.count == 5)
  }

  @Test func whatIsKeptOfAVariableStaysWhenAnotherIsLookedAt() throws {
    var request = ObservationRequest(neuron: Self.neuron, window: Milliseconds(20))
    request.trace = .init(variable: "v", columns: 200)
    var session = try DebugSession(Networks.active())
    _ = session.apply(.observe(request))
    _ = session.apply(.step(150))
    _ = session.advance(atMost: 150)
    request.states = .init(variables: ["isyn_exc", "nothing", "v"], columns: 200)
    _ = session.apply(.observe(request))
    _ = session.apply(.step(50))
    _ = session.advance(atMost: 50)
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    #expect(snapshot.states.map(\.variable) == ["isyn_exc", "v"])
    // 200 steps in 200 columns: v is there from the beginning, the current since it was asked for.
    #expect(snapshot.states[1].minima == snapshot.trace?.minima)
    #expect(snapshot.states[1].minima.count(where: { $0.isNaN }) == 0)
    #expect(snapshot.states[0].minima.prefix(149).allSatisfy { $0.isNaN })
    #expect(snapshot.states[0].minima.dropFirst(149).count(where: { $0.isNaN }) == 0)
  }

  @Test func anOrbitHoldsBothVariablesStepByStep() throws {
    var request = ObservationRequest(neuron: Self.neuron, window: Milliseconds(30))
    request.orbit = .init(x: "v", y: "isyn_exc", points: 1000)
    var session = try DebugSession(Networks.active())
    _ = session.apply(.observe(request))
    _ = session.apply(.step(900))
    _ = session.advance(atMost: 900)
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    let orbit = try #require(snapshot.orbit)
    let record = try Self.record(900)
    #expect(orbit.xs == record[600...].map(\.v) && orbit.spiked == record[600...].map(\.spiked))
    request.orbit?.points = 70
    _ = session.apply(.observe(request))
    session.snapshot(into: &snapshot)
    let thinned = try #require(snapshot.orbit)
    #expect(thinned.xs.count <= 72 && thinned.xs.last == orbit.xs.last)
    // No spike is lost between the places.
    #expect(thinned.spiked.count { $0 } > 0 && thinned.spiked.count { $0 } <= orbit.spiked.count { $0 })
  }
}
