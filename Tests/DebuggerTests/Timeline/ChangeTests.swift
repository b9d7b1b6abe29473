/// The last and the next change of a weight, a variable or a parameter, against what a plain run and the edits say.
import Basics
import NetworkModel
import Simulation
import Testing

@testable import Debugger

struct ChangeTests {
  private static let steps = 1500

  /// All places that are found from the end back to the start, and what was told there.
  private func backwards(_ session: inout DebugSession, _ what: String) -> (ticks: [Int], words: [String]) {
    var (ticks, words): ([Int], [String]) = ([], [])
    while true {
      let events = session.travel(to: .change(.backwards, of: what), slice: 101)
      guard events.contains(.stopped(session.tick)) else { break }
      ticks.append(session.tick.value)
      for case .changeFound(let text) in events { words.append(text) }
    }
    return (ticks, words)
  }

  private func forwards(_ session: inout DebugSession, _ what: String, count: Int) -> [Int] {
    (0..<count).map { _ in
      _ = session.travel(to: .change(.forwards, of: what), slice: 89)
      return session.tick.value
    }
  }

  @Test func aWeightThatLearns() throws {
    let spec = Networks.learning()
    var plain = try Simulation(spec)
    var (before, expected) = (plain.synapse(of: 2, post: 7, pre: 3)?.weight, [Int]())
    for tick in 1..<Self.steps {
      plain.step()
      let now = plain.synapse(of: 2, post: 7, pre: 3)?.weight
      if now != before { expected.append(tick) }
      before = now
    }
    var session = try DebugSession(spec)
    _ = session.travel(to: .tick(Tick(Self.steps)))
    let what = "weight(noise[3] -> exc[7])"
    let (ticks, words) = backwards(&session, what)
    #expect(ticks == expected.reversed() && expected.count > 3)
    #expect(words.count == ticks.count && words.allSatisfy { $0.hasPrefix(what) && $0.hasSuffix(" ms, learned") })
    #expect(session.tick == Tick(expected[0]), "a search in vain stays where it is")
    guard case .notFound(let text)? = session.travel(to: .change(.backwards, of: what)).first else {
      Issue.record("there is nothing before the first")
      return
    }
    #expect(text == "it has not changed since the start of the run")
    _ = session.travel(to: .start)
    #expect(forwards(&session, what, count: expected.count) == expected)
  }

  /// A parameter is what commands have made of it: by name, by building the network again, and not by setting it to what
  /// it is already.
  @Test func aParameterThatIsEdited() throws {
    let spec = Networks.active()
    let other = Selection("exc", neuron: 18)
    func set(_ selection: Selection, _ value: Double) -> EngineCommand {
      .setParameter(selection, name: "tau_m", .number(value))
    }
    var rebuilt = spec
    rebuilt.populations[0].parameters["tau_m"] = .number(.constant(30))
    var session = try DebugSession(spec)
    let edits: [(Int, EngineCommand)] = [
      (200, set(Selection("exc", neuron: 17), 15)), (400, set(other, 12)), (600, set(Selection("exc", neuron: 17), 15)),
      (800, .rebuild(rebuilt, .plain)), (1000, set(Selection(all: "exc", size: 80), 25)),
    ]
    for (tick, command) in edits {
      _ = session.travel(to: .tick(Tick(tick)))
      _ = session.apply(command)
    }
    _ = session.travel(to: .tick(Tick(Self.steps)))
    let hash = session.stateHash
    let (ticks, words) = backwards(&session, "exc[17].tau_m")
    #expect(ticks == [1000, 800, 200])
    #expect(words.first == "exc[17].tau_m 30 → 25 ms at 100 ms, edited")
    #expect(words.last == "exc[17].tau_m 20 → 15 ms at 20 ms, edited")
    _ = session.travel(to: .start)
    #expect(forwards(&session, "exc[17].tau_m", count: 3) == [200, 800, 1000])
    guard case .notFound? = session.travel(to: .change(.forwards, of: "exc[17].tau_m")).first else {
      Issue.record("nobody changes it any more")
      return
    }
    #expect(session.tick == Tick(1000))
    _ = session.travel(to: .end)
    #expect(session.stateHash == hash)
    let never = session.travel(to: .change(.backwards, of: "inh[3].v_thresh"))
    #expect(never.contains(.notFound("it has not changed since the start of the run")))
    #expect(session.stateHash == hash)
  }

  /// Where nothing learns, only an edit can be it, and the steps in between are not run again.
  @Test func aWeightThatOnlyAnEditCanChange() throws {
    let spec = Networks.active()
    let plain = try Simulation(spec)
    let pre = try #require((0..<80).first { plain.synapse(of: 0, post: 4, pre: $0) != nil })
    var stronger = spec
    stronger.projections[0].weight = .constant(0.04)
    var session = try DebugSession(spec)
    _ = session.travel(to: .tick(Tick(700)))
    _ = session.apply(.rebuild(stronger, .plain))
    _ = session.travel(to: .tick(Tick(Self.steps)))
    let (ticks, words) = backwards(&session, "weight(exc[\(pre)] -> inh[4])")
    #expect(ticks == [700] && words == ["weight(exc[\(pre)] -> inh[4]) 0.02 → 0.04 nA at 70 ms, edited"])
  }

  @Test func aVariableAndAChoice() throws {
    var session = try DebugSession(Networks.active())
    _ = session.travel(to: .tick(Tick(300)))
    _ = session.apply(.setParameter(Selection("exc", neuron: 3), name: "reset", .choice("soft")))
    _ = session.travel(to: .tick(Tick(400)))
    let (ticks, words) = backwards(&session, "exc[3].reset")
    #expect(ticks == [300] && words == ["exc[3].reset hard → soft at 30 ms, edited"])
    _ = session.travel(to: .tick(Tick(400)))
    _ = session.travel(to: .change(.backwards, of: "noise[0].rate"))
    #expect(session.tick == Tick(400))
  }

  @Test(arguments: ["exc[17].tau", "weight(exc[0] -> noise[0])", "exc[17]", "", "exc[1].v > 3 mV or exc[2].v"])
  func whatCannotChange(_ text: String) throws {
    var session = try DebugSession(Networks.active())
    _ = session.travel(to: .tick(Tick(50)))
    let events = session.travel(to: .change(.backwards, of: text))
    let isRefused = events.contains {
      switch $0 {
      case .badCondition, .refused: true
      default: false
      }
    }
    #expect(isRefused && session.tick == Tick(50), "\(text): \(events)")
  }
}
