/// The keys that every list from which one line is chosen understands.
import Terminal

enum ListKeys {
  /// The selected line after a key; nil where the key does not move the selection.
  static func line(after key: Key, from line: Int, count: Int) -> Int? {
    let last = max(0, count - 1)
    switch key {
    case .down, .tab, .character("j"): return min(line + 1, last)
    case .up, .backTab, .character("k"): return max(line - 1, 0)
    case .home: return 0
    case .end, .character("G"): return last
    default: return nil
    }
  }
}
