/// How the weights pane divides its room: the matrix, and beside it one target's receptive field where sources are a picture.
import Charts
import Terminal

struct WeightsArea {
  /// For the tiles; a row above and a column left of it are for the cursor's marks.
  let matrix: Rect
  /// For the picture of the receptive field, as large as it is; nil where there is none.
  let field: Rect?
  /// The first of the rows for numbers below; as many as `numberRows`.
  let numbers: Int
  let numberRows: Int

  /// Rows for numbers under a pane of this height.
  static func numberRows(_ height: Int) -> Int { height >= 4 ? 2 : 0 }

  /// - Parameter shape: rows and columns of the picture that the sources are; nil where they are none.
  init(in pane: Rect, shape: (rows: Int, columns: Int)?) {
    numberRows = Self.numberRows(pane.height)
    numbers = pane.y + pane.height - numberRows
    let above = pane.height >= 4 ? 1 : 0
    let map = Rect(
      x: pane.x + 1, y: pane.y + above, width: pane.width - 1, height: pane.height - above - numberRows)
    field = shape.flatMap { Self.field($0, in: map) }
    matrix = Rect(x: map.x, y: map.y, width: map.width - (field.map { $0.width + Self.gap } ?? 0), height: map.height)
  }

  private static let gap = 2
  /// A matrix narrower than this says nothing.
  private static let leastMatrix = 12

  /// At the right edge, as large as fits into half of the width; one that needs more has what it needs.
  private static func field(_ shape: (rows: Int, columns: Int), in map: Rect) -> Rect? {
    let room = min(max(map.width / 2, shape.columns), map.width - leastMatrix - gap)
    guard shape.columns <= room, shape.rows <= map.height * 2 else { return nil }
    let place = Rect(x: map.x, y: map.y, width: room, height: map.height)
    let size = HeatmapChart(rows: shape.rows, columns: shape.columns, in: place, greatestScale: 4).size
    return Rect(x: map.x + map.width - size.columns, y: map.y, width: size.columns, height: size.rows)
  }
}
