/// What the past may take, what goes first, and that a replay which is not true is told.
import Basics
import NetworkModel
import Simulation
import Testing

@testable import Debugger

struct MemoryTests {
  @Test(arguments: [0, 20_000, 100_000])
  func theBudgetIsKept(_ bytes: Int) throws {
    var session = try DebugSession(Networks.active())
    _ = session.apply(.setBudget(bytes))
    var numbers = SeededNumbers(seed: 2)
    _ = session.travel(to: .tick(Tick(3000)))
    let hash = session.stateHash
    for _ in 0..<6 {
      _ = session.travel(to: .tick(Tick(Int.random(in: 0...3000, using: &numbers))))
      // The first, and the newest, without which going back is no use.
      #expect(session.timeline.memory <= bytes || session.timeline.keyframeCount <= 2)
    }
    _ = session.travel(to: .end)
    #expect(session.stateHash == hash)
  }

  /// Of a long run the gaps between keyframes grow with age, and nothing is out of reach.
  @Test func keyframesThinWithAge() throws {
    let timeline = Self.timeline(of: 1_000_000, interval: 100, keyframes: 100)
    let ticks = timeline.branches[0].keyframes.map(\.tick.value)
    #expect(ticks.count == 100 && ticks.first == 0 && ticks.last == 1_000_000)
    let gaps = zip(ticks, ticks.dropFirst()).map { (age: 1_000_000 - $0, gap: $1 - $0) }
    // In proportion to age, and to the stretch in which all is equally near: 240 intervals.
    for (age, gap) in gaps { #expect(gap <= (age + 24_000) / 10, "\(gap) at \(age)") }
    // The first jump of a long run is not worse than one to its middle.
    let earliest = gaps.filter { $0.age > 700_000 }.map(\.gap).max() ?? 0
    let middle = gaps.filter { (300_000...700_000).contains($0.age) }.map(\.gap).max() ?? 0
    #expect(earliest <= 2 * middle && earliest <= 64_000, "\(earliest) beside \(middle)")
  }

  /// Where one steps backwards in a past that was thinned, what the steps leave behind is kept, so that each is short.
  @Test func stepsBackInAThinPastAreShort() throws {
    var timeline = Self.timeline(of: 400_000, interval: 256, keyframes: 60)
    var longest = 0
    for target in stride(from: 200_123, to: 200_023, by: -1) {
      var tick = try #require(timeline.keyframe(atOrBefore: Tick(target))).tick
      if target < 200_123 { longest = max(longest, target - tick.value) }
      while tick.value < target {
        timeline.plan(from: tick, toward: Tick(target))
        tick = Tick(min(timeline.nextStop, target))
        if timeline.keyframe(atOrBefore: tick)?.tick != tick { timeline.keep(Self.keyframe(at: tick.value)) }
      }
    }
    #expect(longest < 256, "\(longest) steps")
  }

  /// A run of so many steps, with room for so many keyframes.
  private static func timeline(of steps: Int, interval: Int, keyframes: Int) -> Timeline {
    var timeline = Timeline()
    timeline.interval = interval
    timeline.budget = keyframes * keyframe(at: 0).memory
    for tick in stride(from: 0, through: steps, by: interval) {
      timeline.reach(Tick(tick))
      timeline.keep(keyframe(at: tick))
    }
    return timeline
  }

  private static func keyframe(at tick: Int) -> Keyframe {
    Keyframe(
      tick: Tick(tick), network: 0, included: 0, isPinned: tick == 0, state: .initial,
      totals: History.Totals(spikeCounts: [0], ages: Array(repeating: 0, count: 100)), readout: nil)
  }

  /// What is not logged is not done again, and that is told.
  @Test func aReplayThatDiffersIsReported() throws {
    var session = try DebugSession(Networks.active())
    _ = session.travel(to: .tick(Tick(2000)))
    let hash = session.stateHash
    try session.simulation.setState(Selection("exc", neuron: 3), variable: "v", -55)
    session.keepKeyframe()
    _ = session.travel(to: .tick(Tick(100)))
    session.timeline.thinTo(1)
    let events = session.travel(to: .tick(Tick(2100)))
    #expect(events.contains { if case .diverged(Tick(2000), let parts) = $0 { parts == ["state"] } else { false } })
    _ = session.travel(to: .start)
    #expect(session.tick == .zero && session.stateHash != hash)
  }

  @Test func aFullLogForgetsTheBeginning() throws {
    var session = try DebugSession(Networks.active())
    session.timeline = Timeline(capacity: 8)
    session.beginTimeline()
    for tick in 0..<20 {
      _ = session.travel(to: .tick(Tick(tick * 10)))
      _ = session.apply(.poke(NeuronAddress(population: 0, index: tick)))
    }
    let straight = try StraightRun(
      Networks.active(), steps: 190, stride: 10,
      edits: Dictionary(
        uniqueKeysWithValues: (0..<20).map { ($0 * 10, [.poke(NeuronAddress(population: 0, index: $0))]) }))
    let earliest = session.timeline.earliest.value
    #expect(earliest > 0 && session.timeline.isComplete == false)
    guard case .notFound? = session.travel(to: .tick(.zero)).first else {
      Issue.record("the beginning is kept")
      return
    }
    for tick in stride(from: 190, through: (earliest + 9) / 10 * 10, by: -10) {
      _ = session.travel(to: .tick(Tick(tick)))
      #expect(session.stateHash == straight.hash(at: tick))
    }
  }

  @Test func picturesAreThoseOfTheFirstTime() throws {
    var session = try DebugSession(Networks.active())
    var request = Requests.everything(window: 20)
    request.trace = nil
    _ = session.apply(.observe(request))
    _ = session.travel(to: .tick(Tick(1000)))
    var first = Snapshot()
    session.snapshot(into: &first)
    _ = session.travel(to: .tick(Tick(2500)))
    for way in [300, 999, 2500] {
      _ = session.travel(to: .tick(Tick(way)))
      _ = session.travel(to: .tick(Tick(1000)))
      var again = Snapshot()
      session.snapshot(into: &again)
      #expect(again.spikeCounts == first.spikeCounts && again.rates == first.rates && again.raster == first.raster)
      #expect(again.bars == first.bars && again.neuron == first.neuron && again.spread == first.spread)
    }
  }
}

extension Timeline {
  /// Leaves so many keyframes of the present branch, from the first on, and the newest.
  fileprivate mutating func thinTo(_ count: Int) {
    guard let last = branches[current].keyframes.last else { return }
    branches[current].keyframes = Array(branches[current].keyframes.prefix(count)) + [last]
  }
}
