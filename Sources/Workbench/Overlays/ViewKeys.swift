/// Keys while the list of panes is open: go to one, open or close it, leave.
import Terminal

extension WorkbenchState {
  mutating func pressInViews(_ key: Key, selected: Int) -> [Effect] {
    let panes = choosablePanes
    if let line = ListKeys.line(after: key, from: selected, count: panes.count) {
      overlay = .views(selected: line)
      return []
    }
    switch key {
    case .enter:
      overlay = nil
      if panes.indices.contains(selected) { open(panes[selected]) }
    case .character(" "):
      guard panes.indices.contains(selected) else { break }
      if views.contains(panes[selected]) { close(panes[selected]) } else { add(panes[selected]) }
    case .escape, .character("q"), .character("V"): overlay = nil
    default: break
    }
    return []
  }
}
