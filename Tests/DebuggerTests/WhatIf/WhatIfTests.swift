/// What a branch without something does is what a network does that was without it from the start.
import Basics
import NetworkModel
import Simulation
import Testing

@testable import Debugger

struct WhatIfTests {
  /// Current-based, conductance-based, two that learn, with traces by row and by synapse, and two presets.
  private static let names = ["active", "conductances", "learning", "learning alike", "cuba", "song"]

  private static func network(_ name: String) throws -> NetworkSpec {
    switch name {
    case "active": return Networks.active()
    case "conductances": return Networks.conductances()
    case "cuba": return try PresetNetworks.cuba()
    case "song": return try PresetNetworks.song()
    default:
      var spec = Networks.learning()
      if name == "learning alike" { spec.projections[2].delay = .constant(1) }
      return spec
    }
  }

  /// Random questions, one after the other to the same session, each to a branch of its own. All over the tree the state
  /// is that of a run from the start.
  @Test(arguments: names)
  func aBranchIsARunFromTheStart(_ name: String) throws {
    let seed = UInt64(Self.names.firstIndex(of: name) ?? 0)
    var trial = try WhatIfTrial(try Self.network(name), steps: name == "song" ? 900 : 1200, seed: seed)
    for _ in 0..<(WhatIfTrial.wanted + Self.names.count - 1) / Self.names.count { try trial.ask() }
    trial.expectDifferences()
  }

  /// Questions to branches of branches: what is left out adds up.
  @Test func questionsAddUp() throws {
    var trial = try WhatIfTrial(try Self.network("learning alike"), steps: 1200, seed: 9)
    for _ in 0..<5 { try trial.ask(staysThere: true) }
    #expect(trial.without.count == 5)
  }

  /// Edits on both sides of what is left out, and another network: all of it is done in the branch.
  @Test(arguments: [true, false])
  func theRestIsDoneAgain(isForGood: Bool) throws {
    let spec = Networks.learning()
    var larger = spec
    larger.populations.append(PopulationSpec(name: "more", shape: [7], model: "IF_curr_exp"))
    let edits: [Int: [EngineCommand]] = [
      0: [.setParameter(Selection("exc", neuron: 3), name: "tau_m", .number(15))],
      300: [.poke(NeuronAddress(population: 0, index: 5)), .poke(NeuronAddress(population: 0, index: 6))],
      500: [.rebuild(larger, .plain)], 700: [.setState(Selection("exc", neuron: 8), variable: "v", -52)],
    ]
    var session = try StraightRun(spec, steps: 1000, stride: 10, edits: edits).recorded(spec)
    let whole = session.stateHash
    let left: [WithoutSpec.Part] =
      isForGood
      ? [.neuron(NeuronPlace("exc", 5))] : [.spike(NeuronPlace("exc", 5), at: Milliseconds(30.1))]
    var (without, withoutLarger) = (spec, larger)
    without.without = left.map { WithoutSpec($0) }
    withoutLarger.without = without.without
    var kept = edits
    kept[500] = [.rebuild(withoutLarger, .plain)]
    // Who never fires cannot be made to.
    if isForGood { kept[300] = [.poke(NeuronAddress(population: 0, index: 6))] }
    let straight = try StraightRun(without, steps: 1000, stride: 10, edits: kept)
    let events = session.finish(.whatIf(.without(left[0])))
    #expect(events.allSatisfy { if case .diverged = $0 { false } else { true } }, "\(events)")
    #expect(session.tick == Tick(1000) && session.stateHash == straight.hash(at: 1000) && session.stateHash != whole)
    for target in [400, 700, 490, 510, 310, 1000] {
      _ = session.travel(to: .tick(Tick(target)))
      #expect(session.stateHash == straight.hash(at: target), "at step \(target)")
    }
    _ = session.finish(.switchBranch(0))
    #expect(session.stateHash == whole && session.simulation.spec == larger)
  }

  @Test func withoutAnEditTheOthersStay() throws {
    let spec = Networks.active()
    func poke(_ index: Int) -> EngineCommand { .poke(NeuronAddress(population: 0, index: index)) }
    let edits = [
      0: [poke(1)], 200: [.remember(1), EngineCommand.setState(Selection("exc", neuron: 2), variable: "v", -55)],
    ]
    let more = [400: [poke(3)], 500: [EngineCommand.revert(1)]]
    let all = edits.merging(more) { one, _ in one }
    var session = try StraightRun(spec, steps: 600, stride: 100, edits: all).recorded(spec)
    let whole = session.stateHash
    for (number, left) in [(1, 0), (2, 200), (3, 400)] {
      var kept = all
      kept[left] = nil
      if left == 200 { kept[500] = nil }
      _ = session.finish(.whatIf(.withoutEdit(number)))
      let straight = try StraightRun(spec, steps: 600, stride: 100, edits: kept)
      #expect(session.stateHash == straight.hash(at: 600) && session.stateHash != whole, "without edit \(number)")
      _ = session.travel(to: .tick(Tick(left)))
      #expect(session.stateHash == straight.hash(at: left))
      _ = session.travel(to: .tick(Tick(600)))
      _ = session.finish(.switchBranch(0))
      #expect(session.stateHash == whole)
    }
  }

  @Test func somethingMoreInThePast() throws {
    let spec = Networks.active()
    var session = try StraightRun(spec, steps: 600, stride: 100, edits: [:]).recorded(spec)
    let command = EngineCommand.setParameter(Selection(all: "exc", size: 80), name: "tau_m", .number(15))
    _ = session.finish(.whatIf(.with(command, at: Tick(200))))
    let straight = try StraightRun(spec, steps: 600, stride: 100, edits: [200: [command]])
    #expect(session.tick == Tick(600) && session.stateHash == straight.hash(at: 600))
    let branch = session.timeline.branches[session.timeline.current]
    #expect(branch.fork == Tick(200) && branch.reason == "with exc[0..79].tau_m = 15 ms at 20 ms")
  }

  @Test func whatIsNotThereIsRefused() throws {
    var session = try DebugSession(Networks.active())
    _ = session.travel(to: .tick(Tick(500)))
    let hash = session.stateHash
    let exc = NeuronPlace("exc", 3)
    let questions: [(WhatIf, String)] = [
      (.without(.neuron(NeuronPlace("ecx", 3))), "no population ecx"),
      (.without(.neuron(NeuronPlace("exc", 80))), "0 to 79"),
      (.without(.spike(exc, at: Milliseconds(0.1))), "exc[3] does not spike at 0.1 ms"),
      (.without(.spike(exc, at: Milliseconds(70))), "has come to"),
      (.without(.synapse(from: exc, to: NeuronPlace("exc", 4))), "no projection leads from exc[3] to exc[4]"),
      (.withoutEdit(1), "nothing was changed"),
      (.with(.poke(NeuronAddress(population: 0, index: 99)), at: Tick(3)), "exc"),
      (.with(.poke(NeuronAddress(population: 0, index: 9)), at: Tick(900)), "has come to"),
    ]
    for (question, words) in questions {
      guard case .refused(let reason)? = session.apply(.whatIf(question)).first else {
        Issue.record("\(question) is not refused")
        continue
      }
      #expect(reason.contains(words), "\(reason)")
    }
    #expect(session.stateHash == hash && session.timeline.branches.count == 1 && session.mode == .paused)
  }

  /// A log that was full has forgotten the entry, but not what it left out.
  @Test func whatIsLeftOutOutlivesAFullLog() throws {
    var session = try DebugSession(Networks.active())
    session.timeline = Timeline(capacity: 8)
    session.beginTimeline()
    _ = session.travel(to: .tick(Tick(100)))
    let part = WithoutSpec.Part.neuron(NeuronPlace("exc", 2))
    _ = session.finish(.whatIf(.without(part)))
    for tick in 11...40 {
      _ = session.travel(to: .tick(Tick(tick * 10)))
      _ = session.apply(.poke(NeuronAddress(population: 0, index: tick)))
    }
    _ = session.travel(to: .start)
    #expect(session.tick > .zero && session.simulation.spec.without.map(\.part) == [part])
    // With the old entries went what the first branch could be gone back to by.
    guard case .refused? = session.finish(.switchBranch(0)).first else {
      Issue.record("the first branch is still there")
      return
    }
    #expect(session.simulation.spec.without.map(\.part) == [part])
  }
}

extension DebugSession {
  /// Gives a command and waits for the end of what it begins.
  mutating func finish(_ command: EngineCommand) -> [EngineEvent] {
    var events = apply(command)
    while mode != .paused { events += advance(atMost: 777).event.map { [$0] } ?? [] }
    return events + takeReports()
  }
}
