/// The f-I curve on paper: what was measured as points, the formula as a line, rheobase and the present current.
import Basics
package import Charts
import Debugger
package import Terminal
import Workbench

extension FiringPane: PrintedPane {
  package static var printedSize: Size { Size(columns: 120, rows: 40) }

  /// Places along the line of the formula.
  private static let samples = 400

  package static func figure(_ model: Model) -> Figure? {
    guard let curve = model.curve, let descriptor = model.descriptor, let drive = descriptor.drive,
      let low = curve.currents.first, let high = curve.currents.last, low <= high
    else { return nil }
    let points = zip(curve.currents, curve.rates).map { FigurePoint(x: $0, y: $1) }
    let formula = FiringFormula(curve, descriptor)
    let line = formula.map { formula in
      (0...samples).map { low + (high - low) * Double($0) / Double(samples) }
        .map { FigurePoint(x: $0, y: formula.rate($0)) }
    }
    var marks: [FigureMark] = [.line(line ?? points, isDashed: false, FigureColors.curve)]
    marks.append(.dots(points, FigureColors.curve))
    if let rheobase = curve.rheobase { marks.append(.upright(rheobase, name: "rheobase", FigureColors.threshold)) }
    if let now = model.drive, (low...high).contains(now) {
      marks.append(.upright(now, name: "now", FigureColors.reset))
    }
    let unit = drive.dimension.baseUnit
    let top = curve.rates.reduce(1) { max($0, $1) }
    let panel = Figure.Panel(
      height: 280,
      x: FigureAxis(unit.isEmpty ? drive.name : "\(drive.name) (\(unit))", numbers: Axis(low...high, ticks: 8)),
      y: FigureAxis("rate (Hz)", numbers: Axis(covering: 0...top, ticks: 8)), marks: marks)
    let caption = formula.map { "points: measured; line: \($0.theory.formula) (\($0.theory.source))" }
    return Figure(
      title: "f-I curve of \(model.neuron)", caption: caption ?? "measured at constant currents", panels: [panel])
  }
}
