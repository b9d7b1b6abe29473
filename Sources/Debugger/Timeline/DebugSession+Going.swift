/// Places of a run, found by what is there.
import Basics

extension DebugSession {
  /// Towards a place, as `advance` is called; at once where nothing has to be run. Whatever comes of it, the session
  /// then is paused.
  mutating func go(to destination: Destination) -> [EngineEvent] {
    timeline.reach(tick)
    // Who holds a key down counts from where the key before leads to, not from where the way there has come.
    let origin = if case .seeking(let target) = mode { target } else { tick }
    // What is next, or was last, is meant from where the way before leads to.
    if destination.isSearch, origin <= timeline.end { while tick < origin { step() } }
    mode = .paused
    changing = nil
    switch destination {
    case .tick(let target): return seek(to: target)
    case .fraction(let fraction): return seek(toFraction: fraction)
    case .steps(let count): return seek(by: count, from: origin)
    case .start: return seek(to: timeline.earliest)
    case .end: return seek(to: timeline.end)
    case .bookmark(let name): return seek(toBookmark: name)
    case .place(let branch, let target): return seek(to: target, ofBranch: branch)
    case .edit(let direction): return seek(toEdit: direction)
    case .spike(let direction, let neurons): return search(.spike(neurons), direction)
    case .weightChange(let direction, let name): return search(.weightChange(of: name), direction)
    case .change(let direction, let what): return search(changeOf: what, direction)
    case .breakpoint(let direction): return search(nil, direction)
    }
  }

  private mutating func seek(toFraction fraction: Double) -> [EngineEvent] {
    guard (0...1).contains(fraction) else { return [.notFound("a part of a run is from 0 % to 100 %")] }
    let length = Double(timeline.end.value - timeline.earliest.value)
    return seek(to: Tick(timeline.earliest.value + Int((length * fraction).rounded())))
  }

  /// Back as far as the beginning, for who holds a key down.
  private mutating func seek(by count: Int, from origin: Tick) -> [EngineEvent] {
    let (target, overflow) = origin.value.addingReportingOverflow(count)
    if overflow { return [.notFound("so many steps no run has")] }
    return seek(to: Tick(max(timeline.earliest.value, target)))
  }

  private mutating func seek(toEdit direction: Direction) -> [EngineEvent] {
    let edits = timeline.log.lazy.map(\.tick)
    let (now, earliest) = (tick, timeline.earliest)
    let found =
      switch direction {
      case .forwards: edits.first { $0 > now }
      case .backwards: edits.last { $0 < now && $0 >= earliest }
      }
    guard let found else {
      return [.notFound(direction == .forwards ? "nothing was changed after this" : "nothing was changed before this")]
    }
    return seek(to: found)
  }

  // MARK: Bookmarks

  mutating func keep(_ bookmark: Bookmark) -> [EngineEvent] {
    guard !bookmark.name.isEmpty else { return [.refused("a bookmark has a name")] }
    var bookmark = bookmark
    bookmark.branch = timeline.branches[timeline.current].number
    timeline.bookmarks.removeAll { $0.name == bookmark.name }
    guard timeline.bookmarks.count < Self.mostBookmarks else {
      return [.refused("\(Self.mostBookmarks) bookmarks are kept already")]
    }
    timeline.bookmarks.append(bookmark)
    timeline.revision += 1
    let time = ChangeWords.number(bookmark.tick.time(dt: dt).value)
    return [.bookmarks(timeline.bookmarks), .changed("bookmark \(bookmark.name) at \(time) ms")]
  }

  private static var mostBookmarks: Int { 1000 }

  mutating func forgetBookmark(_ name: String) -> [EngineEvent] {
    guard timeline.bookmarks.contains(where: { $0.name == name }) else { return [.refused("no bookmark \(name)")] }
    timeline.bookmarks.removeAll { $0.name == name }
    timeline.revision += 1
    return [.bookmarks(timeline.bookmarks), .changed("bookmark \(name) is gone")]
  }

  private mutating func seek(toBookmark name: String) -> [EngineEvent] {
    guard let bookmark = timeline.bookmarks.first(where: { $0.name == name }) else {
      return [.notFound("there is no bookmark \(name)")]
    }
    guard let index = timeline.position(ofBranch: bookmark.branch) else {
      return [.notFound("the branch of bookmark \(name) is not kept any more")]
    }
    return enter(index, at: bookmark.tick)
  }

  // MARK: Branches

  private mutating func seek(to target: Tick, ofBranch number: Int) -> [EngineEvent] {
    guard let index = timeline.position(ofBranch: number) else {
      return [.notFound("branch \(number) is not kept any more")]
    }
    return enter(index, at: target)
  }

  mutating func switchBranch(_ number: Int) -> [EngineEvent] {
    guard let index = timeline.position(ofBranch: number) else { return [.refused("there is no branch \(number)")] }
    return enter(index, at: min(tick, timeline.branches[index].end))
  }

  mutating func nameBranch(_ number: Int, _ name: String) -> [EngineEvent] {
    guard let index = timeline.position(ofBranch: number) else { return [.refused("there is no branch \(number)")] }
    guard !name.isEmpty, !timeline.branches.contains(where: { $0.name == name }) else {
      return [.refused("a branch has a name of its own")]
    }
    timeline.branches[index].name = name
    timeline.revision += 1
    return [.changed("branch \(number) is called \(name)")]
  }

  /// What both branches have in common stays known.
  mutating func enter(_ index: Int, at target: Tick) -> [EngineEvent] {
    guard index != timeline.current else { return seek(to: target) }
    let (former, parting) = (timeline.current, timeline.parting(from: index))
    timeline.enter(index)
    guard timeline.keyframe(atOrBefore: target) != nil else {
      timeline.enter(former)
      return [.refused("\(timeline.branches[index].name) is not kept any more")]
    }
    if history.spikes.endStep > parting.value { history.begin(at: parting) }
    isAway = true
    return seek(to: target)
  }

  // MARK: Memory

  mutating func setBudget(_ bytes: Int) -> [EngineEvent] {
    guard bytes >= 0 else { return [.refused("a budget is not below 0")] }
    timeline.budget = bytes
    timeline.thin(around: tick)
    timeline.revision += 1
    return [
      .changed("the past may take \(ChangeWords.memory(bytes)), and takes \(ChangeWords.memory(timeline.memory))")
    ]
  }
}
