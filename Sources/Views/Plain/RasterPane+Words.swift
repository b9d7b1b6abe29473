/// The raster in words: how much every population fires.
import Basics
import Charts
import Debugger
import Workbench

extension RasterPane {
  package static func words(_ model: Model) -> [PlainLine]? {
    guard model.hasNetwork, let raster = model.raster else { return nil }
    let span = Words.span(model.window)
    return model.names.indices.compactMap { population in
      guard let first = raster.firstRows.element(population), let next = raster.firstRows.element(population + 1),
        first < next, raster.counts.count == raster.rows * raster.columns
      else { return nil }
      let spikes = raster.counts[first * raster.columns..<next * raster.columns].reduce(0) { $0 + Int($1) }
      let neurons = model.sizes.element(population) ?? 0
      let rate = Double(spikes) / Double(max(1, neurons)) / max(1e-9, model.window.value / 1000)
      return PlainLine(
        "\(model.names[population]): \(NumberText.count(spikes, "spike")) of \(NumberText.count(neurons, "neuron")) "
          + "in the last \(span), \(Digits.fixed(rate, 1)) Hz",
        isSelected: model.selectedRow.map { (first..<next).contains($0) } ?? false)
    }
  }
}
