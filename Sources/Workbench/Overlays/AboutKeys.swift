/// Keys while the document's own text is open: scroll, leave.
import NetworkModel
import Terminal

extension WorkbenchState {
  /// What the overlay shows; nothing while no network is open.
  package var aboutLines: [String] {
    network.map { AboutText.lines(of: $0, notes: document?.spec.notes ?? [], width: aboutWidth) } ?? []
  }

  mutating func pressInAbout(_ key: Key, firstLine: Int) -> [Effect] {
    let lines = aboutLines.count
    if let line = Scrolling.line(after: key, from: firstLine, lineCount: lines, rows: overlayRows) {
      overlay = .about(firstLine: line)
    } else if [.escape, .enter, .character("q"), .character("A")].contains(key) {
      overlay = nil
    }
    return []
  }
}
