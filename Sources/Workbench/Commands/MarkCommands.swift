/// What is marked in a run: bookmarks, breakpoints, branches; and what the past may take.
import Basics
import Debugger
import Terminal

package enum MarkCommands {
  static let all = [
    bookmark, bookmarks, breakAt, breakpoints, branches, branch, nameBranch, budget, timeline,
  ]

  static let bookmark = Command(
    "bookmark", title: "bookmark", help: "Name this place, with a note if you like; it is kept in the document.",
    keys: [.character("m")], section: .time, argument: "[NAME [NOTE]]", footerRank: 38,
    disabledReason: Requirement.network
  ) { state, text in
    guard !text.isEmpty else {
      state.openPrompt("bookmark \(state.freeBookmarkName) ")
      return []
    }
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    if let problem = Bookmark.problem(withName: words[0]) {
      state.complain(problem)
      return []
    }
    let bookmark = Bookmark(
      name: words[0], note: words.count > 1 ? words[1] : "", tick: state.tick, branch: state.travel.timeline.branch)
    state.inform("bookmark \(bookmark.name) at \(NumberText.time(state.time)) · g goes there, ' lists them")
    return [.engine(.bookmark(bookmark))]
  }

  static let bookmarks = list("bookmarks", .bookmarks, "List the bookmarks: go to one, or take it away.", "'")

  static let breakAt = Command(
    "break", title: "break",
    help: "Stop where this happens: spike(exc[17]), exc[17].v > -51 mV; once, ignore 5 before it.",
    keys: [.character("b")], section: .time, argument: "[CONDITION]", footerRank: 39,
    disabledReason: Requirement.network, completions: ConditionCompletions.afterBreak,
    preview: { state, text in BreakpointText(text).preview(state) }
  ) { state, text in
    guard !text.isEmpty else {
      state.openPrompt("break " + state.usualCondition)
      return []
    }
    return state.set(BreakpointText(text))
  }

  static let breakpoints = list(
    "breaks", .breakpoints, "List the breakpoints: switch them on and off, change them, take them away.", "B",
    footerRank: 37)

  static let branches = list(
    "branches", .branches, "List the branches of the run as a tree, and go over to one.", "Y")

  static let branch = Command(
    "branch", title: "branch", help: "Go over to the branch of this name, to the same time or to its end.",
    section: .time, argument: "NAME", disabledReason: Requirement.network,
    completions: { state, _ in state.travel.timeline.branches.map(\.name) }
  ) { state, name in
    guard let branch = state.travel.timeline.branches.first(where: { $0.name == name }) else {
      let names = state.travel.timeline.branches.map(\.name)
      let nearest = Spelling.nearest(to: name, among: names)
      state.complain("there is no branch \"\(name)\"" + (nearest.map { " · did you mean \($0)?" } ?? ""))
      return []
    }
    return state.goOver(to: branch)
  }

  static let nameBranch = Command(
    "name-branch", title: "name branch", help: "Give the present branch of the run a name.", section: .time,
    argument: "NAME", disabledReason: Requirement.network
  ) { state, name in [.engine(.nameBranch(state.travel.timeline.branch, name))] }

  static let budget = Command(
    "budget", title: "memory", help: "Say how much memory the past may take; without a size, tell how much it takes.",
    section: .time, argument: "[SIZE MB]", disabledReason: Requirement.network,
    completions: { _, _ in ["16 MB", "64 MB", "256 MB", "1 GB"] }
  ) { state, text in
    let timeline = state.travel.timeline
    guard !text.isEmpty else {
      state.inform(
        "the past takes \(NumberText.memory(Double(timeline.memory))) of \(NumberText.memory(Double(timeline.budget)))")
      return []
    }
    guard let bytes = bytes(text) else {
      state.complain("\"\(text)\" is no size · write 64 MB or 1 GB")
      return []
    }
    return [.engine(.setBudget(bytes))]
  }

  /// `64 MB`, `1 GB`.
  package static func bytes(_ text: String) -> Int? {
    let number = text.prefix { $0.isNumber || $0 == "." }
    let scales: [String: Double] = ["MB": 1e6, "GB": 1e9]
    let unit = text.dropFirst(number.count).filter { !$0.isWhitespace }
    guard let value = Double(number), let scale = scales[unit.uppercased()], value >= 0, value * scale < 1e15 else {
      return nil
    }
    return Int(value * scale)
  }

  static let timeline = Command(
    "timeline", title: "timeline", help: "Show the run as a line: where it stands, what was done, branches, bookmarks.",
    keys: [.character("U")], section: .time, footerRank: 26, disabledReason: Requirement.network
  ) { state, _ in
    state.open(.timeline)
    return []
  }

  private static func list(
    _ id: CommandID, _ list: TimeList, _ help: String, _ key: Character, footerRank: Int = 0
  ) -> Command {
    Command(
      id, title: id.name, help: help, keys: [.character(key)], section: .time, footerRank: footerRank,
      disabledReason: Requirement.network
    ) { state, _ in
      state.show(list)
      return []
    }
  }
}

extension WorkbenchState {
  /// `m1`, `m2`, …
  fileprivate var freeBookmarkName: String {
    let names = Set(travel.bookmarks.map(\.name))
    return (1...names.count + 1).lazy.map { "m\($0)" }.first { !names.contains($0) } ?? "m"
  }

  /// What one most likely waits for: a spike of the selected neuron.
  fileprivate var usualCondition: String {
    selectedModel?.fires == true && selectedPopulation?.fires == true ? "spike(\(neuronText))" : "\(neuronText)."
  }

  mutating func goOver(to branch: TimelineSnapshot.Branch) -> [Effect] {
    go(to: .place(branch: branch.number, min(tick, branch.end)), branch.name)
  }
}
