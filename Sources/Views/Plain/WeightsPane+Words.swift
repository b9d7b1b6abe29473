/// The weights in words: the synapse under the cursor, and the range of all.
import Basics
import Debugger
import Workbench

extension WeightsPane {
  package static func words(_ model: Model) -> [PlainLine]? {
    guard let projection = model.projection, let weights = model.weights else { return nil }
    func text(_ weight: Double) -> String { NumberText.quantity(weight, projection.weightDimension) }
    let pair = "\(model.source)[\(model.cursor.pre)] to \(model.target)[\(model.cursor.post)]"
    let delay = weights.cursorDelay.map { " after \(NumberText.quantity($0.value, .time))" } ?? ""
    let synapse = weights.cursorWeight.map { text($0) + delay } ?? "not connected"
    return [
      PlainLine("\(pair): \(synapse)", isSelected: true),
      PlainLine(
        "\(projection.name): \(NumberText.count(projection.synapses, "synapse")), weights from "
          + "\(text(weights.range.lowerBound)) to \(text(weights.range.upperBound))"),
    ]
  }
}
