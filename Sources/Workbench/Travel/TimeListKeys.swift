/// Keys while a list of places, events or rows is open: move, go there, change, take away, search, leave.
import Basics
import Debugger
import Terminal

extension WorkbenchState {
  mutating func press(_ key: Key, in list: TimeList, selected: Int) -> [Effect] {
    if var search = travel.listSearch, isSearching(key) {
      if search.edit(key) {
        travel.listSearch = search
        overlay = .list(list, selected: 0)
      }
      return []
    }
    let rows = table(of: list).rows
    let place = min(selected, max(0, rows.count - 1))
    if let line = line(after: key, from: place, count: rows.count) {
      overlay = .list(list, selected: line)
      return []
    }
    switch key {
    case .character("/"):
      travel.listSearch = TextField()
      overlay = .list(list, selected: 0)
    case .escape where travel.listSearch != nil:
      travel.listSearch = nil
      overlay = .list(list, selected: 0)
    case .escape, .character("q"):
      overlay = nil
      return errand == .asking ? halt() : []
    default:
      guard rows.indices.contains(place) else { return pressInEmpty(key, list) }
      return press(key, on: rows[place], in: list)
    }
    return []
  }

  private func line(after key: Key, from line: Int, count: Int) -> Int? {
    switch key {
    case .pageDown: min(line + overlayRows, max(0, count - 1))
    case .pageUp: max(0, line - overlayRows)
    default: ListKeys.line(after: key, from: line, count: count)
    }
  }

  private func isSearching(_ key: Key) -> Bool {
    switch key {
    case .character, .backspace, .delete, .left, .right, .control: true
    default: false
    }
  }

  private mutating func pressInEmpty(_ key: Key, _ list: TimeList) -> [Effect] {
    switch (list, key) {
    case (.breakpoints, .character("b")), (.breakpoints, .character("a")): return leaveFor("break")
    case (.bookmarks, .character("m")), (.bookmarks, .character("a")): return leaveFor("bookmark")
    default: return []
    }
  }

  private mutating func leaveFor(_ id: CommandID) -> [Effect] {
    overlay = nil
    return CommandCatalogue.command(id).map { perform($0, "") } ?? []
  }

  private mutating func press(_ key: Key, on row: TimeTable.Row, in list: TimeList) -> [Effect] {
    switch list {
    case .breakpoints: return press(key, onBreakpoint: row.index)
    case .bookmarks:
      if key == .character("d") || key == .delete {
        return [.engine(.forgetBookmark(travel.bookmarks[row.index].name))]
      }
      if key == .character("m") || key == .character("a") { return leaveFor("bookmark") }
    case .branches:
      if key == .character("n") {
        let name = travel.timeline.branches.first { $0.number == row.index }?.name ?? ""
        guard row.index == travel.timeline.branch else {
          inform("\(name) is not the present branch · Enter goes over first")
          return []
        }
        openPrompt("name-branch ")
        return []
      }
    case .events, .answer: break
    }
    guard key == .enter, let place = row.place else { return [] }
    overlay = nil
    guard travel.exists(place) else {
      inform("that branch is not kept any more")
      return []
    }
    return go(to: .place(branch: place.branch, place.tick), bookmark(of: row, in: list)?.words ?? "")
  }

  /// The bookmark that a row stands for.
  private func bookmark(of row: TimeTable.Row, in list: TimeList) -> Bookmark? {
    switch list {
    case .bookmarks: return travel.bookmarks[row.index]
    case .events:
      let event = runEvents[row.index]
      return event.kind == .bookmark ? travel.bookmarks.first { $0.name == event.name } : nil
    case .breakpoints, .branches, .answer: return nil
    }
  }

  private mutating func press(_ key: Key, onBreakpoint index: Int) -> [Effect] {
    guard travel.breakpoints.indices.contains(index) else { return [] }
    var breakpoint = travel.breakpoints[index]
    switch key {
    case .character(" "):
      breakpoint.isOn.toggle()
      return [.engine(.setBreakpoint(breakpoint))]
    case .enter:
      openPrompt("break " + BreakpointText(breakpoint).text)
      return []
    case .character("d"), .delete: return [.engine(.removeBreakpoint(breakpoint.number))]
    case .character("b"), .character("a"): return leaveFor("break")
    default: return []
    }
  }
}
