/// A grid on which spikes are drawn, as notes are in a tracker: a row a neuron, a column a stretch of time.
package import Basics
package import NetworkModel
import Terminal

package struct SpikeGrid: Sendable, Equatable {
  package let population: String
  /// The cell under the cursor, 0-based.
  package internal(set) var neuron = 0
  package internal(set) var bin = 0
  package internal(set) var stepsPerBin: Int

  /// A millisecond to a column, or a step where that is longer.
  init(_ population: String, dt: Milliseconds) {
    self.population = population
    stepsPerBin = max(1, Milliseconds(1).ticks(dt: dt))
  }

  /// A spike is drawn at the end of its bin: the first bin ends one of its widths after 0, where nothing can spike.
  package func time(of bin: Int, dt: Milliseconds) -> Milliseconds {
    Tick((bin + 1) * stepsPerBin).time(dt: dt).written
  }

  /// In which bin a time lies.
  package func bin(of time: Milliseconds, dt: Milliseconds) -> Int { (time.ticks(dt: dt) - 1) / stepsPerBin }

  /// The times of a train without those in a bin.
  func removing(_ bin: Int, from train: [Milliseconds], dt: Milliseconds) -> [Milliseconds] {
    train.filter { self.bin(of: $0, dt: dt) != bin }
  }
}

extension WorkbenchState {
  /// What is drawn on; nil where it has gone, by an undo for instance.
  package func population(of grid: SpikeGrid) -> PopulationSpec? {
    document?.spec.population(grid.population).flatMap { $0.hasTrains ? $0 : nil }
  }

  /// Neurons and bins that the screen has room for, 1 or more of each.
  package var spikeGridSize: (neurons: Int, bins: Int) {
    (max(1, size.rows - 10), max(1, (size.columns - 18) / 2))
  }
}
