/// Let time pass, stop it, make steps, go to a time, go back to the beginning.
import Basics
import Debugger
import NetworkModel
import Terminal

enum RunCommands {
  static let runPause = Command(
    "run-pause", title: "run/pause", help: "Let the network run, or stop it where it is.", keys: [.character(" ")],
    section: .time, footerRank: 100, disabledReason: Requirement.network
  ) { state, _ in state.isRunning ? state.halt() : state.setOff() }

  static let run = Command(
    "run", title: "run", help: "Let the network run.", section: .time, disabledReason: Requirement.network
  ) { state, _ in state.setOff() }

  static let pause = Command(
    "pause", title: "pause", help: "Stop the network where it is.", section: .time,
    disabledReason: Requirement.network
  ) { state, _ in state.halt() }

  static let step = Command(
    "step", title: "step", help: "Make one step of dt, or as many as the number before it says, and stop.",
    keys: [.character(".")], paneKeys: [.timeline: [.right]], section: .time, argument: "[N]", footerRank: 95,
    disabledReason: Requirement.network
  ) { state, argument in
    guard let count = argument.isEmpty ? state.count ?? 1 : Int(argument), (1...1_000_000_000).contains(count) else {
      state.complain("\"\(argument)\" is no number of steps · write 12")
      return []
    }
    // One step is done before the eye could see it under way.
    state.errand = count > 1 ? .steps(count) : nil
    state.isRunning = count > 1
    if count > 1 { state.travel.origin = state.place }
    return [.engine(.step(count))]
  }

  static let runTo = Command(
    "run-to", title: "run to",
    help: "Run as fast as it goes up to a time, or to a breakpoint before it; or go back to it.",
    section: .time, argument: "TIME", disabledReason: Requirement.network
  ) { state, argument in
    do throws(PlaceProblem) {
      guard
        case .tick(let tick) = try DestinationText.parse(
          argument, dt: state.network?.dt ?? Milliseconds(1), bookmarks: [])
      else {
        state.complain("\"\(argument)\" is no time to run to · write 500 ms, 1.2 s or 100 steps")
        return []
      }
      if tick < state.tick { return state.go(to: .tick(tick)) }
      (state.errand, state.travel.origin) = (.runTo(tick), state.place)
      state.isRunning = true
      return [.engine(.runTo(tick))]
    } catch {
      state.complain(error.description)
      return []
    }
  }

  static let restart = Command(
    "restart", title: "restart",
    help: "Begin anew at 0 ms with the document's own values; what was run, and its branches, are forgotten.",
    section: .time, disabledReason: Requirement.network
  ) { state, _ in
    state.pendingEdits = []
    state.inform("back at 0 ms, with the document's own values")
    let effects = state.anew + [.engine(.restart)]
    // What was to be reached is no longer wanted: the network waits at its beginning.
    guard state.errand != nil else { return effects }
    return state.halt() + effects
  }
}

extension WorkbenchState {
  /// What the engine needs before it begins anew: the document as it is now, where that is not what it once built.
  fileprivate var anew: [Effect] {
    guard let document, document.isChanged || !document.undo.isEmpty else { return [] }
    return [.engine(.rebuild(document.spec, .plain))]
  }

  fileprivate mutating func setOff() -> [Effect] {
    isRunning = true
    errand = nil
    return [.engine(.run)]
  }

  mutating func halt() -> [Effect] {
    endErrand()
    return [.engine(.pause)]
  }

  /// Esc gives up what is under way.
  mutating func stopErrand() -> [Effect] {
    let effects = giveUpGoing()
    if errand == nil { inform("stopped") }
    return effects
  }
}
