/// Where everything on a timeline stands: a row for each branch, marks on them, times below.
import Basics
import Charts
import Debugger
import Terminal
import Workbench

struct TimelinePlan {
  /// A branch as a line from where it begins to where it ends.
  struct Lane: Equatable {
    let branch: TimelineSnapshot.Branch
    let y: Int
    let start: Int
    let end: Int
    /// The row of the branch that it left; nil where that is not shown.
    let parentY: Int?
  }

  struct Sign: Equatable {
    let mark: TimelineMark
    let x: Int
    let y: Int
  }

  private(set) var lanes: [Lane] = []
  /// Those that stand in another's place are left out.
  private(set) var signs: [Sign] = []
  /// Where the run stands.
  private(set) var now: Point?
  /// Columns for the names of branches, before the lines.
  let gutter: Int
  /// The part of the area in which lines are drawn.
  let plot: Rect
  /// Rows for words below the lines; the times stand below those.
  let labelRows: Int
  let scale: Scale
  private let model: TimelinePane.Model

  init(_ model: TimelinePane.Model, in area: Rect) {
    self.model = model
    gutter = model.lanes.count > 1 ? min(20, (model.lanes.map { $0.branch.name.count }.max() ?? 0) + 3) : 1
    let hasTimes = area.height >= 2
    labelRows = area.height >= 8 ? 2 : area.height >= 3 ? 1 : 0
    let room = max(1, area.height - labelRows - (hasTimes ? 1 : 0))
    let rows = min(model.lanes.count, room)
    plot = Rect(x: area.x + gutter, y: area.y, width: max(2, area.width - gutter - 1), height: rows)
    scale = Scale(
      Double(model.earliest.value)...Double(max(model.last.value, model.earliest.value + 1)), places: plot.width)
    // The present branch is in view, whatever else is not.
    let present = model.lanes.firstIndex { $0.branch.number == model.branch } ?? 0
    let first = max(0, min(present - rows / 2, model.lanes.count - rows))
    place(model.lanes.dropFirst(first).prefix(rows).map(\.branch))
    placeSigns()
  }

  private mutating func place(_ branches: [TimelineSnapshot.Branch]) {
    for (row, branch) in branches.enumerated() {
      let parent = branches.firstIndex { $0.number == branch.parent }
      let start = branch.parent == nil ? model.earliest : branch.fork
      lanes.append(
        Lane(
          branch: branch, y: plot.y + row, start: x(of: start), end: x(of: max(start, branch.end)),
          parentY: parent.map { plot.y + $0 }))
    }
  }

  func x(of tick: Tick) -> Int { plot.x + scale.place(Double(tick.value)) }

  /// The row of a branch at a tick: before it left its parent, that of the parent. Where that is out of view, nil.
  func lane(of number: Int, at tick: Tick) -> Lane? {
    var next: Int? = number
    while let current = next, let branch = model.lanes.first(where: { $0.branch.number == current })?.branch {
      if tick >= branch.fork || branch.parent == nil { return lanes.first { $0.branch.number == current } }
      next = branch.parent
    }
    return nil
  }

  private mutating func placeSigns() {
    now = lane(of: model.branch, at: model.now).map { Point(x: x(of: model.now), y: $0.y) }
    for mark in model.marks.sorted(by: { $0.kind.rank > $1.kind.rank }) {
      guard let lane = lane(of: mark.place.branch, at: mark.place.tick) else { continue }
      let column = x(of: mark.place.tick)
      if signs.contains(where: { $0.x == column && $0.y == lane.y }) { continue }
      signs.append(Sign(mark: mark, x: column, y: lane.y))
    }
  }

  /// The place under a point: that of a mark where one stands, otherwise the time of the column.
  func place(at point: Point) -> Place? {
    guard point.y >= plot.y, point.x >= plot.x - 1, !lanes.isEmpty else { return nil }
    if let sign = signs.first(where: { $0.x == point.x && $0.y == point.y }) { return sign.mark.place }
    let lane = lanes.first { $0.y == point.y } ?? lanes.first { $0.branch.number == model.branch } ?? lanes[0]
    let column = Double(min(max(point.x - plot.x, 0), plot.width - 1))
    let span = Double(model.last.value - model.earliest.value)
    let tick = model.earliest.value + Int((span * column / Double(max(1, plot.width - 1))).rounded())
    let start = lane.branch.parent == nil ? model.earliest.value : lane.branch.fork.value
    return Place(branch: lane.branch.number, tick: Tick(min(max(tick, start), lane.branch.end.value)))
  }
}
