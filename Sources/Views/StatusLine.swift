/// The top line: what is open, whether it runs, where it stands in time and how fast.
import Basics
import Charts
import Debugger
import Terminal
import Workbench

enum StatusLine {
  struct Model: Equatable, Sendable {
    var document = ""
    var isRunning = false
    var time = ""
    var speed = ""
    var dt = ""
    var neurons = ""
    var order = ""
    var painting = ""
    var synapses = ""
    var hasNetwork = false
    /// What is gone to or looked for, with how much of it is done.
    var going = ""
    /// `at 83.2 ms of 1.2 s`; empty at the end of the branch.
    var past = ""
    /// `branch main`; empty where there is only one.
    var branch = ""
  }

  static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model {
    var model = Model()
    model.document = state.markedTitle
    // A way that is done before it could be told is no run.
    model.isRunning = state.isRunning && (!state.isGoing || state.goingMeasure != nil)
    guard let network = state.network else { return model }
    model.hasNetwork = true
    let now = (snapshot?.tick ?? .zero).time(dt: network.dt)
    // Eleven places: up to 999 s at a step of 0.1 ms nothing moves on the line.
    model.time = Digits.padded(Words.time(now, dt: network.dt), 11)
    model.speed = speed(state, snapshot)
    travel(state, snapshot, into: &model)
    model.dt = "dt \(NumberText.quantity(network.dt.value, .time))"
    model.neurons = NumberText.count(network.neurons, "neuron")
    model.order = order(state, network)
    if let rate = state.paintRate { model.painting = "paints \(NumberText.significant(rate))/s" }
    model.synapses = NumberText.count(network.synapses, "synapse")
    return model
  }

  private static func travel(_ state: WorkbenchState, _ snapshot: Snapshot?, into model: inout Model) {
    let timeline = snapshot?.timeline ?? state.travel.timeline
    let measure = state.goingMeasure
    switch state.errand {
    case .going: model.going = measure.map { "going to \(state.goingWords ?? "")\($0)" } ?? ""
    case .asking: model.going = "looking\(measure ?? "")"
    case .runTo(let target):
      let end = NumberText.time(target.time(dt: state.network?.dt ?? Milliseconds(1)))
      model.going = measure.map { "running to \(end)\($0)" } ?? ""
    case .steps(let count): model.going = measure.map { "\(NumberText.grouped(count)) steps\($0)" } ?? ""
    case nil: break
    }
    let (now, dt) = (snapshot?.tick ?? .zero, state.network?.dt ?? Milliseconds(1))
    if now < timeline.end { model.past = "of \(NumberText.time(timeline.end.time(dt: dt)))" }
    if timeline.branches.count > 1 {
      model.branch = timeline.branches.first { $0.number == timeline.branch }?.name ?? ""
    }
  }

  /// Where not all neurons are shown, or not by index: `120 shown by rate ↓`.
  private static func order(_ state: WorkbenchState, _ network: NetworkSummary) -> String {
    guard state.order != nil else { return "" }
    let shown = network.populations.indices.reduce(0) { $0 + state.shownCount(of: $1) }
    let count = shown < network.neurons ? "\(NumberText.grouped(shown)) shown" : ""
    return [count, OrderText.sorting(state.orderRequest)].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What is measured while it runs, what is set while it stands.
  private static func speed(_ state: WorkbenchState, _ snapshot: Snapshot?) -> String {
    if state.isRunning, let factor = snapshot?.realTimeFactor, factor > 0 {
      let decimals = factor >= 100 ? 0 : factor >= 10 ? 1 : factor >= 0.0995 ? 2 : 3
      return Digits.padded("×" + Digits.fixed(factor, decimals), 6) + " real time"
    }
    switch state.pace {
    case .realTime(let factor): return Digits.padded("×" + NumberText.significant(factor), 6) + " real time"
    case .asFastAsPossible: return "as fast as it goes"
    }
  }

  static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    let help = "? help"
    canvas.writeRight(help, end: area.width - 1, y: area.y, width: area.width, theme[.keyHint], theme)
    // Left to right on the screen; the number is the order in which they are given up when there is no room.
    let running =
      !model.going.isEmpty
      ? ("▸ \(model.going)", Role.accent)
      : model.isRunning ? ("▶ running", Role.good) : ("‖ paused ", Role.warning)
    var segments: [(text: String, role: Role, rank: Int)] = [
      ("ganglion", .faint, 2), (model.document, .heading, 9), (running.0, running.1, 10), (model.time, .text, 12),
      (model.past, .accent, 11), (model.branch.isEmpty ? "" : BranchTitle.of(model.branch), .accent, 8),
      (model.speed, .text, 7), (model.dt, .faint, 3), (model.neurons, .text, 5), (model.order, .accent, 8),
      (model.painting, .warning, 8),
      (model.synapses, .text, 4),
    ].filter { !$0.0.isEmpty && (model.hasNetwork || $0.1 != running.1) }
    let room = area.width - CharacterWidth.columns(of: help) - 4
    while width(segments.map(\.text)) > room, segments.count > 1,
      let least = segments.indices.min(by: { segments[$0].rank < segments[$1].rank })
    {
      segments.remove(at: least)
    }
    var x = area.x + 1
    for segment in segments {
      x += 2 + canvas.write(segment.text, x: x, y: area.y, width: room - x + 1, theme[segment.role], theme)
    }
  }

  private static func width(_ texts: [String]) -> Int {
    texts.reduce(0) { $0 + CharacterWidth.columns(of: $1) + 2 }
  }
}
