/// Bands one above the other, as many as can be read: what each shows, and where it stands.
import Charts
import Terminal

struct BandLayout {
  /// Which of all there are have a band.
  let shown: Range<Int>
  /// Right of names and scales.
  let area: Rect

  /// - Parameters:
  ///   - count: how many there are to show.
  ///   - selected: the one that must be among those shown.
  init(_ count: Int, selected: Int, in area: Rect) {
    self.area = area
    // At least two rows to a band; where there are more of them, those around the selected one.
    let room = max(1, min(count, area.height / 2))
    let first = max(0, min(selected - room / 2, count - room))
    shown = first..<min(count, first + room)
  }

  /// Where a band is drawn, by its place among those shown.
  func frame(_ band: Int) -> Rect {
    // What is left over goes to one here and one there, so that no two differ by more than a row.
    let edge = { (band: Int) in area.y + band * area.height / max(1, shown.count) }
    let height = edge(band + 1) - edge(band)
    // A line stays free between two that are high.
    let isApart = height >= 5 && band < shown.count - 1
    return Rect(x: area.x, y: edge(band), width: area.width, height: max(1, isApart ? height - 1 : height))
  }

  /// Columns for the longest of these names and for the scale.
  static func gutter(_ names: [String], width: Int) -> Int {
    let longest = names.map { CharacterWidth.columns(of: $0) }.max() ?? 0
    return min(longest, max(3, width / 5)) + scaleWidth + 1
  }

  /// Columns for a blank behind the name, the numbers of the scale and the line beside the band.
  private static let scaleWidth = 8

  /// The name and the ends of the scale, left of a band; `unit` stands below the name.
  func drawGutter(
    _ frame: Rect, from x: Int, name: String, isSelected: Bool, unit: String = "", bottom: String, top: String,
    on canvas: inout Canvas, theme: Theme
  ) {
    let box = BoxGlyphs(theme.glyphs)
    let line = Rect(x: frame.x - 1, y: frame.y, width: 1, height: frame.height)
    canvas.fill(line, Cell(box.vertical, style: theme[.border]))
    canvas[frame.x - 1, frame.y] = Cell(box.fromRight, style: theme[.border])
    let nameWidth = frame.x - x - Self.scaleWidth
    canvas.write(
      name, x: x, y: frame.y, width: nameWidth, isSelected ? theme[.accent].with(.bold) : theme[.text], theme)
    canvas.writeRight(top, end: frame.x - 1, y: frame.y, width: Self.scaleWidth - 2, theme[.faint], theme)
    guard frame.height >= 2 else { return }
    let last = frame.y + frame.height - 1
    canvas.write(unit, x: x, y: frame.y + 1, width: nameWidth, theme[.faint], theme)
    canvas[frame.x - 1, last] = Cell(box.fromRight, style: theme[.border])
    canvas.writeRight(bottom, end: frame.x - 1, y: last, width: Self.scaleWidth - 2, theme[.faint], theme)
  }
}
