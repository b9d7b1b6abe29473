/// The receptive fields of a page of targets, where the sources of a projection are a picture.
import Charts
import Debugger
import Terminal
import Workbench

struct FieldGallery {
  /// How many pictures have room, and how large they are.
  private struct Grid {
    let across: Int
    let down: Int
    /// Of one picture, and of its place with the line for its name.
    let size: Size
    var count: Int { across * down }

    static let gap = 2

    /// As large as all of them fit, and otherwise as small as can be; nil where not even one has room.
    init?(_ room: Size, shape: (rows: Int, columns: Int), count: Int) {
      var grid: Grid?
      for scale in [4, 3, 2, 1] {
        let size = Size(columns: shape.columns * scale, rows: (shape.rows * scale + 1) / 2)
        let across = (room.columns + Self.gap) / (size.columns + Self.gap)
        let down = room.rows / (size.rows + 1)
        guard across * down > 0 else { continue }
        grid = Grid(across: across, down: down, size: size)
        if across * down >= count { break }
      }
      guard let grid else { return nil }
      self = grid
    }

    private init(across: Int, down: Int, size: Size) {
      self.across = across
      self.down = down
      self.size = size
    }
  }

  private let model: WeightsPane.Model
  private let weights: WeightsSnapshot
  private let area: Rect
  private let grid: Grid

  /// Nil where nothing can be drawn.
  init?(_ model: WeightsPane.Model, _ weights: WeightsSnapshot, in area: Rect) {
    guard let shape = model.fieldShape,
      let grid = Grid(Self.room(area.width, area.height), shape: shape, count: model.targetCount),
      weights.fields.count == weights.fieldTargets.count * shape.rows * shape.columns
    else { return nil }
    self.model = model
    self.weights = weights
    self.area = area
    self.grid = grid
  }

  private static func room(_ width: Int, _ height: Int) -> Size {
    Size(columns: width - 1, rows: height - WeightsArea.numberRows(height))
  }

  /// The page that holds the cursor's target.
  static func observe(_ state: WorkbenchState, size: Size, _ request: inout ObservationRequest.Weights) {
    guard let targets = state.shownTargets, let shape = state.fieldShape,
      let grid = Grid(room(size.columns, size.rows), shape: shape, count: targets.count)
    else { return }
    let first = (targets.rank(of: state.weights.post) ?? 0) / grid.count * grid.count
    request.fields = (first..<max(first, min(targets.count, first + grid.count))).map { targets.position(rank: $0) }
  }

  func draw(on canvas: inout Canvas, theme: Theme) {
    for place in 0..<min(weights.fieldTargets.count, grid.count) { draw(place, on: &canvas, theme: theme) }
  }

  private func draw(_ place: Int, on canvas: inout Canvas, theme: Theme) {
    let size = grid.size
    let x = area.x + 1 + place % grid.across * (size.columns + Grid.gap)
    let y = area.y + place / grid.across * (size.rows + 1)
    let pixels = model.fieldRows * model.fieldColumns
    let picture = Rect(x: x, y: y + 1, width: size.columns, height: size.rows)
    let map = WeightsMap(
      field: weights.fields[place * pixels..<(place + 1) * pixels], columns: model.fieldColumns, range: weights.range,
      in: picture)
    map.draw(on: &canvas, theme: theme)
    let isSelected = weights.fieldTargets[place] == model.cursor.post
    let name = model.fieldNames.element(place) ?? ""
    canvas.write(name, x: x, y: y, width: size.columns, theme[isSelected ? .accent : .faint], theme)
    guard isSelected else { return }
    canvas[x - 1, y] = Mark.selected.cell(theme, theme[.accent])
    if model.isFocused {
      canvas.cursor = map.cell(
        row: model.cursor.pre / model.fieldColumns, column: model.cursor.pre % model.fieldColumns)
    }
  }
}
