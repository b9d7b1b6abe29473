/// What snapshots say of whole populations: rates over time, intervals between spikes, how values are spread.
package import Analysis
package import Basics

/// The mean rate of every population over the window, part by part, of those neurons that are shown.
package struct RateCurvesSnapshot: Sendable, Equatable {
  package var columns: Int
  /// Mean over the population's neurons [Hz], row-major [populations × columns], the newest at the right. NaN before
  /// the first step, where the spikes are no longer kept, and where no neuron is shown.
  package var rates: [Float]
  /// The time at the right edge, and the width.
  package var end: Milliseconds
  package var window: Milliseconds
  package init(columns: Int, rates: [Float], end: Milliseconds, window: Milliseconds) {
    self.columns = columns
    self.rates = rates
    self.end = end
    self.window = window
  }
}

/// The intervals between the spikes of one population within the window, of those neurons that are shown.
package struct IntervalsSnapshot: Sendable, Equatable {
  package var population: Int
  package var statistics: TrainStatistics
  /// Every how many-th neuron was looked at: 1 for all.
  package var stride: Int
  package init(population: Int, statistics: TrainStatistics, stride: Int) {
    self.population = population
    self.statistics = statistics
    self.stride = stride
  }
}

/// How a parameter or a state variable is spread over those neurons of one population that are shown.
package struct SpreadSnapshot: Sendable, Equatable {
  package var population: Int
  package var name: String
  package var histogram: Histogram
  /// Every how many-th neuron was looked at: 1 for all.
  package var stride: Int
  package init(population: Int, name: String, histogram: Histogram, stride: Int) {
    self.population = population
    self.name = name
    self.histogram = histogram
    self.stride = stride
  }
}
