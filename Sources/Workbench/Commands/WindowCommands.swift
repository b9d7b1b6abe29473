/// How much of the past raster and trace show.
import Basics
import Terminal

enum WindowCommands {
  /// What keys can reach; a typed window may be shorter.
  static let keyRange = 50.0...10_000.0
  static let allowed = 5.0...10_000.0

  static let shorter = Command(
    "window-shorter", title: "shorter window", help: "Show a shorter time in raster and trace, down to 50 ms.",
    keys: [.character("<")], section: .panes, footerRank: 20
  ) { state, _ in
    let window = state.window.value
    return state.setWindow(window > keyRange.lowerBound ? max(keyRange.lowerBound, Ladder.below(window)) : window)
  }

  static let longer = Command(
    "window-longer", title: "longer window", help: "Show a longer time in raster and trace, up to 10 s.",
    keys: [.character(">")], section: .panes, footerRank: 19
  ) { state, _ in state.setWindow(min(keyRange.upperBound, Ladder.above(state.window.value))) }

  static let window = Command(
    "window", title: "time shown", help: "Show this much time in raster and trace.", section: .panes,
    argument: "TIME", completions: { _, _ in ["50 ms", "100 ms", "200 ms", "500 ms", "1 s", "2 s", "5 s", "10 s"] }
  ) { state, argument in
    do throws(QuantityError) {
      let window = try Quantity.value(of: argument, expecting: .time)
      guard allowed.contains(window) else {
        state.complain("raster and trace can show from 5 ms to 10 s")
        return []
      }
      return state.setWindow(window)
    } catch {
      state.complain(error.description)
      return []
    }
  }
}

extension WorkbenchState {
  /// The engine hears of it by the observation that the panes ask for.
  fileprivate mutating func setWindow(_ window: Double) -> [Effect] {
    self.window = Milliseconds(window)
    inform("showing the last \(NumberText.time(self.window))")
    return []
  }
}
