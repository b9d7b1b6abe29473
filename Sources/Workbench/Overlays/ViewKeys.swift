/// Keys while the list of panes is open: go to one, open or close it, leave.
import Terminal

extension WorkbenchState {
  mutating func pressInViews(_ key: Key, selected: Int) -> [Effect] {
    let panes = choosablePanes
    let last = max(0, panes.count - 1)
    switch key {
    case .down, .tab, .character("j"): overlay = .views(selected: min(selected + 1, last))
    case .up, .backTab, .character("k"): overlay = .views(selected: max(selected - 1, 0))
    case .home: overlay = .views(selected: 0)
    case .end, .character("G"): overlay = .views(selected: last)
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
