/// A script's keys before those of the keyboard, which still count.
import Basics
import Engine
import Terminal
import Workbench

extension TerminalLoop {
  /// What happens next: the script's turn, while there is one, or the terminal's.
  mutating func nextEvent() -> ScreenEvent {
    guard player != nil else { return screen.nextEvent(within: patience()) }
    // Whatever waits to be told comes first, or the script would see an old screen.
    let waiting = screen.nextEvent(within: 0)
    guard waiting == .timeout else { return waiting }
    let moment = moment()
    switch player?.next(moment) {
    case .key(let key): return .key(key)
    case .mouse(let mouse): return .mouse(mouse)
    case .wait(let milliseconds): return screen.nextEvent(within: min(milliseconds, patience() ?? milliseconds))
    case .failed(let words):
      scriptFailure = words
      return .hangup
    case .over, nil:
      player = nil
      return .timeout
    }
  }

  private func moment() -> ScriptPlayer.Moment {
    ScriptPlayer.Moment(
      now: clock.now, time: state.time, isAtRest: isAtRest,
      screen: { shown?.lines ?? [] })
  }

  /// Whether the engine has done all that it was told, and the screen shows it.
  private var isAtRest: Bool {
    guard state.network != nil, !state.isRunning, state.errand == nil, state.why.waiting == nil, !saver.isBusy else {
      return false
    }
    // Through the engine's queue, behind everything that was sent.
    try? engine.waitUntilBuilt()
    return !engine.snapshots.isFresh
  }
}
