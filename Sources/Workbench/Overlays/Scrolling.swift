/// The keys that every scrollable text understands.
import Terminal

enum Scrolling {
  /// The first line after a key; nil where the key does not scroll. The last half screen stays filled.
  static func line(after key: Key, from line: Int, lineCount: Int, rows: Int) -> Int? {
    let page = max(1, rows / 2)
    let target: Int
    switch key {
    case .down, .character("j"): target = line + 1
    case .up, .character("k"): target = line - 1
    case .pageDown, .character(" "): target = line + page
    case .pageUp: target = line - page
    case .home: target = 0
    case .end, .character("G"): target = lineCount
    default: return nil
    }
    return min(max(target, 0), max(0, lineCount - page))
  }
}
