/// What the network would cost where a spike costs energy: synaptic operations a second, by projection.
import Basics
import Charts
package import Debugger
package import Terminal
package import Workbench

/// A spike costs one addition for each of its synapses. Projections from a part of a population are counted as if this
/// part fired as the whole does.
package enum EnergyPane: Pane {
  package struct Row: Equatable, Sendable {
    let name: String
    /// Additions in a second of the network's own time.
    let operations: Double
    let synapses: Int
    let carriesValues: Bool
  }

  package struct Model: Equatable, Sendable {
    var rows: [Row] = []
    var hasNetwork = false
    var window = Milliseconds(0)
  }

  /// Energy of an addition of 32 bits in 45 nm [J]: Horowitz 2014, "Computing's energy problem", ISSCC. A network that
  /// is not one of spikes multiplies and adds, for 4.6 pJ.
  static let joulesPerAddition = 0.9e-12

  package static let descriptor = PaneDescriptor(
    id: .energy, title: "Energy", doc: "Synaptic operations a second of every projection, and what they would cost.")

  package static func observe(
    _ state: WorkbenchState, size: Size, glyphs: GlyphSet, _ request: inout ObservationRequest
  ) {}

  package static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model {
    var model = Model()
    guard let network = state.network else { return model }
    model.hasNetwork = true
    model.window = state.window
    model.rows = network.projections.map { projection in
      let fires = network.populations.element(projection.source)?.fires ?? false
      let rate = snapshot?.rates.element(projection.source) ?? 0
      return Row(
        name: projection.name, operations: rate * Double(projection.synapses), synapses: projection.synapses,
        carriesValues: !fires)
    }
    return model
  }

  package static func details(_ model: Model) -> [String] {
    model.hasNetwork ? ["additions a second · last \(Words.span(model.window))", "additions a second"] : []
  }

  package static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard model.hasNetwork else {
      return canvas.writeNoNetwork(in: area, theme)
    }
    guard !model.rows.isEmpty else {
      return canvas.writeCentered(["This network has no projection, and costs no addition."], in: area, theme)
    }
    let rows = rows(in: area)
    let greatest = model.rows.map(\.operations).max() ?? 0
    let nameWidth = min(24, max(8, area.width / 4))
    for (index, row) in model.rows.prefix(rows).enumerated() {
      draw(row, greatest, nameWidth, x: area.x, y: area.y + index, width: area.width, on: &canvas, theme: theme)
    }
    drawTotal(model, in: area, on: &canvas, theme: theme)
  }

  private static func draw(
    _ row: Row, _ greatest: Double, _ nameWidth: Int, x: Int, y: Int, width: Int, on canvas: inout Canvas, theme: Theme
  ) {
    canvas.write(row.name, x: x + 1, y: y, width: nameWidth, theme[.text], theme)
    let number = row.carriesValues ? "values" : scaled(row.operations, "/s")
    canvas.writeRight(
      number, end: x + nameWidth + 12, y: y, width: 10, theme[row.carriesValues ? .faint : .text], theme)
    let cells = width - nameWidth - 14
    guard cells > 0, greatest > 0 else { return }
    canvas.lyingBar(row.operations / greatest, x: x + nameWidth + 13, y: y, width: cells, theme[.curve], theme)
  }

  /// Those for projections, above the two of the total.
  private static func rows(in area: Rect) -> Int { max(0, area.height - 3) }

  private static func drawTotal(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    let total = model.rows.reduce(0) { $0 + $1.operations }
    let hidden = model.rows.count - rows(in: area)
    let lines = [
      (hidden > 0 ? "+\(hidden) more · " : "") + "together \(scaled(total, " additions a second"))",
      "about \(scaled(total * joulesPerAddition, "W")) at 0.9 pJ each (45 nm, Horowitz 2014)",
    ]
    for (index, line) in lines.enumerated() {
      canvas.write(
        line, x: area.x + 1, y: area.y + area.height - 2 + index, width: area.width - 1,
        theme[index == 0 ? .heading : .faint], theme)
    }
  }

  /// Three digits and a prefix: `1.25 M/s`, `340 nW`.
  static func scaled(_ value: Double, _ unit: String) -> String {
    let prefixes: [(Double, String)] = [
      (1e9, "G"), (1e6, "M"), (1e3, "k"), (1, ""), (1e-3, "m"), (1e-6, "µ"), (1e-9, "n"), (1e-12, "p"),
    ]
    guard value > 0, let (factor, prefix) = prefixes.first(where: { value >= $0.0 }) else { return "0 \(unit)" }
    let number = value / factor
    let digits = Digits.fixed(number, number >= 100 ? 0 : number >= 10 ? 1 : 2)
    return unit.hasPrefix(" ") ? "\(digits)\(prefix.isEmpty ? "" : " " + prefix)\(unit)" : "\(digits) \(prefix)\(unit)"
  }
}
