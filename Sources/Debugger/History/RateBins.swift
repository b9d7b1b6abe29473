/// The rates of populations over time, kept up to date bin by bin.
import Basics

struct RateBins {
  private let sizes: [Int]
  private var bins: SpikeBins
  var window: WindowColumns { bins.window }

  /// - Parameter sizes: neurons of each population.
  init(sizes: [Int], window: WindowColumns) {
    self.sizes = sizes
    let populations = sizes.enumerated().flatMap { Array(repeating: Int32($0), count: $1) }
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
    for (population, size) in sizes.enumerated() {
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
