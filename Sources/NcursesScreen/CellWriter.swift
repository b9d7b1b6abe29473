/// Runs of cells as ncurses wants them, one call a run.
import CNcurses
import Terminal

struct CellWriter {
  /// Whether characters of more than 7 bits can be sent.
  let isUTF8: Bool
  private(set) var colors: ColorTable
  /// A cell's colours found no room; it was drawn without. To be cleared by who draws again.
  private(set) var ranOutOfPairs = false
  /// Kept from run to run: nothing is allocated while drawing.
  private var buffer: [cchar_t] = []

  init(isUTF8: Bool, colors: ColorTable) {
    self.isUTF8 = isUTF8
    self.colors = colors
  }

  /// Puts the run on ncurses's screen.
  /// - Complexity: O(cells).
  mutating func write(_ run: FrameDiff.Run) {
    while buffer.count < run.cells.count { buffer.append(cchar_t()) }
    var count = 0
    var index = run.cells.startIndex
    while index < run.cells.endIndex {
      let cell = run.cells[index]
      let next = index + 1
      let isLead = next < run.cells.endIndex && run.cells[next].isContinuation
      let scalar = cell.isContinuation ? Self.space : shown(cell.scalar, columns: isLead ? 2 : 1)
      // The right half goes with its left one, unless that had to be replaced by something narrow.
      index = isLead && scalar == cell.scalar ? next + 1 : next
      let (attributes, pair) = (Self.attributes(cell.style.attributes), pair(cell.style))
      unsafe ganglion_set_cell(&buffer[count], scalar, attributes, pair)
      count += 1
    }
    unsafe ganglion_put_cells(Int32(run.y), Int32(run.x), buffer, Int32(count))
  }

  /// Starts with an empty table of colours.
  mutating func forgetColors() {
    colors.removeAll()
    ranOutOfPairs = false
  }

  private mutating func pair(_ style: Style) -> Int32 {
    if let pair = colors.pair(for: style) { return pair }
    ranOutOfPairs = true
    return 0
  }

  private static let space: UInt32 = 0x20
  private static let replacement: UInt32 = 0x3F

  /// The scalar itself, or `?` where the terminal or the C library would make something else of it.
  private func shown(_ scalar: UInt32, columns: Int32) -> UInt32 {
    if scalar >= 0x20 && scalar < 0x7F { return columns == 1 ? scalar : Self.replacement }
    if !isUTF8 { return Self.replacement }
    return Self.columnsInLibrary(scalar) == columns ? scalar : Self.replacement
  }

  /// What ncurses will believe; -1 for what the locale cannot show.
  static func columnsInLibrary(_ scalar: UInt32) -> Int32 { ganglion_columns(scalar) }

  private static func attributes(_ attributes: Attributes) -> attr_t {
    if attributes.isEmpty { return 0 }
    var result: attr_t = 0
    if attributes.contains(.bold) { result |= ganglion_bold }
    if attributes.contains(.dim) { result |= ganglion_dim }
    if attributes.contains(.reverse) { result |= ganglion_reverse }
    if attributes.contains(.underline) { result |= ganglion_underline }
    return result
  }
}
