/// Searches and breakpoints stop at the steps that a plain simulation says, forwards and backwards alike.
import Basics
import NetworkModel
import Simulation
import Testing

@testable import Debugger

struct SearchTests {
  private static let steps = 1500

  /// After every step: who fired, and the membrane of exc[17].
  private struct Record {
    var spikes: [[UInt32]] = [[]]
    var v: [Double] = []

    init(_ spec: NetworkSpec, steps: Int) throws {
      var simulation = try Simulation(spec)
      v = [simulation.state(population: 0, variable: 0, index: 17)]
      for _ in 0..<steps {
        simulation.step()
        spikes.append(simulation.lastSpikes)
        v.append(simulation.state(population: 0, variable: 0, index: 17))
      }
    }

    func ticks(where isHit: (Int) -> Bool) -> [Int] { v.indices.dropFirst().filter(isHit) }
    /// Spikes of these neurons in the `window` steps up to a tick.
    func count(_ neurons: Range<UInt32>, window: Int, at tick: Int) -> Int {
      spikes[max(0, tick - window + 1)...tick].reduce(0) { $0 + $1.count { neurons.contains($0) } }
    }
    /// After every step: Golomb's χ by its definition, over the last hundred parts of the window that are over; none
    /// before there are so many.
    func synchrony(_ neurons: Range<UInt32>, window: Int) -> [Double] {
      let width = window / 100
      let counts = (0..<v.count / width).map { bin in
        neurons.map { neuron in
          Double(spikes[bin * width + 1...min(v.count - 1, (bin + 1) * width)].count { $0.contains(neuron) })
        }
      }
      func variance(_ values: [Double]) -> Double {
        let mean = values.reduce(0, +) / Double(values.count)
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
      }
      let byBin = (0...v.count / width).map { end -> Double in
        guard end >= 100 else { return .nan }
        let known = counts[end - 100..<end]
        let own = (0..<neurons.count).map { place in variance(known.map { $0[place] }) }
        return
          (variance(known.map { $0.reduce(0, +) / Double(neurons.count) }) * Double(neurons.count)
          / own.reduce(0, +)).squareRoot()
      }
      return v.indices.map { byBin[$0 / width] }
    }
    /// Where something begins to be so.
    func edges(_ isSo: (Int) -> Bool) -> [Int] { ticks { isSo($0) && !isSo($0 - 1) } }
  }

  private static func isHit(_ events: [EngineEvent]) -> Bool {
    events.contains { if case .hit = $0 { true } else { false } }
  }

  /// All stops from the beginning to the end, and all from the end to the beginning.
  private func stops(_ spec: NetworkSpec, _ conditions: [String], steps: Int) throws -> (there: [Int], back: [Int]) {
    var session = try DebugSession(spec)
    for text in conditions {
      guard case .breakpoints = session.apply(.setBreakpoint(Breakpoint(text))).first else {
        Issue.record("\(text) is refused")
        return ([], [])
      }
    }
    var (there, back): ([Int], [Int]) = ([], [])
    while true {
      _ = session.apply(.runTo(Tick(steps)))
      while session.mode != .paused, session.tick.value < steps { _ = session.advance(atMost: 97) }
      if session.tick.value == steps, session.mode != .paused { _ = session.apply(.pause) }
      there.append(session.tick.value)
      if session.tick.value >= steps { break }
    }
    while Self.isHit(session.travel(to: .breakpoint(.backwards), slice: 113)) { back.append(session.tick.value) }
    return (there, back)
  }

  @Test func everyConditionStopsWhereItHappens() throws {
    let spec = Networks.active()
    let record = try Record(spec, steps: Self.steps)
    let inh: Range<UInt32> = 90..<110
    let rates = record.v.indices.map { Double(record.count(0..<80, window: 100, at: $0)) / (80 * 0.01) }
    let chi = record.synchrony(0..<80, window: 200)
    let usual = chi.filter(\.isFinite).sorted()
    let middle = usual[usual.count / 2]
    // At which it is held while it is refractory.
    let usualV = try #require(zip(record.v, record.v.dropFirst()).first { $0 == $1 }).0
    let cases: [(String, [Int])] = [
      ("synchrony(exc, 20 ms) > \(middle)", record.edges { chi[$0] > middle }),
      (
        "synchrony(exc, 20 ms) crosses \(middle) downwards",
        record.ticks { chi[$0 - 1] > middle && chi[$0] <= middle }
      ),
      (
        "rate(exc, 10 ms) leaves 20..40 Hz",
        record.ticks { (20...40).contains(rates[$0 - 1]) && !(20...40).contains(rates[$0]) }
      ),
      (
        "exc[17].v enters -55..-53 mV",
        record.ticks { !(-55 ... -53).contains(record.v[$0 - 1]) && (-55 ... -53).contains(record.v[$0]) }
      ),
      (
        "count(inh, 2 ms) crosses 2 upwards",
        record.ticks {
          record.count(inh, window: 20, at: $0 - 1) < 2 && record.count(inh, window: 20, at: $0) >= 2
        }
      ),
      (
        "count(inh, 2 ms) changes and not count(inh, 2 ms) > 2",
        record.ticks {
          let count = record.count(inh, window: 20, at: $0)
          return count != record.count(inh, window: 20, at: $0 - 1) && count <= 2
        }
      ),
      ("spike(exc[17])", record.ticks { record.spikes[$0].contains(17) }),
      ("exc[3..5]", record.ticks { record.spikes[$0].contains { (3...5).contains($0) } }),
      ("exc[17].v > -51 mV", record.edges { record.v[$0] > -51 }),
      ("exc[17].v crosses -0.051 V", record.ticks { (record.v[$0 - 1] < -51) != (record.v[$0] < -51) }),
      ("exc[17].v crosses -51 downwards", record.ticks { record.v[$0 - 1] > -51 && record.v[$0] <= -51 }),
      ("count(inh, 1 ms) >= 2", record.edges { record.count(inh, window: 10, at: $0) >= 2 }),
      (
        "exc[17].v > -52 mV and count(inh, 2 ms) > 2",
        record.edges { record.v[$0] > -52 && record.count(inh, window: 20, at: $0) > 2 }
      ),
      (
        "not (exc[17].v < -52 mV or exc[17].v >= -51 mV) and not count(inh, 2 ms) > 2",
        record.edges { (-52 ..< -51).contains(record.v[$0]) && record.count(inh, window: 20, at: $0) <= 2 }
      ),
      (
        "synchrony(exc, 20 ms) > \(middle) and exc[17].v > -53 mV",
        record.edges { chi[$0] > middle && record.v[$0] > -53 }
      ),
      (
        "count(inh, 2 ms) crosses 2 upwards and exc[17].v < -52 mV",
        record.ticks {
          record.count(inh, window: 20, at: $0 - 1) < 2 && record.count(inh, window: 20, at: $0) >= 2
            && record.v[$0] < -52
        }
      ),
      (
        "exc[17].v > -53 mV and exc[17].v < -51 mV and count(inh, 2 ms) > 1",
        record.edges { record.v[$0] > -53 && record.v[$0] < -51 && record.count(inh, window: 20, at: $0) > 1 }
      ),
      (
        "count(inh, 2 ms) changes and exc[17].v > -53 mV and count(exc, 2 ms) > 1",
        record.ticks {
          record.count(inh, window: 20, at: $0) != record.count(inh, window: 20, at: $0 - 1) && record.v[$0] > -53
            && record.count(0..<80, window: 20, at: $0) > 1
        }
      ),
      ("exc[17].v == \(usualV) mV", record.edges { record.v[$0] == usualV }),
      (
        "exc[17].v != \(usualV) mV and exc[17].v < -50 mV",
        record.edges { record.v[$0] != usualV && record.v[$0] < -50 }
      ),
      ("rate(inh, 10 ms) > 60 Hz", record.edges { record.count(inh, window: 100, at: $0) > 12 }),
      (
        "exc[17].v > -52 mV and not (count(inh, 2ms) > 2) or spike(inh[0])",
        record.ticks {
          let isOne = record.v[$0] > -52 && record.count(inh, window: 20, at: $0) <= 2
          return record.spikes[$0].contains(90) || isOne
        }
      ),
    ]
    for (text, expected) in cases {
      let (there, back) = try stops(spec, [text], steps: Self.steps)
      #expect(there.dropLast() == expected[...], "\(text)")
      #expect(back == expected.filter { $0 < Self.steps }.reversed(), "\(text), backwards")
      #expect(expected.count > 2, "\(text) never happens: the test says nothing")
    }
    // All of them at once stop wherever one does.
    let (there, back) = try stops(spec, cases.map(\.0), steps: Self.steps)
    let expected = Set(cases.flatMap(\.1)).filter { $0 < Self.steps }.sorted()
    #expect(there.dropLast().filter { $0 < Self.steps } == expected)
    #expect(back == expected.reversed())
  }

  @Test func weightsThatChange() throws {
    let spec = Networks.learning()
    var plain = try Simulation(spec)
    func weight(_ simulation: borrowing Simulation) -> Double {
      simulation.synapse(of: 2, post: 7, pre: 3)?.weight ?? .nan
    }
    var (before, expected) = (weight(plain), [Int]())
    for tick in 1...Self.steps {
      plain.step()
      if weight(plain) != before { expected.append(tick) }
      before = weight(plain)
    }
    let (there, back) = try stops(spec, ["weight(noise[3] -> exc[7]) changes"], steps: Self.steps)
    #expect(there.dropLast() == expected[...] && back == expected.reversed() && expected.count > 3)
    var session = try DebugSession(spec)
    #expect(session.travel(to: .weightChange(.forwards, of: "noise->exc")) == [.stopped(session.tick)])
    #expect(session.tick > .zero && session.tick.value <= expected[0])
  }

  @Test func theNextAndTheLastSpike() throws {
    let record = try Record(Networks.active(), steps: Self.steps)
    let ticks = record.ticks { record.spikes[$0].contains(17) }
    var session = try DebugSession(Networks.active())
    let neuron = Selection("exc", neuron: 17)
    for tick in ticks { #expect(session.travel(to: .spike(.forwards, of: neuron)) == [.stopped(Tick(tick))]) }
    for tick in ticks.dropLast().reversed() {
      #expect(session.travel(to: .spike(.backwards, of: neuron)) == [.stopped(Tick(tick))])
    }
    let hash = session.stateHash
    guard case .notFound = session.travel(to: .spike(.backwards, of: neuron)).first else {
      Issue.record("there is nothing before the first")
      return
    }
    #expect(session.tick == Tick(ticks[0]) && session.stateHash == hash, "a search in vain changes nothing")
    let any = record.ticks { !record.spikes[$0].isEmpty }
    _ = session.travel(to: .start)
    #expect(session.travel(to: .spike(.forwards, of: nil)) == [.stopped(Tick(any[0]))])
  }

  @Test func aSearchBackwardsShowsNothingAndCanBeGivenUp() throws {
    var session = try DebugSession(Networks.active())
    _ = session.travel(to: .tick(Tick(3000)))
    let hash = session.stateHash
    _ = session.apply(.setBreakpoint(Breakpoint("exc[0].v > 1 V")))
    _ = session.apply(.go(.breakpoint(.backwards)))
    _ = session.advance(atMost: 10)
    #expect(session.mode == .scouting)
    _ = session.apply(.pause)
    #expect(session.mode == .paused && session.tick == Tick(3000) && session.stateHash == hash)
  }

  /// Who looks for something while still on the way somewhere means from there.
  @Test func aSearchOnTheWayBeginsWhereTheWayLeads() throws {
    var session = try DebugSession(Networks.active())
    _ = session.travel(to: .tick(Tick(1500)))
    _ = session.travel(to: .start)
    _ = session.apply(.go(.tick(Tick(900))))
    _ = session.advance(atMost: 5)
    #expect(session.tick == Tick(5))
    _ = session.travel(to: .change(.backwards, of: "exc[17].tau_m"))
    #expect(session.tick == Tick(900))
  }

  /// What was looked for is forgotten with it: a run that begins then is not stopped by it.
  @Test func aSearchForwardsCanBeGivenUp() throws {
    var session = try DebugSession(Networks.active())
    _ = session.travel(to: .tick(Tick(300)))
    let hash = session.stateHash
    _ = session.apply(.go(.spike(.forwards, of: Selection("exc", neuron: 17))))
    _ = session.advance(atMost: 5)
    #expect(session.isUnderWay && session.tick == Tick(305))
    _ = session.travel(to: .place(branch: 0, Tick(300)))
    #expect(session.tick == Tick(300) && session.stateHash == hash && !session.isUnderWay)
    _ = session.apply(.run)
    _ = session.advance(atMost: 2000)
    #expect(session.mode == .running && session.tick == Tick(2300))
  }

  @Test func breakpointsAreCountedPassedOverAndGoOnce() throws {
    let record = try Record(Networks.active(), steps: Self.steps)
    let ticks = record.ticks { record.spikes[$0].contains(17) }
    var session = try DebugSession(Networks.active())
    _ = session.apply(.setBreakpoint(Breakpoint("exc[17]", isOneShot: true, ignore: 2)))
    _ = session.apply(.setBreakpoint(Breakpoint("exc[17].v > -53 mV", isOn: false)))
    #expect(
      session.travel(to: .breakpoint(.forwards)) == [.hit([1], at: Tick(ticks[2])), .breakpoints(session.breakpoints)])
    #expect(session.breakpoints.map(\.number) == [2] && session.breakpoints[0].hits == 0)
    guard case .notFound? = session.travel(to: .breakpoint(.backwards)).first else {
      Issue.record("none is on")
      return
    }
    _ = session.apply(.setBreakpoint(Breakpoint("spike(exc[17])", number: 2, ignore: 1)))
    #expect(session.travel(to: .breakpoint(.backwards)).first == .stopped(Tick(ticks[0])))
    #expect(session.breakpoints[0].hits == 2)
  }

  @Test func aBreakpointOutlivesWhatItSpeaksOf() throws {
    var session = try DebugSession(Networks.active())
    _ = session.apply(.setBreakpoint(Breakpoint("exc[17]")))
    var less = Networks.active()
    less.populations[0].shape = [10]
    less.projections = []
    _ = session.apply(.rebuild(less, .plain))
    #expect(session.breakpoints[0].problem != nil)
    _ = session.apply(.run)
    _ = session.advance(atMost: 500)
    #expect(session.tick == Tick(500))
    _ = session.apply(.rebuild(Networks.active(), .plain))
    #expect(session.breakpoints[0].problem == nil)
  }
}
