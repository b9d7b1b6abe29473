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
    keys: [.character(".")], section: .time, argument: "[N]", footerRank: 95, disabledReason: Requirement.network
  ) { state, argument in
    guard let count = argument.isEmpty ? state.count ?? 1 : Int(argument), (1...1_000_000_000).contains(count) else {
      state.complain("\"\(argument)\" is no number of steps · write 12")
      return []
    }
    // One step is done before the eye could see it under way.
    state.errand = count > 1 ? .steps(count) : nil
    state.isRunning = count > 1
    return [.engine(.step(count))]
  }

  static let runTo = Command(
    "run-to", title: "go to", help: "Run as fast as it goes up to a time, and stop; an earlier time begins anew.",
    keys: [.character("g")], section: .time, argument: "TIME", footerRank: 40, disabledReason: Requirement.network
  ) { state, argument in
    do throws(QuantityError) {
      let tick = try targetTick(argument, dt: state.network?.dt ?? Milliseconds(1))
      guard let tick else {
        state.complain("\"\(argument)\" is no time to run to · write 500 ms, 1.2 s or 100 steps")
        return []
      }
      state.errand = .runTo(tick)
      state.isRunning = true
      return (tick < state.tick ? state.anew : []) + [.engine(.runTo(tick))]
    } catch {
      state.complain(error.description)
      return []
    }
  }

  static let restart = Command(
    "restart", title: "restart", help: "Begin anew at 0 ms with the document's own values.", keys: [.character("R")],
    section: .time, footerRank: 50, disabledReason: Requirement.network
  ) { state, _ in
    state.pendingEdits = []
    state.inform("back at 0 ms, with the document's own values")
    let effects = state.anew + [.engine(.restart)]
    // What was to be reached is no longer wanted: the network waits at its beginning.
    guard state.errand != nil else { return effects }
    return state.halt() + effects
  }

  /// The step nearest to a time, or a number of steps as it stands; nil for what is negative or out of reach.
  private static func targetTick(_ text: String, dt: Milliseconds) throws(QuantityError) -> Tick? {
    let quantity = try Quantity(parsing: text)
    let steps: Double
    if quantity.dimension == .steps {
      steps = quantity.value
    } else {
      steps = try Quantity.value(of: text, expecting: .time) / dt.value
    }
    // Beyond 10¹⁵ steps numbers of double precision no longer tell one from the next.
    guard steps >= 0, steps < 1e15 else { return nil }
    return Tick(Int(steps.rounded()))
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

  fileprivate mutating func halt() -> [Effect] {
    isRunning = false
    errand = nil
    return [.engine(.pause)]
  }
}
