/// Going to a tick of the past or the future.
import Basics
import Simulation

extension DebugSession {
  /// Goes to a tick: from the nearest keyframe, or straight on where that is nearer.
  ///
  /// Where the steps before it are not known any more it begins so much earlier that what the screen shows is known
  /// again.
  /// - Complexity: one copy of the state and the steps that are left, which `advance` does; what lies in the recorded
  ///   future is run again as it was.
  mutating func seek(to target: Tick) -> [EngineEvent] {
    timeline.reach(tick)
    guard target >= timeline.earliest else {
      return [.notFound("what was before \(timeline.earliest.time(dt: dt).value) ms is not kept any more")]
    }
    if let keyframe = start(of: target), !restore(keyframe) {
      mode = .paused
      return []
    }
    guard tick < target else {
      mode = .paused
      return [.stopped(tick)]
    }
    mode = .seeking(target)
    seekStart = tick
    planAhead()
    return []
  }

  /// Whether it is on a way, or looks ahead for something: what is there on the way nobody asked to see.
  package var isUnderWay: Bool { mode.isSeeking || isSearching && mode != .paused }

  /// How far that has come, for whoever waits.
  package var wayProgress: EngineEvent {
    guard case .seeking(let target) = mode else { return .passed(tick) }
    return .progress(Double(tick.value - seekStart.value) / Double(max(1, target.value - seekStart.value)))
  }

  /// Ends a way to what has been run already, at its end: who has said where to go and then changes something means to
  /// change it there. A way beyond ends where it has come.
  mutating func arriveAtOnce() {
    guard case .seeking(let target) = mode, target <= timeline.end else { return }
    while tick < target { step() }
    mode = .paused
    reports.append(.stopped(tick))
  }

  /// The keyframe to begin from; nil to go on from the present.
  private func start(of target: Tick) -> Keyframe? {
    guard let nearest = timeline.keyframe(atOrBefore: target) else { return nil }
    let first = max(timeline.earliest.value, target.value - wantedSteps)
    let isKnown = nearest.network == networks.current && history.holds(first..<max(first, nearest.tick.value))
    let keyframe = isKnown ? nearest : timeline.keyframe(atOrBefore: Tick(first)) ?? nearest
    return !isAway && tick <= target && tick >= keyframe.tick ? nil : keyframe
  }

  /// The steps that are shown, but not so many that to run them takes longer than one waits.
  private var wantedSteps: Int { min(request.windowSteps(dt: dt), 8 * timeline.interval) }

  /// Goes to where a keyframe was made, and carries out what was done there.
  /// - Returns: whether that could be done; if not, it is reported why.
  mutating func restore(_ keyframe: Keyframe) -> Bool {
    let isOther = keyframe.network != networks.current
    let checkpoint: Checkpoint? = if case .copy(let checkpoint) = keyframe.state { checkpoint } else { nil }
    let before = timeline.position
    timeline.stand(at: keyframe)
    let parts = timeline.leftOut(upTo: timeline.position)
    guard enterNetwork(keyframe.network, without: parts, restore: checkpoint) else {
      timeline.position = before
      return false
    }
    isAway = false
    if isOther {
      history = History(simulation)
      order = NeuronOrder(sizes: simulation.populations.map(\.size))
    }
    history.go(to: tick, keyframe.totals)
    readout = keyframe.readout
    past.forget(after: tick)
    pictures = SynapsePictures()
    repeatCommands()
    look()
    planAhead()
    return true
  }
}
