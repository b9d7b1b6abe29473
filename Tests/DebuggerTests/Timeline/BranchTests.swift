/// Changing the past leaves the old future where it was.
import Basics
import NetworkModel
import Simulation
import Testing

@testable import Debugger

struct BranchTests {
  private static let cooler = EngineCommand.setParameter(
    Selection(all: "exc", size: 80), name: "v_thresh", .number(-48))
  private static let warmer = EngineCommand.setParameter(
    Selection(all: "exc", size: 80), name: "v_thresh", .number(-52))

  private func session() throws -> DebugSession {
    var session = try DebugSession(Networks.active())
    _ = session.apply(
      .observe(ObservationRequest(neuron: NeuronAddress(population: 0, index: 0), window: Milliseconds(2))))
    return session
  }

  /// The state that a run from the beginning has, with these commands before the steps of these ticks.
  private func straight(_ edits: [Int: EngineCommand], to end: Int) throws -> UInt64 {
    try StraightRun(Networks.active(), steps: end, stride: 1, edits: edits.mapValues { [$0] }).hash(at: end)
  }

  @Test func aChangeInThePastBeginsABranch() throws {
    var session = try session()
    _ = session.travel(to: .tick(Tick(1500)))
    _ = session.travel(to: .tick(Tick(600)))
    _ = session.apply(Self.cooler)
    #expect(session.takeReports() == [.branched(1, "branch 1"), .logged(Self.cooler, branch: 1, at: Tick(600))])
    _ = session.travel(to: .tick(Tick(1500)))
    #expect(session.stateHash == (try straight([600: Self.cooler], to: 1500)))
    #expect(session.timeline.branches.map(\.name) == ["main", "branch 1"] && session.timeline.branches[1].parent == 0)
    // From there another one, and back to the first.
    _ = session.travel(to: .tick(Tick(1000)))
    _ = session.apply(Self.warmer)
    _ = session.travel(to: .tick(Tick(1200)))
    #expect(session.stateHash == (try straight([600: Self.cooler, 1000: Self.warmer], to: 1200)))
    #expect(session.timeline.branches[2].parent == 1 && session.timeline.branches[2].log.count == 2)
    #expect(session.apply(.switchBranch(0)).isEmpty || session.mode == .paused)
    while session.mode != .paused { _ = session.advance(atMost: 100) }
    #expect(session.tick == Tick(1200) && session.timeline.end == Tick(1500))
    #expect(session.stateHash == (try straight([:], to: 1200)))
  }

  /// Random walks over a tree that grows: every state is that of a straight run with the branch's own log.
  @Test(arguments: UInt64(1)...2)
  func walksOverTheTree(_ seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    var session = try session()
    _ = session.travel(to: .tick(Tick(800)))
    for round in 0..<32 {
      switch Int.random(in: 0..<4, using: &numbers) {
      case 0: _ = session.apply(round % 2 == 0 ? Self.cooler : Self.warmer)
      case 1:
        let branch = Int.random(in: 0..<session.timeline.branches.count, using: &numbers)
        _ = session.apply(.switchBranch(session.timeline.branches[branch].number))
        while session.mode != .paused { _ = session.advance(atMost: 100) }
      default: _ = session.travel(to: .tick(Tick(Int.random(in: 0...900, using: &numbers))))
      }
      #expect(session.takeReports().allSatisfy { if case .diverged = $0 { false } else { true } })
    }
    #expect(session.timeline.branches.count > 2)
    for branch in session.timeline.branches {
      _ = session.apply(.switchBranch(branch.number))
      while session.mode != .paused { _ = session.advance(atMost: 100) }
      var plain = DebugSession(watching: try Simulation(Networks.active()))
      for tick in 0...session.tick.value {
        for entry in branch.log where entry.tick.value == tick { _ = plain.apply(entry.command) }
        if tick < session.tick.value { plain.step() }
      }
      #expect(session.stateHash == plain.stateHash, "\(branch.name)")
    }
  }

  @Test func branchesAreBoundedAndHaveNames() throws {
    var session = try session()
    _ = session.travel(to: .tick(Tick(200)))
    for tick in 0..<80 {
      _ = session.apply(.switchBranch(0))
      while session.mode != .paused { _ = session.advance(atMost: 100) }
      _ = session.travel(to: .tick(Tick(tick)))
      _ = session.apply(.poke(NeuronAddress(population: 0, index: tick % 80)))
    }
    #expect(session.timeline.branches.count == Timeline.mostBranches && session.timeline.branches[0].name == "main")
    let memory = session.timeline.branches.flatMap(\.keyframes).reduce(0) { $0 + $1.memory }
    #expect(session.timeline.memory == memory)
    _ = session.apply(.nameBranch(0, "trunk"))
    #expect(session.timeline.branches[0].name == "trunk")
    guard case .refused = session.apply(.nameBranch(session.timeline.branches[1].number, "trunk")).first else {
      Issue.record("two branches of one name")
      return
    }
  }

  @Test func aRefusedChangeInThePastIsNoBranch() throws {
    var session = try session()
    _ = session.travel(to: .tick(Tick(300)))
    _ = session.travel(to: .tick(Tick(100)))
    _ = session.apply(.remember(1))
    _ = session.apply(.setParameter(Selection(all: "exc", size: 80), name: "tau_m", .number(-1)))
    _ = session.apply(.poke(NeuronAddress(population: 9, index: 0)))
    #expect(session.timeline.branches.count == 1 && session.timeline.end == Tick(300))
  }

  @Test func bookmarksKnowTheirBranch() throws {
    var session = try session()
    _ = session.travel(to: .tick(Tick(500)))
    _ = session.apply(.bookmark(Bookmark(name: "end", note: "of the first", tick: session.tick)))
    _ = session.travel(to: .tick(Tick(100)))
    _ = session.apply(Self.cooler)
    _ = session.travel(to: .tick(Tick(700)))
    #expect(session.travel(to: .bookmark("end")).contains(.stopped(Tick(500))))
    #expect(session.timeline.branches[session.timeline.current].name == "main")
    #expect(session.stateHash == (try straight([:], to: 500)))
    guard case .notFound? = session.travel(to: .bookmark("nowhere")).first else {
      Issue.record("there is no such bookmark")
      return
    }
  }

  @Test func editsAreGoneTo() throws {
    var session = try session()
    for tick in [100, 250, 400] {
      _ = session.travel(to: .tick(Tick(tick)))
      _ = session.apply(.poke(NeuronAddress(population: 0, index: 3)))
    }
    _ = session.travel(to: .tick(Tick(500)))
    for tick in [400, 250, 100] { #expect(session.travel(to: .edit(.backwards)).last == .stopped(Tick(tick))) }
    #expect(session.travel(to: .edit(.forwards)).last == .stopped(Tick(250)))
    #expect(session.travel(to: .fraction(0.5)).last == .stopped(Tick(250)))
    #expect(session.travel(to: .fraction(1)).last == .stopped(Tick(500)))
  }
}
