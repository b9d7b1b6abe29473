/// The rates of populations over time, of those neurons that are shown, kept up to date bin by bin.
import Basics

struct RateBins {
  /// By population: how many neurons are shown.
  private let shown: [Int]
  private var bins: SpikeBins
  var window: WindowColumns { bins.window }

  /// - Parameter sizes: neurons of each population.
  /// - Complexity: O(neurons).
  init(_ order: NeuronOrder, sizes: [Int], window: WindowColumns) {
    shown = sizes.indices.map { order.count(of: $0) }
    let populations = sizes.enumerated().flatMap { population, size in
      (0..<size).map { order.position(of: $0, in: population) == nil ? -1 : Int32(population) }
    }
    bins = SpikeBins(rowOfNeuron: populations, rows: sizes.count, window: window)
  }

  mutating func removeAll() { bins.removeAll() }

  mutating func update(_ history: SpikeHistory) { bins.update(history) }

  /// Writes the mean rates, oldest column first, into memory that is used again; NaN where nothing was counted.
  /// - Complexity: O(populations · columns).
  func write(into curves: inout RateCurvesSnapshot, endStep: Int, dt: Milliseconds) {
    curves.columns = window.columns
    curves.end = Milliseconds(window.end(ofColumn: bins.lastColumn) * dt.value)
    curves.window = Milliseconds(Double(window.steps) * dt.value)
    curves.rates.removeAll(keepingCapacity: true)
    for (population, size) in shown.enumerated() {
      var column = bins.lastColumn - window.columns
      bins.forEachCount(inRow: population) { count in
        column += 1
        let steps = window.steps(ofColumn: column)
        let counted = min(steps.upperBound, endStep) - max(steps.lowerBound, bins.firstStep)
        let seconds = Double(counted) * dt.value / 1000
        curves.rates.append(counted > 0 && size > 0 ? Float(Double(count) / seconds / Double(size)) : .nan)
      }
    }
  }
}
