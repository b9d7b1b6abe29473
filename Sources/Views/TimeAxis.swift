/// The line of times under raster and trace: how long ago, `now` at the right.
import Basics
import Charts
import Terminal

enum TimeAxis {
  /// Whether a stretch of time is told in seconds rather than milliseconds.
  static func isInSeconds(_ window: Milliseconds) -> Bool { window.value >= 2000 }

  /// Relative times: they stand still while the picture moves.
  static func draw(_ window: Milliseconds, x: Int, y: Int, width: Int, on canvas: inout Canvas, theme: Theme) {
    guard width >= 3, window.value > 0 else { return }
    let inSeconds = isInSeconds(window)
    let span = inSeconds ? window.value / 1000 : window.value
    let axis = Axis(-span...0, ticks: max(2, min(6, width / 12 + 1)))
    let scale = Scale(-span...0, places: width)
    canvas.writeRight("now", end: x + width, y: y, width: width, theme[.faint], theme)
    var free = x
    for tick in axis.ticks where tick < 0 {
      let number = Digits.fixed(tick, axis.decimals)
      let label = free == x ? "\(number) \(inSeconds ? "s" : "ms")" : number
      let columns = label.utf8.count
      let start = max(free, x + scale.place(tick) - columns / 2)
      if start + columns + 1 > x + width - 3 { break }
      canvas.write(label, x: start, y: y, width: columns, theme[.faint], theme)
      free = start + columns + 1
    }
  }
}
