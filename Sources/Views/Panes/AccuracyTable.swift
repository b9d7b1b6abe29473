/// How often the network has been right, at every time at which it is read.
import Charts
import Debugger
import Terminal

enum AccuracyTable {
  /// Two lines: after how many steps, and the share that was right; one line where there is no room for two.
  static func draw(_ classifier: ClassifierSnapshot, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard area.height > 0, area.width > 0 else { return }
    let percents = classifier.readAt.indices.map { percent(classifier, $0) }
    guard area.height >= 2 else {
      guard let last = percents.last else { return }
      canvas.write("right \(last) after \(classifier.readAt.last ?? 0) steps", x: area.x, y: area.y, width: area.width, theme[.text], theme)
      return
    }
    let titles = ("after steps", "right so far")
    let labelWidth = 14
    let fits = max(0, (area.width - labelWidth) / 9)
    canvas.write(titles.0, x: area.x, y: area.y, width: area.width, theme[.faint], theme)
    canvas.write(titles.1, x: area.x, y: area.y + 1, width: area.width, theme[.faint], theme)
    // The last time counts most: the earliest are left out first.
    let shown = classifier.readAt.indices.suffix(fits)
    for (place, index) in shown.enumerated() {
      let end = area.x + labelWidth + place * 9 + 7
      let isReached = classifier.step >= classifier.readAt[index]
      canvas.writeRight(
        String(classifier.readAt[index]), end: end, y: area.y, width: 7, theme[isReached ? .heading : .faint], theme)
      canvas.writeRight(percents[index], end: end, y: area.y + 1, width: 7, theme[.text], theme)
    }
  }

  private static func percent(_ classifier: ClassifierSnapshot, _ index: Int) -> String {
    guard let read = classifier.read.element(index), let correct = classifier.correct.element(index), read > 0 else {
      return "-"
    }
    return Digits.fixed(100 * Double(correct) / Double(read), 1) + " %"
  }
}
