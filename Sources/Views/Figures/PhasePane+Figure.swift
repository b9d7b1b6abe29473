/// The phase plane on paper: both nullclines, the way that the neuron came, and where it is.
import Basics
package import Charts
import Debugger
package import Terminal
import Workbench

extension PhasePane: PrintedPane {
  package static var printedSize: Size { Size(columns: 120, rows: 60) }

  /// Places along a nullcline.
  private static let samples = 400

  package static func figure(_ model: Model) -> Figure? {
    guard let plane = model.plane, let values = model.values else { return nil }
    let ranges = PhasePlot.ranges(plane, values, model.orbit)
    let x = Axis(Axis(covering: ranges.x, ticks: 13).range, ticks: 8)
    let y = Axis(Axis(covering: ranges.y, ticks: 13).range, ticks: 8)
    let nullcline = { (value: (Double, NeuronValues) -> Double) in
      (0...samples).map { step in
        let place = x.range.lowerBound + (x.range.upperBound - x.range.lowerBound) * Double(step) / Double(samples)
        return FigurePoint(x: place, y: value(place, values))
      }
    }
    var marks: [FigureMark] = [
      .line(nullcline(plane.yNullcline), isDashed: true, FigureColors.curve),
      .line(nullcline(plane.xNullcline), isDashed: false, FigureColors.threshold),
    ]
    if let orbit = model.orbit { marks.append(.line(way(orbit, plane), isDashed: false, FigureColors.other)) }
    marks.append(.dots([FigurePoint(x: values[plane.x], y: values[plane.y])], FigureColors.ink))
    let panel = Figure.Panel(
      height: 380, x: FigureAxis(titled(plane.x, model.xUnit), numbers: x),
      y: FigureAxis(titled(plane.y, model.yUnit), numbers: y), marks: marks)
    return Figure(title: "Phase plane of \(model.neuron)", caption: caption(plane, model), panels: [panel])
  }

  /// From a spike that takes the neuron elsewhere at once nothing is drawn to there.
  private static func way(_ orbit: OrbitSnapshot, _ plane: PhasePlane) -> [FigurePoint] {
    let gap = FigurePoint(x: .nan, y: .nan)
    return zip(orbit.xs, orbit.ys).enumerated().flatMap { index, place in
      let point = FigurePoint(x: Double(place.0), y: Double(place.1))
      return plane.jumps && orbit.spiked.element(index) == true ? [gap, point] : [point]
    }
  }

  private static func titled(_ name: String, _ unit: String) -> String { unit.isEmpty ? name : "\(name) (\(unit))" }

  private static func caption(_ plane: PhasePlane, _ model: Model) -> String {
    let lines = "orange: d\(plane.x)/dt = 0; dashed: d\(plane.y)/dt = 0; green: the last \(Words.span(model.window))"
    return plane.reduction.isEmpty ? lines : "\(lines); \(plane.reduction)"
  }
}
