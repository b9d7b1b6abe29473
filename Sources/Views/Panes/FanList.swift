/// What one neuron receives, or gives: a synapse a row, the strongest first, with bar, weight and delay.
import Basics
import Charts
import Debugger
import Terminal
import Workbench

struct FanList {
  struct Model: Equatable, Sendable {
    var neuron = ""
    var isOutgoing = false
    var fan: FanSnapshot?
    /// By synapse in view: the name of the neuron at the other end, weight and delay as they are written.
    var names: [String] = []
    var weights: [String] = []
    var delays: [String] = []
    /// The place of the synapse under the cursor, among all.
    var selected = 0
  }

  private let model: Model
  private let fan: FanSnapshot?
  private let area: Rect
  private let nameWidth: Int
  private let weightWidth: Int
  private let delayWidth: Int
  private let barWidth: Int

  private static let leastBar = 8

  init(_ model: Model, in area: Rect) {
    self.model = model
    fan = model.fan
    self.area = area
    func widest(_ texts: [String], atLeast least: Int) -> Int {
      texts.reduce(least) { max($0, CharacterWidth.columns(of: $1)) }
    }
    nameWidth = min(widest(model.names, atLeast: 8), max(8, area.width / 3))
    weightWidth = widest(model.weights, atLeast: 9)
    let delays = widest(model.delays, atLeast: 6)
    let rest = area.width - nameWidth - weightWidth - 4
    // Where there is little room the delay gives way.
    delayWidth = rest - delays - 1 >= Self.leastBar ? delays : 0
    barWidth = max(0, delayWidth > 0 ? rest - delayWidth - 1 : rest)
  }

  /// The page that holds the cursor.
  static func request(_ state: WorkbenchState, rows: Int) -> ObservationRequest.Fan {
    let count = max(1, rows - headRows(rows))
    return ObservationRequest.Fan(
      isOutgoing: state.weightsMode == .fanOut, first: state.fanRow / count * count, count: count)
  }

  static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model {
    var model = Model()
    model.neuron = state.neuronText
    model.isOutgoing = state.weightsMode == .fanOut
    model.selected = state.fanRow
    guard let network = state.network, let fan = snapshot?.fan, fan.neuron == state.neuron,
      fan.isOutgoing == model.isOutgoing
    else { return model }
    model.fan = fan
    for synapse in fan.synapses {
      let dimension = network.projections.element(synapse.projection)?.weightDimension ?? .none
      let population = network.populations.element(synapse.partner.population)?.name ?? ""
      model.names.append("\(population)[\(synapse.partner.index)]")
      model.weights.append(NumberText.quantity(synapse.weight, dimension))
      model.delays.append(NumberText.quantity(synapse.delay.value, .time))
    }
    return model
  }

  static func details(_ model: Model) -> [String] {
    func towards(_ words: String) -> String {
      model.isOutgoing ? "\(model.neuron) → \(words)" : "\(words) → \(model.neuron)"
    }
    guard let fan = model.fan else { return [towards("…")] }
    let words = fan.progress < 1 ? "read \(Int(fan.progress * 100)) %" : NumberText.count(fan.total, "synapse")
    return [towards(words), words]
  }

  private static func headRows(_ rows: Int) -> Int { rows >= 4 ? 1 : 0 }

  func draw(isFocused: Bool, on canvas: inout Canvas, theme: Theme) {
    guard let fan, fan.total > 0 || fan.progress == 1 else { return }
    guard fan.total > 0 else {
      let words = model.isOutgoing ? "No synapse leaves \(model.neuron)." : "No synapse ends on \(model.neuron)."
      return canvas.writeCentered([words], in: area, theme)
    }
    let head = Self.headRows(area.height)
    if head > 0 { drawHead(fan, on: &canvas, theme: theme) }
    for (place, synapse) in fan.synapses.prefix(area.height - head).enumerated() {
      let y = area.y + head + place
      let isSelected = fan.first + place == model.selected
      if isSelected {
        canvas[area.x, y] = Mark.selected.cell(theme, theme[.accent])
        if isFocused { canvas.cursor = Point(x: area.x, y: y) }
      }
      draw(synapse, place, isSelected: isSelected, y: y, fan, on: &canvas, theme: theme)
    }
  }

  private var barX: Int { area.x + 1 + nameWidth + 1 }

  /// What the columns are, and which part is in view.
  private func drawHead(_ fan: FanSnapshot, on canvas: inout Canvas, theme: Theme) {
    let (y, style) = (area.y, theme[.faint])
    canvas.write(model.isOutgoing ? "to" : "from", x: area.x + 1, y: y, width: nameWidth, style, theme)
    let part = "\(fan.first + 1) to \(fan.first + fan.synapses.count) of \(NumberText.grouped(fan.total))"
    if fan.synapses.count < fan.total, part.count <= barWidth {
      canvas.write(part, x: barX, y: y, width: barWidth, style, theme)
    }
    canvas.writeRight("weight", end: barX + barWidth + 1 + weightWidth, y: y, width: weightWidth, style, theme)
    if delayWidth > 0 {
      canvas.writeRight("delay", end: area.x + area.width, y: y, width: delayWidth, style, theme)
    }
  }

  private func draw(
    _ synapse: FanSnapshot.Synapse, _ place: Int, isSelected: Bool, y: Int, _ fan: FanSnapshot,
    on canvas: inout Canvas, theme: Theme
  ) {
    let style = theme[isSelected ? .accent : .text]
    canvas.write(model.names[place], x: area.x + 1, y: y, width: nameWidth, style, theme)
    let fraction = fan.greatest > 0 ? abs(synapse.weight) / fan.greatest : 0
    canvas.lyingBar(
      fraction, x: barX, y: y, width: barWidth, theme[synapse.weight < 0 ? .inhibitory : .excitatory], theme)
    canvas.writeRight(
      model.weights[place], end: barX + barWidth + 1 + weightWidth, y: y, width: weightWidth, style, theme)
    if delayWidth > 0 {
      canvas.writeRight(model.delays[place], end: area.x + area.width, y: y, width: delayWidth, theme[.faint], theme)
    }
  }
}
