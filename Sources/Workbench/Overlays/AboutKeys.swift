/// Keys while the document's own text is open: scroll, leave.
import Terminal

extension WorkbenchState {
  mutating func pressInAbout(_ key: Key, firstLine: Int) -> [Effect] {
    let lines = network.map { AboutText.lines(of: $0, width: aboutWidth).count } ?? 0
    if let line = Scrolling.line(after: key, from: firstLine, lineCount: lines, rows: overlayRows) {
      overlay = .about(firstLine: line)
    } else if [.escape, .enter, .character("q"), .character("A")].contains(key) {
      overlay = nil
    }
    return []
  }
}
