/// The network in words: a line for each population, and one for each projection.
import Charts
import Workbench

extension GraphPane {
  package static func words(_ model: Model) -> [PlainLine]? {
    if model.boxes.isEmpty { return nil }
    let populations = model.boxes.map { box in
      let rate = box.rate.map { ", \(Digits.fixed($0, 1)) Hz" } ?? ""
      return PlainLine(
        "\(box.name): \(NumberText.count(box.size, "neuron")) of \(box.model)\(rate)", isSelected: box.isSelected)
    }
    return populations
      + model.arrows.map { arrow in
        PlainLine((arrow.labels.first ?? "") + (arrow.isInhibitory ? ", inhibits" : ", excites"))
      }
  }
}
