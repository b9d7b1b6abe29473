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
      let words = "right \(percents.last ?? "-") % after \(classifier.readAt.last ?? 0) steps"
      canvas.write(words, x: area.x, y: area.y, width: area.width, theme[.text], theme)
      return
    }
    let isWide = area.width >= 60
    let labelWidth = isWide ? 18 : 8
    let pitch = isWide ? 8 : 6
    let fits = max(0, (area.width - labelWidth) / pitch)
    canvas.write(isWide ? "after steps" : "steps", x: area.x, y: area.y, width: area.width, theme[.faint], theme)
    let share = isWide ? "right until now, %" : "right %"
    canvas.write(share, x: area.x, y: area.y + 1, width: area.width, theme[.faint], theme)
    // The last time counts most: the earliest are left out first.
    let shown = classifier.readAt.indices.suffix(fits)
    for (place, index) in shown.enumerated() {
      let end = area.x + labelWidth + (place + 1) * pitch
      let isReached = classifier.step >= classifier.readAt[index]
      canvas.writeRight(
        String(classifier.readAt[index]), end: end, y: area.y, width: pitch, theme[isReached ? .heading : .faint], theme
      )
      canvas.writeRight(percents[index], end: end, y: area.y + 1, width: pitch, theme[.text], theme)
    }
  }

  private static func percent(_ classifier: ClassifierSnapshot, _ index: Int) -> String {
    guard let read = classifier.read.element(index), let correct = classifier.correct.element(index), read > 0 else {
      return "-"
    }
    return Digits.fixed(100 * Double(correct) / Double(read), 1)
  }
}
