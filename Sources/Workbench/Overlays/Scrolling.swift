/// The keys that every scrollable text understands.
import Terminal

enum Scrolling {
  /// The first line after a key; nil where the key does not scroll. The last page stays filled.
  /// - Parameter rows: lines to a page, 1 or more.
  ///
  /// The number of lines is asked for only by keys that scroll: help takes some time to be laid out.
  static func line(after key: Key, from line: Int, lineCount: @autoclosure () -> Int, rows: Int) -> Int? {
    let target: Int
    switch key {
    case .down, .character("j"): target = line + 1
    case .up, .character("k"): target = line - 1
    case .pageDown, .character(" "): target = line + rows
    case .pageUp: target = line - rows
    case .home: target = 0
    case .end, .character("G"): target = Int.max
    default: return nil
    }
    return min(max(target, 0), max(0, lineCount() - rows))
  }
}
