/// Lists of what is marked, of what happened and of what was found: rows of words, each with a place to go to.
import Basics
import Debugger
import NetworkModel

package enum TimeList: Sendable, Equatable {
  case breakpoints, bookmarks, branches, events, answer
}

/// A list as it is shown.
package struct TimeTable: Sendable, Equatable {
  package struct Row: Sendable, Equatable {
    package var cells: [String]
    /// What is meant by it, among the things of its kind.
    var index: Int
    /// Where Enter goes; nil where it goes nowhere.
    var place: Place?
    /// Whether it is what holds now: the present branch, a breakpoint that is on.
    package var isMarked = false
  }

  package var title: String
  /// The keys that mean something, in a few words.
  package var hint: String
  package var header: [String]
  package var rows: [Row]
  /// What stands where there is no row.
  package var empty: String
  /// The columns that stand at the right of their room: numbers.
  package var numbers: Set<Int> = []
}

extension WorkbenchState {
  mutating func show(_ list: TimeList) {
    travel.listSearch = nil
    overlay = .list(list, selected: 0)
    // One looks for what is near: the row at or before the present moment.
    guard list != .breakpoints, list != .branches else { return }
    let rows = table(of: list).rows
    let here = rows.lastIndex { ($0.place?.tick ?? .zero) <= tick } ?? 0
    overlay = .list(list, selected: here)
  }

  /// What a list shows, as far as it contains what is searched for.
  package func table(of list: TimeList) -> TimeTable {
    var table =
      switch list {
      case .breakpoints: breakpointTable
      case .bookmarks: bookmarkTable
      case .branches: branchTable
      case .events: eventTable
      case .answer: answerTable
      }
    if let wanted = travel.listSearch?.text.lowercased(), !wanted.isEmpty {
      table.rows = table.rows.filter { row in row.cells.contains { $0.lowercased().contains(wanted) } }
      table.empty = "nothing in this list contains “\(wanted)”"
    }
    return table
  }

  private func text(of tick: Tick) -> String { NumberText.time(tick.time(dt: network?.dt ?? Milliseconds(1))) }

  private var breakpointTable: TimeTable {
    let rows = travel.breakpoints.enumerated().map { index, breakpoint in
      var notes = ["met \(NumberText.count(hits(of: breakpoint), "time"))"]
      if breakpoint.isOneShot { notes.append("once") }
      if breakpoint.ignore > 0 { notes.append("not the next \(breakpoint.ignore)") }
      if let problem = breakpoint.problem { notes.append("cannot be met: \(problem)") }
      return TimeTable.Row(
        cells: [
          "\(breakpoint.number)", breakpoint.isOn ? "on" : "off", breakpoint.text, notes.joined(separator: ", "),
        ],
        index: index, isMarked: breakpoint.isOn)
    }
    return TimeTable(
      title: "Breakpoints", hint: "space on/off, Enter changes, d takes away, b adds", header: [], rows: rows,
      empty: "No breakpoints. b sets one.")
  }

  private var bookmarkTable: TimeTable {
    let sorted = travel.bookmarks.enumerated().sorted { $0.element.tick < $1.element.tick }
    let rows = sorted.map { index, bookmark in
      TimeTable.Row(
        cells: [text(of: bookmark.tick), bookmark.name, branchName(bookmark), bookmark.note], index: index,
        place: Place(branch: bookmark.branch, tick: bookmark.tick), isMarked: bookmark.tick == tick)
    }
    return TimeTable(
      title: "Bookmarks", hint: "Enter goes there, d takes away, m adds", header: [], rows: rows,
      empty: "No bookmarks. m makes one here.", numbers: [0])
  }

  /// Empty where there is only one branch, so that its name says nothing.
  private func branchName(_ bookmark: Bookmark) -> String {
    if !bookmark.origin.isEmpty { return "made on \(bookmark.origin)" }
    let branches = travel.timeline.branches
    return branches.count > 1 ? branches.first { $0.number == bookmark.branch }?.name ?? "" : ""
  }

  private var branchTable: TimeTable {
    let timeline = travel.timeline
    let rows = BranchTree(timeline).lines.map { line in
      let branch = line.branch
      let from = branch.parent == nil ? "from the start" : "from \(text(of: branch.fork))"
      return TimeTable.Row(
        cells: [line.stem + branch.name, from, "to \(text(of: branch.end))"], index: branch.number,
        place: Place(branch: branch.number, tick: min(tick, branch.end)), isMarked: branch.number == timeline.branch)
    }
    return TimeTable(
      title: "Branches", hint: "Enter goes over, n names, / searches", header: [], rows: rows,
      empty: "Nothing has been run yet.", numbers: [])
  }

  private var eventTable: TimeTable {
    let events = runEvents
    let rows = events.enumerated().map { index, event in
      TimeTable.Row(
        cells: [text(of: event.tick), event.kind.rawValue, event.words], index: index,
        place: Place(branch: event.branch, tick: event.tick), isMarked: event.tick == tick)
    }
    return TimeTable(
      title: "Events", hint: "Enter goes there, / filters", header: [], rows: rows,
      empty: errand == .asking ? "Looking …" : "Nothing has happened yet.", numbers: [0])
  }

  private var answerTable: TimeTable {
    guard let answer = travel.answer, let network else {
      let percent = goingPercent.map { " \($0) %" } ?? ""
      return TimeTable(
        title: "Query", hint: "Esc stops", header: [], rows: [],
        empty: errand == .asking ? "Looking through what has been run …\(percent)" : "Nothing was asked. :query asks.")
    }
    func name(_ address: NeuronAddress?) -> [String] { address.flatMap(network.name).map { [$0] } ?? [] }
    let rows = answer.rows.enumerated().map { index, row in
      TimeTable.Row(
        cells: [text(of: row.tick)] + name(row.neuron) + name(row.partner)
          + zip(row.values, answer.variables).map { NumberText.quantity($0, $1.dimension) },
        index: index, place: Place(branch: answer.branch, tick: row.tick), isMarked: row.tick == tick)
    }
    let hasNeurons = answer.rows.contains { $0.neuron != nil }
    let header =
      ["time"] + (hasNeurons ? ["spike of"] : []) + (answer.partners.map { [$0.rawValue] } ?? [])
      + answer.variables.map(\.name)
    let names = (hasNeurons ? 1 : 0) + (answer.partners == nil ? 0 : 1)
    return TimeTable(
      title: answer.text,
      hint: NumberText.count(rows.count, "row") + (answer.isCut ? " and more" : "")
        + ", Enter goes there, / filters",
      header: header, rows: rows,
      empty: "Nothing from \(text(of: answer.from)) to \(text(of: answer.to)).",
      numbers: Set([0] + answer.variables.indices.map { 1 + names + $0 }))
  }
}
