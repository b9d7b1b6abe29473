/// The line of times under a picture: how long ago, `now` at the right; or before and after a trigger.
import Basics
import Charts
import Terminal

enum TimeAxis {
  /// Whether a stretch of time is told in seconds rather than milliseconds.
  static func isInSeconds(_ window: Milliseconds) -> Bool { window.value >= 2000 }

  /// Relative times: they stand still while the picture moves.
  /// - Parameter lead: how much of the window lies before the trigger that times count from; nil where they count back
  ///   from now.
  static func draw(
    _ window: Milliseconds, lead: Milliseconds? = nil, x: Int, y: Int, width: Int, on canvas: inout Canvas, theme: Theme
  ) {
    guard width >= 3, window.value > 0 else { return }
    let inSeconds = isInSeconds(window)
    let unit = inSeconds ? 1000.0 : 1
    let start = (lead ?? window).value / unit
    let domain = -start...max(-start, window.value / unit - start)
    let axis = Axis(domain, ticks: max(2, min(6, width / 12 + 1)))
    let scale = Scale(domain, places: width)
    if lead == nil { canvas.writeRight("now", end: x + width, y: y, width: width, theme[.faint], theme) }
    let end = lead == nil ? x + width - 4 : x + width
    var free = x
    for tick in axis.ticks where lead != nil || tick < 0 {
      let number = Digits.fixed(tick, axis.decimals)
      let label = free == x ? "\(number) \(inSeconds ? "s" : "ms")" : number
      let columns = label.utf8.count
      // The last one ends with the picture, unless `now` stands there.
      let place = x + scale.place(tick) - columns / 2
      let start = max(free, lead == nil ? place : min(place, end - columns))
      if start + columns > end { break }
      canvas.write(label, x: start, y: y, width: columns, theme[.faint], theme)
      free = start + columns + 1
    }
  }
}
