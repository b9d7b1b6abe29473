/// Keys while the list of presets is open: choose one, open it, leave.
import Terminal

extension WorkbenchState {
  mutating func pressInPresets(_ key: Key, selected: Int) -> [Effect] {
    let last = max(0, presets.count - 1)
    switch key {
    case .down, .tab, .character("j"): overlay = .presets(selected: min(selected + 1, last))
    case .up, .backTab, .character("k"): overlay = .presets(selected: max(selected - 1, 0))
    case .home: overlay = .presets(selected: 0)
    case .end, .character("G"): overlay = .presets(selected: last)
    case .enter, .character(" "):
      guard presets.indices.contains(selected) else { break }
      overlay = nil
      return open(presets[selected].name)
    case .escape, .character("q"), .character("P"): overlay = nil
    default: break
    }
    return []
  }

  /// Has a preset or document read.
  mutating func open(_ name: String) -> [Effect] {
    leave(for: .open(name))
  }
}
