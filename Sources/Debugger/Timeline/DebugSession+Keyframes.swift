/// How a session keeps its past, and steps through a recorded one.
import Basics
import Simulation

extension DebugSession {
  /// A run begins, in the state that its description says.
  mutating func beginTimeline() {
    timeline.removeAll()
    networks = KeptNetworks(simulation.spec)
    guard timeline.keepsKeyframes else { return }
    let keyframe = keyframe(pinned: true, isInitial: true)
    timeline.keep(keyframe)
    timeline.interval = interval(of: keyframe)
    timeline.plan(from: tick)
  }

  /// All that it takes to be here again.
  func keyframe(pinned: Bool = false, isInitial: Bool = false) -> Keyframe {
    Keyframe(
      tick: tick, network: networks.current, included: timeline.included(at: tick), isPinned: pinned,
      state: isInitial ? .initial : .copy(simulation.checkpoint()), totals: history.totals(at: tick), readout: readout)
  }

  /// To be called at every tick at which the timeline has something to do: first what was kept here is compared or a
  /// keyframe kept, then the commands of the recorded future are carried out.
  mutating func arrive() {
    if let kept = timeline.keyframe(atOrBefore: tick), kept.tick == tick {
      if kept.included == 0 { compare(kept) }
    } else if tick.value >= timeline.nextKeyframe {
      keepKeyframe()
    }
    repeatCommands()
    timeline.reach(tick)
    planAhead()
  }

  /// - Parameter isPinned: whether it has to stay, whatever the budget says.
  mutating func keepKeyframe(pinned isPinned: Bool = false) {
    guard timeline.keepsKeyframes else { return }
    let keyframe = keyframe(pinned: isPinned)
    timeline.interval = interval(of: keyframe)
    timeline.keep(keyframe)
  }

  mutating func planAhead() {
    if case .seeking(let target) = mode {
      timeline.plan(from: tick, toward: target)
    } else {
      timeline.plan(from: tick)
    }
  }

  /// A keyframe costs about as much as its bytes, and a step as its neurons and synapses: their ratio, times what keeps
  /// the share of keyframes at some percent, is how many steps lie between two.
  private func interval(of keyframe: Keyframe) -> Int {
    let state = max(keyframe.memory, simulation.neuronCount)
    let synapses = simulation.synapticEvents / max(1, tick.value)
    return max(256, state * Self.stepsPerByte / max(1, simulation.neuronCount + synapses))
  }

  /// A quarter of a second of CUBA.
  private static let stepsPerByte = 130

  /// A replay has come to what was kept of the run before. Every byte counts, which is stricter than a hash and takes no
  /// time while the run goes on for the first time.
  private mutating func compare(_ kept: Keyframe) {
    guard case .copy(let checkpoint) = kept.state, kept.network == networks.current else { return }
    let present = simulation.checkpoint()
    if present != checkpoint { reports.append(.diverged(tick, at: present.differences(from: checkpoint))) }
  }
}
