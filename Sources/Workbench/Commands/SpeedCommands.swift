/// How fast biological time passes.
import Debugger
import Terminal

enum SpeedCommands {
  static let slower = Command(
    "slower", title: "slower", help: "Run slower, in steps of 1, 2, 5, down to 1/1000 of real time.",
    keys: [.character("-"), .character("_")], section: .time, footerRank: 29
  ) { state, _ in state.setPace(PaceText.slower(than: state.pace, measured: state.realTimeFactor)) }

  static let faster = Command(
    "faster", title: "faster", help: "Run faster, in steps of 1, 2, 5, and in the end as fast as it goes.",
    keys: [.character("+")], section: .time, footerRank: 30
  ) { state, _ in state.setPace(PaceText.faster(than: state.pace)) }

  static let fastest = Command(
    "fastest", title: "full speed", help: "Run as fast as it goes.", keys: [.character("=")], section: .time
  ) { state, _ in state.setPace(.asFastAsPossible) }

  static let speed = Command(
    "speed", title: "speed", help: "Run at a multiple of real time: 2, 0.1, 1/100, or max for as fast as it goes.",
    section: .time, argument: "FACTOR", completions: { _, _ in ["max", "1", "1/10", "1/100", "1/1000"] }
  ) { state, argument in
    guard let pace = PaceText.parse(argument) else {
      state.complain("\"\(argument)\" is no speed · write 2, 0.1, 1/100 (at least 1/1000) or max")
      return []
    }
    return state.setPace(pace)
  }
}

extension WorkbenchState {
  fileprivate mutating func setPace(_ pace: Pace) -> [Effect] {
    self.pace = pace
    inform("speed: \(PaceText.text(pace))")
    return [.engine(.setPace(pace))]
  }
}
