/// The rates on paper: a panel for each population, under one another over the same time.
package import Charts
import Debugger
package import Terminal
import Workbench

extension RatesPane: PrintedPane {
  package static var printedSize: Size { Size(columns: 110, rows: 60) }

  /// More than these fill a page.
  private static let mostPanels = 12

  package static func figure(_ model: Model) -> Figure? {
    guard let curves = model.curves else { return nil }
    let time = FigureTime(end: curves.end, window: curves.window)
    let firing = model.fires.indices.filter { model.fires[$0] }
    guard !firing.isEmpty else { return nil }
    let panels = firing.prefix(mostPanels).map { population in
      let rates = curves.rates(of: population)
      return Figure.Panel(
        height: firing.count == 1 ? 180 : 72, x: time.axis,
        y: FigureAxis("\(model.names[population]) (Hz)", numbers: RateBands.axis(rates)),
        marks: [.columns(rates.map(Double.init), span: time.span, FigureColors.curve)])
    }
    let left = firing.count - panels.count
    return Figure(
      title: "Rates",
      caption: "mean of \(counted(model)) in \(time.words(columns: 1, of: curves.columns))"
        + (left > 0 ? "; \(NumberText.count(left, "population")) more" : ""),
      panels: panels)
  }
}
