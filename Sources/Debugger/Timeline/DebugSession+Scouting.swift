/// Looking for something that has been.
import Basics
import Simulation

extension DebugSession {
  /// Whether the simulation is somewhere in the past while the session still stands where it stood: nothing of it is to
  /// be shown.
  package var isScouting: Bool { scout != nil || survey != nil || inquiry != nil }

  /// - Parameters:
  ///   - condition: nil for the breakpoints that are on.
  ///   - until: where it begins to look; nothing after it counts.
  mutating func beginScouting(_ condition: Condition?, until: Tick) -> [EngineEvent] {
    guard tick > timeline.earliest else { return [.notFound(notBehind(condition))] }
    guard let watching = watching(for: condition) else { return [.notFound("no breakpoint is on")] }
    let home = keyframe()
    isAway = true
    scout = Scout(home: home, watching: watching, from: home.tick, until: home.tick)
    mode = .scouting
    guard beginStretch(until: until) else {
      giveUpScouting()
      return [.notFound(notBehind(condition))]
    }
    return []
  }

  func notBehind(_ condition: Condition?) -> String {
    guard case .change = condition else { return "nothing of the kind happens before this" }
    if timeline.earliest == .zero { return "it has not changed since the start of the run" }
    let time = ChangeWords.time(timeline.earliest, dt: dt)
    return "it has not changed since \(time), and what was before is not kept any more"
  }

  /// Goes to the keyframe before `until`, or so much before it that windows are filled when it is come to.
  /// - Returns: whether there is such a stretch.
  private mutating func beginStretch(until: Tick) -> Bool {
    guard var scout, until > timeline.earliest, let keyframe = timeline.keyframe(atOrBefore: Tick(until.value - 1))
    else { return false }
    let first = Tick(max(timeline.earliest.value, keyframe.tick.value - scout.watching.lookback))
    let start = timeline.keyframe(atOrBefore: first) ?? keyframe
    scout.from = keyframe.tick
    scout.until = until
    scout.hits = []
    guard place(start) else { return false }
    scout.watching.watch = Watch(scout.watching.conditions, simulation, network: networks.current)
    scout.watching.watch.begin(simulation)
    self.scout = scout
    return true
  }

  /// Puts the simulation where a keyframe was made, and leaves everything else as it is.
  mutating func place(_ keyframe: Keyframe) -> Bool {
    let checkpoint: Checkpoint? = if case .copy(let checkpoint) = keyframe.state { checkpoint } else { nil }
    timeline.stand(at: keyframe)
    let parts = timeline.leftOut(upTo: timeline.position)
    guard enterNetwork(keyframe.network, without: parts, restore: checkpoint) else { return false }
    repeatCommands()
    return true
  }

  /// Some more steps of the search.
  mutating func scoutOn(atMost limit: Int) -> Advance {
    guard var now = scout else { return Advance(steps: 0, event: nil) }
    var done = 0
    while done < limit, tick < now.until {
      simulation.step()
      repeatCommands()
      done += 1
      if now.watching.watch.network != networks.current {
        let former = now.watching.watch
        now.watching.watch = Watch(now.watching.conditions, simulation, network: networks.current)
        now.watching.watch.begin(simulation)
        now.note(now.watching.watch.goOn(from: former), at: tick)
        continue
      }
      now.note(now.watching.watch.look(simulation), at: tick)
    }
    scout = now
    return Advance(steps: done, event: tick < now.until ? nil : endStretch(now))
  }

  /// At the end of a stretch: the last hit in it is where to go, and without one the stretch before it is next.
  private mutating func endStretch(_ now: Scout) -> EngineEvent? {
    now.watching.watch.end(simulation)
    for (tick, places, change) in now.hits.reversed() {
      let numbers = places.compactMap { now.watching.numbers[$0] }
      let stopping = numbers.filter { meet($0) }
      guard !stopping.isEmpty || places.contains(where: { now.watching.numbers[$0] == nil }) else { continue }
      scout = nil
      if let change { tell(change, at: tick) }
      if !stopping.isEmpty { reports.append(.hit(stopping, at: tick)) }
      return seek(to: tick).first
    }
    if let until = worthLooking(at: now.from, now.watching), beginStretch(until: until) { return nil }
    giveUpScouting()
    return .notFound(notBehind(now.watching.numbers == [nil] ? now.watching.conditions.first : nil))
  }

  /// Back to where the session stands.
  mutating func giveUpScouting() {
    giveUpInquiry()
    guard let home = scout?.home ?? survey?.home else { return }
    scout?.watching.watch.end(simulation)
    survey?.fitted?.end(simulation)
    (scout, survey) = (nil, nil)
    mode = .paused
    _ = restore(home)
  }
}
