/// Keys while the list of presets is open: choose one, open it, leave.
import Terminal

extension WorkbenchState {
  mutating func pressInPresets(_ key: Key, selected: Int) -> [Effect] {
    if let line = ListKeys.line(after: key, from: selected, count: presets.count) {
      overlay = .presets(selected: line)
      return []
    }
    switch key {
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
