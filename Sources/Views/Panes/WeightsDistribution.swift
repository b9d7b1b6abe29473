/// How the weights of a projection are spread, and where the one under the cursor stands.
import Analysis
import Basics
import Charts
import Debugger
import Terminal
import Workbench

struct WeightsDistribution {
  private let model: WeightsPane.Model
  private let weights: WeightsSnapshot
  private let projection: NetworkSummary.Projection

  init(_ model: WeightsPane.Model, _ weights: WeightsSnapshot, _ projection: NetworkSummary.Projection) {
    self.model = model
    self.weights = weights
    self.projection = projection
  }

  func draw(in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard let histogram = weights.histogram else { return }
    let rows = WeightsArea.numberRows(area.height)
    let plot = Rect(x: area.x, y: area.y, width: area.width, height: area.height - rows)
    HistogramPlot(histogram: histogram, unit: projection.weightDimension.baseUnit, marked: weights.cursorWeight)
      .draw(in: plot, on: &canvas, theme: theme)
    guard rows > 0 else { return }
    let y = plot.y + plot.height
    WeightsPane.drawNumber(
      model, weights, projection, x: area.x + 1, y: y, width: area.width - 1, on: &canvas, theme: theme)
    let number = { NumberText.quantity($0, projection.weightDimension, digits: 3) }
    let words =
      "mean \(number(histogram.mean)) · sd \(number(histogram.deviation)) · "
      + NumberText.count(histogram.total, "synapse")
    canvas.write(words, x: area.x + 1, y: y + 1, width: area.width - 1, theme[.text], theme)
  }
}
