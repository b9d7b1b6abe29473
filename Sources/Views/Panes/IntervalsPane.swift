/// How regularly and how much together a population fires: its interspike intervals, CV, Fano factor and synchrony.
import Analysis
import Basics
import Charts
package import Debugger
package import Terminal
package import Workbench

package enum IntervalsPane: Pane {
  package struct Model: Equatable, Sendable {
    var population = ""
    var intervals: IntervalsSnapshot?
    var window = Milliseconds(0)
    var fires = false
    var hasNetwork = false
  }

  package static let descriptor = PaneDescriptor(
    id: .intervals, title: "Intervals",
    doc: "Interspike intervals of the selected population within the time shown, with CV, Fano factor and synchrony.")

  package static func observe(
    _ state: WorkbenchState, size: Size, glyphs: GlyphSet, _ request: inout ObservationRequest
  ) {
    guard state.selectedPopulation?.fires == true else { return }
    request.intervals = ObservationRequest.Intervals(
      population: state.neuron.population, bins: HistogramPlot.bins(width: size.columns))
  }

  package static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model {
    var model = Model()
    guard let population = state.selectedPopulation else { return model }
    model.hasNetwork = true
    model.population = population.name
    model.fires = population.fires
    model.window = state.window
    if let intervals = snapshot?.intervals, intervals.population == state.neuron.population {
      model.intervals = intervals
    }
    return model
  }

  package static func details(_ model: Model) -> [String] {
    guard model.hasNetwork else { return [] }
    let sampled = (model.intervals?.stride ?? 1) > 1 ? " · every \(model.intervals?.stride ?? 1)th neuron" : ""
    let name = "\(model.population) · \(Words.span(model.window))"
    // Where there is no histogram there is nothing to say of its axes.
    let hasBars = model.intervals.map { $0.statistics.intervals.total > 0 } ?? false
    let axes = hasBars ? ["number against ISI in ms · " + name + sampled] : []
    return axes + [name + sampled, name, model.population]
  }

  package static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard model.hasNetwork else {
      return canvas.writeNoNetwork(in: area, theme)
    }
    guard model.fires else {
      let lines = [
        "\(model.population) never fires.", Words.advice("next-population", "selects the next population."),
      ]
      return canvas.writeCentered(lines, in: area, theme)
    }
    guard let statistics = model.intervals?.statistics else { return }
    let lines = FactLines.lines(of: facts(statistics, window: model.window), width: area.width - 2)
    let rows = min(lines.count, max(0, area.height - 4))
    let plot = Rect(x: area.x, y: area.y, width: area.width, height: area.height - rows)
    if statistics.intervals.total == 0 {
      canvas.writeCentered(
        [
          "No neuron fired twice in \(Words.span(model.window)).",
          Words.advice("window-longer", "shows a longer time."),
        ],
        in: plot, theme)
    } else {
      HistogramPlot(histogram: statistics.intervals, unit: "ms").draw(in: plot, on: &canvas, theme: theme)
    }
    for (row, line) in lines.prefix(rows).enumerated() {
      canvas.write(line, x: area.x + 1, y: plot.y + plot.height + row, width: area.width - 1, theme[.text], theme)
    }
  }

  /// What the trains say, a few words each.
  static func facts(_ statistics: TrainStatistics, window: Milliseconds) -> [String] {
    let number = { (value: Double?) in value.map { Digits.fixed($0, 2) } ?? "–" }
    let seconds = window.value / 1000
    let rate = Double(statistics.spikes) / Double(max(1, statistics.neurons)) / max(seconds, 1e-9)
    return [
      "\(Digits.fixed(rate, 1)) Hz", "ISI \(NumberText.significant(statistics.intervals.mean, digits: 3)) ms",
      "CV \(number(statistics.cv)) of \(NumberText.count(statistics.cvNeurons, "neuron"))",
      "Fano \(number(statistics.fano)) in \(Words.span(Milliseconds(window.value / 10)))",
      "synchrony \(number(statistics.synchrony)) in \(Words.span(statistics.synchronyBin))",
    ]
  }
}
