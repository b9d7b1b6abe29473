/// Bands one above the other, as many as can be read: what each shows, and where it stands.
import Charts
import Terminal

struct BandLayout {
  /// Which of all there are have a band.
  let shown: Range<Int>
  /// Right of names and scales.
  let area: Rect
  private let bandHeight: Int

  /// - Parameters:
  ///   - count: how many there are to show.
  ///   - selected: the one that must be among those shown.
  init(_ count: Int, selected: Int, in area: Rect) {
    self.area = area
    // At least two rows to a band; where there are more of them, those around the selected one.
    let room = max(1, min(count, area.height / 2))
    let first = max(0, min(selected - room / 2, count - room))
    shown = first..<min(count, first + room)
    bandHeight = max(1, area.height / room)
  }

  /// Where a band is drawn, by its place among those shown.
  func frame(_ band: Int) -> Rect {
    let y = area.y + band * bandHeight
    // The last one takes what is left over; a line stays free between two that are high.
    let height = band == shown.count - 1 ? area.y + area.height - y : bandHeight - (bandHeight >= 5 ? 1 : 0)
    return Rect(x: area.x, y: y, width: area.width, height: height)
  }

  /// Columns for the longest of these names and for the scale.
  static func gutter(_ names: [String], width: Int) -> Int {
    let longest = names.map { CharacterWidth.columns(of: $0) }.max() ?? 0
    return min(longest, max(3, width / 5)) + scaleWidth + 1
  }

  /// Columns for the numbers of the scale and the line beside the band.
  private static let scaleWidth = 7

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
    canvas.writeRight(top, end: frame.x - 1, y: frame.y, width: Self.scaleWidth - 1, theme[.faint], theme)
    guard frame.height >= 2 else { return }
    let last = frame.y + frame.height - 1
    canvas.write(unit, x: x, y: frame.y + 1, width: nameWidth, theme[.faint], theme)
    canvas[frame.x - 1, last] = Cell(box.fromRight, style: theme[.border])
    canvas.writeRight(bottom, end: frame.x - 1, y: last, width: Self.scaleWidth - 1, theme[.faint], theme)
  }
}
