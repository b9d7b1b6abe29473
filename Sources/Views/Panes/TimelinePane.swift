/// The run as a line: where it stands, what was done and where it stopped, bookmarks, and the branches that left it.
import Basics
import Charts
package import Debugger
package import Terminal
package import Workbench

/// Something on a timeline, with words for it.
package struct TimelineMark: Equatable, Sendable {
  package enum Kind: Equatable, Sendable { case edit, stop, bookmark }

  package let kind: Kind
  package let place: Place
  package let words: String
}

extension TimelineMark.Kind {
  /// Which of two in the same place is shown.
  var rank: Int {
    switch self {
    case .edit: 0
    case .stop: 1
    case .bookmark: 2
    }
  }

  var mark: Mark {
    switch self {
    case .edit: .edit
    case .stop: .stop
    case .bookmark: .bookmark
    }
  }

  var role: Role {
    switch self {
    case .edit: .warning
    case .stop: .error
    case .bookmark: .keyHint
    }
  }
}

package enum TimelinePane: Pane {
  package struct Model: Equatable, Sendable {
    var hasNetwork = false
    var now = Basics.Tick.zero
    var earliest = Basics.Tick.zero
    /// The end of the present branch, and of the longest.
    var end = Basics.Tick.zero
    var last = Basics.Tick.zero
    var dt = Milliseconds(1)
    var branch = 0
    var lanes: [BranchTree.Line] = []
    var marks: [TimelineMark] = []
    var memory = 0
    var budget = 0
    var going: String?
  }

  package static let descriptor = PaneDescriptor(
    id: .timeline, title: "Timeline",
    doc: "The run as a line: the present, edits, stops, bookmarks and branches; a click goes there.")

  package static func observe(
    _ state: WorkbenchState, size: Size, glyphs: GlyphSet, _ request: inout ObservationRequest
  ) {}

  package static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model {
    guard let network = state.network else { return Model() }
    var model = Model()
    let timeline = snapshot?.timeline ?? state.travel.timeline
    model.hasNetwork = true
    model.now = snapshot?.tick ?? state.tick
    model.earliest = timeline.earliest
    model.end = timeline.end
    model.last = max(timeline.end, timeline.branches.map(\.end).max() ?? .zero)
    model.dt = network.dt
    model.branch = timeline.branch
    model.lanes = BranchTree(timeline).lines
    model.marks = marks(state)
    (model.memory, model.budget) = (timeline.memory, timeline.budget)
    model.going = state.goingWords
    return model
  }

  private static func marks(_ state: WorkbenchState) -> [TimelineMark] {
    let travel = state.travel
    return travel.edits.map { TimelineMark(kind: .edit, place: $0.place, words: $0.words) }
      + travel.hits.map { TimelineMark(kind: .stop, place: $0.place, words: $0.text) }
      + travel.bookmarks.map {
        TimelineMark(kind: .bookmark, place: Place(branch: $0.branch, tick: $0.tick), words: $0.name)
      }
  }

  package static func details(_ model: Model) -> [String] {
    guard model.hasNetwork, !model.lanes.isEmpty else { return [] }
    let memory =
      "\(NumberText.memory(Double(model.memory))) of \(NumberText.memory(Double(model.budget)))"
    let place =
      model.now < model.end ? "at \(time(model.now, model)) of \(time(model.end, model))" : time(model.now, model)
    return ["\(place) · past takes \(memory)", "\(place) · \(memory)", place]
  }

  static func time(_ tick: Basics.Tick, _ model: Model) -> String { NumberText.time(tick.time(dt: model.dt)) }

  package static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard model.hasNetwork else { return canvas.writeNoNetwork(in: area, theme) }
    guard model.last > model.earliest else {
      return canvas.writeCentered(
        ["Nothing has been run yet.", Words.advice("run-pause", "lets the network run.")], in: area, theme)
    }
    let plan = TimelinePlan(model, in: area)
    TimelinePlot.drawLanes(plan, model, on: &canvas, theme: theme)
    TimelinePlot.drawSigns(plan, on: &canvas, theme: theme)
    TimelinePlot.drawLabels(plan, model, on: &canvas, theme: theme)
    if area.height >= 2 { TimelinePlot.drawTimes(plan, model, on: &canvas, theme: theme) }
  }

  package static func target(_ model: Model, at point: Point, in area: Rect, glyphs: GlyphSet) -> MouseTarget? {
    guard model.last > model.earliest else { return nil }
    return TimelinePlan(model, in: area).place(at: point).map { .place($0) }
  }
}
