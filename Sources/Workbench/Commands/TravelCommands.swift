/// Going back and forth in the run: by steps, to what happens next or happened last, to a place, to where one was.
import Basics
package import Debugger
import NetworkModel
import Terminal

enum TravelCommands {
  static let all: [Command] =
    [stepBack, goTo, start, end, backward, forward]
    + Direction.allCases.flatMap { way in [spike(way), anySpike(way), weightChange(way), edit(way), breakpoint(way)] }
    + [bookmark(.backwards), bookmark(.forwards), placeBack, placeForward]

  private enum Direction: CaseIterable { case forwards, backwards }

  static let stepBack = Command(
    "step-back", title: "back", help: "Go one step of dt back, or as many as the number before it says.",
    keys: [.character(",")], paneKeys: [.timeline: [.left]], section: .time, argument: "[N]", footerRank: 94,
    disabledReason: hasPast
  ) { state, argument in
    guard let count = argument.isEmpty ? state.count ?? 1 : Int(argument), (1...1_000_000_000).contains(count) else {
      state.complain("\"\(argument)\" is no number of steps · write 12")
      return []
    }
    state.endErrand()
    return [.engine(.go(.steps(-count)))]
  }

  static let goTo = Command(
    "goto", title: "go to", help: "Go to a time, a step, a part of the run or a bookmark, back or forth.",
    keys: [.character("g")], section: .time, argument: "TIME|N steps|N %|start|end|NAME", footerRank: 40,
    disabledReason: Requirement.network,
    completions: { state, _ in state.travel.bookmarks.map(\.name) + ["start", "end", "50 %"] },
    preview: { state, text in
      do throws(PlaceProblem) {
        _ = try state.destination(text)
        return nil
      } catch {
        return error.description
      }
    }
  ) { state, text in
    do throws(PlaceProblem) {
      return state.go(to: try state.destination(text))
    } catch {
      state.complain(error.description)
      return []
    }
  }

  static let start = Command(
    "start", title: "start", help: "Go to the start of the run; nothing of it is lost, and it runs on if it ran.",
    keys: [.character("R")], paneKeys: [.timeline: [.home]], section: .time, footerRank: 50,
    disabledReason: Requirement.network
  ) { state, _ in
    let ran = state.isRunning && state.errand == nil
    let effects = state.go(to: .start)
    guard ran else { return effects }
    state.errand = nil
    state.inform("at the start · :restart forgets what was run")
    return effects + [.engine(.run)]
  }

  static let end = Command(
    "end", title: "end", help: "Go to the end of what has been run of this branch.", paneKeys: [.timeline: [.end]],
    section: .time, disabledReason: Requirement.network
  ) { state, _ in state.go(to: .end) }

  static let backward = choices(
    "backward", "look back", "Go back to the last spike, weight change, edit, breakpoint or bookmark.", "[", 60)
  static let forward = choices(
    "forward", "look ahead", "Go on to the next spike, weight change, edit, breakpoint or bookmark.", "]", 0)

  static let placeBack = place("place-back", "Go back to where you were before the last jump.", "o") {
    $0.travel.places.goBack(from: $1)
  }
  static let placeForward = place("place-forward", "Go forward again to where you came back from.", "n") {
    $0.travel.places.goForward(from: $1)
  }

  // MARK: What happens next, and what happened last

  private static func spike(_ way: Direction) -> Command {
    search(
      way, "spike", "spike of the selected neuron", title: "spike", key: "n", footerRank: 93,
      disabledReason: Requirement.firingModel
    ) { state, direction in
      let selection = Selection(state.selectedPopulation?.name ?? "", neuron: state.neuron.index)
      return (.spike(direction, of: selection), "spike of \(state.neuronText)")
    }
  }

  private static func anySpike(_ way: Direction) -> Command {
    search(way, "any-spike", "spike of any neuron", title: "any spike", key: "N") { _, direction in
      (.spike(direction, of: nil), "spike")
    }
  }

  private static func weightChange(_ way: Direction) -> Command {
    search(
      way, "weight-change", "step in which a weight changes", title: "weight change", key: "w",
      disabledReason: { state in
        if let missing = Requirement.network(state) { return missing }
        let learns = state.network?.projections.contains { $0.rule != nil } ?? false
        return learns ? nil : "no projection of this network learns"
      }
    ) { _, direction in (.weightChange(direction, of: nil), "weight change") }
  }

  private static func edit(_ way: Direction) -> Command {
    search(way, "edit", "change that was made to the run", title: "edit", key: "e") { _, direction in
      (.edit(direction), "edit")
    }
  }

  private static func breakpoint(_ way: Direction) -> Command {
    search(
      way, "breakpoint", "step in which a breakpoint is met", title: "breakpoint", key: "b",
      disabledReason: { state in
        if let missing = Requirement.network(state) { return missing }
        return state.travel.breakpoints.contains(where: \.isOn) ? nil : "no breakpoint is on · b sets one"
      }
    ) { _, direction in (.breakpoint(direction), "breakpoint") }
  }

  /// `next-spike` and `last-spike`. What has a key of its own forwards has the same one after `]`, too.
  private static func search(
    _ way: Direction, _ name: String, _ words: String, title: String, key: Character, footerRank: Int = 0,
    disabledReason: @escaping @Sendable (WorkbenchState) -> String? = Requirement.network,
    _ destination: @escaping @Sendable (WorkbenchState, Debugger.Direction) -> (Destination, String)
  ) -> Command {
    let isForwards = way == .forwards
    let isDirect = isForwards && !["e", "b"].contains(key)
    return Command(
      CommandID((isForwards ? "next-" : "last-") + name), title: isForwards ? title : "last \(title)",
      help: isForwards ? "Go on to the next \(words)." : "Go back to the last \(words).", keys: [.character(key)],
      scope: isDirect ? .everywhere : .after(isForwards ? "forward" : "backward"), section: .time,
      footerRank: isDirect ? footerRank : 50, disabledReason: disabledReason
    ) { state, _ in
      let (destination, what) = destination(state, isForwards ? .forwards : .backwards)
      return state.go(to: destination, (isForwards ? "next " : "last ") + what)
    }
  }

  private static func bookmark(_ way: Direction) -> Command {
    let isForwards = way == .forwards
    return Command(
      isForwards ? "next-bookmark" : "last-bookmark", title: "bookmark",
      help: isForwards ? "Go on to the next bookmark of this branch." : "Go back to the last bookmark of this branch.",
      keys: [.character("m")], scope: .after(isForwards ? "forward" : "backward"), section: .time, footerRank: 49,
      disabledReason: Requirement.network
    ) { state, _ in
      let here = state.travel.bookmarks.filter { state.travel.timeline.isOnLine(branch: $0.branch, $0.tick) }
      let found =
        isForwards
        ? here.filter { $0.tick > state.tick }.min { $0.tick < $1.tick }
        : here.filter { $0.tick < state.tick }.max { $0.tick < $1.tick }
      guard let found else {
        state.inform("there is no bookmark \(isForwards ? "after" : "before") this · m makes one")
        return []
      }
      return state.go(to: .tick(found.tick), found.words)
    }
  }

  // MARK: The rest

  private static func choices(
    _ id: CommandID, _ title: String, _ help: String, _ key: Character, _ footerRank: Int
  ) -> Command {
    Command(
      id, title: title, help: help, keys: [.character(key)], section: .time, footerRank: footerRank,
      disabledReason: Requirement.network
    ) { state, _ in
      state.overlay = .choices(id)
      return []
    }
  }

  private static func place(
    _ id: CommandID, _ help: String, _ key: Character,
    _ move: @escaping @Sendable (inout WorkbenchState, Place) -> Place?
  ) -> Command {
    Command(
      id, title: id == "place-back" ? "where I was" : "forward again", help: help, keys: [.control(key)],
      section: .time, disabledReason: Requirement.network
    ) { state, _ in
      var target = move(&state, state.place)
      while let place = target, !state.travel.exists(place) { target = move(&state, state.place) }
      guard let target else {
        state.inform(id == "place-back" ? "there is no earlier place" : "there is no later place")
        return []
      }
      return state.head(for: .place(branch: target.branch, target.tick))
    }
  }

  private static func hasPast(_ state: WorkbenchState) -> String? {
    if let missing = Requirement.network(state) { return missing }
    let timeline = state.travel.timeline
    guard !timeline.branches.isEmpty, state.tick <= timeline.earliest, !state.isRunning else { return nil }
    return "this is the start of the run"
  }
}

extension WorkbenchState {
  /// What a text says of a place of this run.
  package func destination(_ text: String) throws(PlaceProblem) -> Destination {
    try DestinationText.parse(text, dt: network?.dt ?? Milliseconds(1), bookmarks: travel.bookmarks)
  }
}
