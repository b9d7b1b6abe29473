/// How a session compares two branches of its run.
import Basics
import NetworkModel
import Simulation

extension DebugSession {
  /// Begins a comparison, which `advance` goes on with; any other command but to look ends it.
  mutating func compare(_ request: ComparisonRequest) -> [EngineEvent] {
    timeline.reach(tick)
    guard let (a, b) = sides(request) else {
      return [.refused("there is no other branch to compare with · a what-if, or a change in the past, begins one")]
    }
    guard a != b else { return [.refused("a branch is not compared with itself")] }
    let parting = timeline.parting(a, b)
    let end: Tick
    if let span = request.span {
      guard span.value > 0 else { return [.refused("some time has to be compared")] }
      end = Tick(parting.value + max(1, span.ticks(dt: dt)))
    } else {
      let both = min(timeline.branches[a].end, timeline.branches[b].end)
      let isHere = a == timeline.current || b == timeline.current
      end = max(Tick(parting.value + 1), isHere ? tick : both)
    }
    do throws(SessionError) {
      let first = try beside(branch: a, at: parting)
      let second = try beside(branch: b, at: parting)
      comparing = Comparing(outline(a, b, parting, end), first, second)
    } catch {
      return [.refused("these cannot be compared: \(error)")]
    }
    mode = .comparing
    return []
  }

  /// How far it has come, from 0 to 1; nil where there is none.
  var comparisonProgress: Double? { comparing?.progress }

  mutating func compareOn(atMost limit: Int) -> Advance {
    guard let comparing else { return Advance(steps: 0, event: nil) }
    let (steps, outcome) = comparing.advance(atMost: limit)
    guard let outcome else { return Advance(steps: steps, event: nil) }
    giveUpComparing()
    return Advance(steps: steps, event: .compared(outcome))
  }

  mutating func giveUpComparing() {
    comparing = nil
    mode = .paused
  }

  /// By their positions: those that were named, or the present one and what it left, or the newest.
  private func sides(_ request: ComparisonRequest) -> (Int, Int)? {
    let branches = timeline.branches
    let present = timeline.current
    func place(_ number: Int) -> Int? { timeline.position(ofBranch: number) }
    switch (request.a, request.b) {
    case (let a?, let b?):
      guard let a = place(a), let b = place(b) else { return nil }
      return (a, b)
    case (let one?, nil), (nil, let one?):
      guard let one = place(one) else { return nil }
      if one != present { return (one, present) }
      return other(than: present).map { ($0, present) }
    case (nil, nil):
      // What it was comes first, what became of it second.
      if branches[present].parent == nil { return other(than: present).map { (present, $0) } }
      return other(than: present).map { ($0, present) }
    }
  }

  private func other(than index: Int) -> Int? {
    if let parent = timeline.branches[index].parent.flatMap(timeline.position(ofBranch:)) { return parent }
    return timeline.branches.indices.last { $0 != index }
  }

  private func outline(_ a: Int, _ b: Int, _ parting: Tick, _ end: Tick) -> BranchComparison {
    func line(_ index: Int) -> BranchComparison.Line {
      let branch = timeline.branches[index]
      return BranchComparison.Line(number: branch.number, name: branch.name, reason: branch.reason)
    }
    return BranchComparison(
      a: line(a), b: line(b), dt: dt, parting: parting, end: end, populations: [], spikesEnd: end)
  }
}

extension Timeline {
  /// Until which tick two branches are the same.
  func parting(_ a: Int, _ b: Int) -> Tick {
    var copy = self
    copy.current = a
    return copy.parting(from: b)
  }
}
