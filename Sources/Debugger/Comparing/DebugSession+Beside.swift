/// A second session over the same past, for what is to be run again without moving this one.
import Basics
import NetworkModel
import Simulation

extension DebugSession {
  /// On a network of its own, on the way to a tick of a branch: `advance` brings it there.
  ///
  /// It shares the keyframes, which are not copied, and knows nothing of what is looked at or waited for here.
  /// - Complexity: that of building the network.
  func beside(branch index: Int, at tick: Tick) throws(SessionError) -> DebugSession {
    var options = options
    options.threads = 1
    var other = DebugSession(
      watching: try Simulation(networks.specs[networks.current], options: options), options: options)
    other.networks = KeptNetworks(networks.specs, current: networks.current)
    other.timeline = timeline
    other.timeline.enter(index)
    // It is short-lived, and what it keeps nobody would go back to.
    other.timeline.interval = 1 << 40
    other.overwritten = overwritten
    other.asked.window = dt
    other.request.window = dt
    other.isAway = true
    _ = other.seek(to: tick)
    return other
  }
}
