/// Keys while help is open: scroll, search, leave.
import Terminal

extension WorkbenchState {
  mutating func pressInHelp(_ key: Key, firstLine: Int) -> [Effect] {
    if var search = helpSearch, isSearchKey(key) {
      if search.edit(key) {
        helpSearch = search
        overlay = .help(firstLine: 0)
      }
      return []
    }
    if let line = Scrolling.line(after: key, from: firstLine, lineCount: helpPage.lines.count, rows: overlayRows) {
      overlay = .help(firstLine: line)
      return []
    }
    switch key {
    case .character("/"): helpSearch = TextField()
    case .escape where helpSearch != nil:
      helpSearch = nil
      overlay = .help(firstLine: 0)
    case .escape, .character("q"), .character("?"): overlay = nil
    default: break
    }
    return []
  }

  /// While something is searched for, every key that edits a line edits it; arrows up and down still scroll.
  private func isSearchKey(_ key: Key) -> Bool {
    switch key {
    case .character, .backspace, .delete, .left, .right, .control: true
    default: false
    }
  }
}
