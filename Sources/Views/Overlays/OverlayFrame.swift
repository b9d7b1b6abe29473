/// What all boxes over the panes share: a frame in the middle, a title, a list that scrolls.
import Terminal
import Workbench

enum OverlayFrame {
  /// Clears and frames a box in the middle of the canvas, at most `size`, and returns its inside.
  static func draw(_ title: String, details: [String], size: Size, on canvas: inout Canvas, theme: Theme) -> Rect {
    let rect = rect(size, on: canvas.size)
    canvas.fill(rect)
    Frame.draw(rect, isFocused: true, on: &canvas, theme: theme)
    Frame.title([title], front: 0, details: details, isFocused: true, of: rect, on: &canvas, theme: theme)
    return inside(rect)
  }

  /// Where a box for so many columns and rows stands, frame and all.
  static func rect(_ size: Size, on screen: Size) -> Rect {
    let width = max(0, min(size.columns + 4, screen.columns - 4))
    let height = max(0, min(size.rows + 2, screen.rows - 2))
    return Rect(x: (screen.columns - width) / 2, y: (screen.rows - height) / 2, width: width, height: height)
  }

  /// What is in such a box.
  static func inside(_ rect: Rect) -> Rect {
    Rect(x: rect.x + 2, y: rect.y + 1, width: rect.width - 4, height: rect.height - 2)
  }

  /// The line of a list in a box under a point, the list being the first rows of the box.
  /// - Parameter first: the line in the box's first row.
  static func target(at point: Point, in rect: Rect, rows: Int, first: Int, lines: Int) -> MouseTarget {
    guard rect.contains(point) else { return .outside }
    let row = point.y - inside(rect).y
    return row >= 0 && row < rows && first + row < lines ? .line(first + row) : .nothing
  }

  /// The first line to show, so that scrolling ends with the last line at the bottom.
  static func first(_ wanted: Int, lines: Int, rows: Int) -> Int { max(0, min(wanted, lines - rows)) }

  /// For the title: `3 to 20 of 48` where not all are in view, and a hint.
  static func details(first: Int, lines: Int, rows: Int, hint: String) -> [String] {
    guard lines > rows else { return [hint] }
    let range = "\(first + 1) to \(min(lines, first + rows)) of \(lines)"
    return ["\(range) · \(hint)", range]
  }
}
