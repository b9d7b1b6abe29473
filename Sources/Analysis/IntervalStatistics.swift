/// Rates and the regularity of spike trains, gathered while a network runs.
package import Basics

/// Counts spikes and sums up interspike intervals of every neuron, so that nothing of a run has to be kept.
///
/// Takes 32 bytes a neuron, whatever the length of the run.
package struct IntervalStatistics: Sendable, Equatable {
  /// Neurons with fewer intervals than this say too little about their CV to count in a mean.
  package static let leastIntervals = 5

  private let dt: Milliseconds
  private var trains: [SpikeTrain]

  package init(neurons: Int, dt: Milliseconds) {
    self.dt = dt
    trains = Array(repeating: SpikeTrain(), count: neurons)
  }

  /// The neurons that spiked at `tick`; ticks in ascending order. - Complexity: O(spikes).
  package mutating func add(_ neurons: ArraySlice<UInt32>, at tick: Tick) {
    for neuron in neurons { trains[Int(neuron)].add(tick.value) }
  }

  /// Spikes of these neurons.
  package func spikes(of neurons: Range<Int>) -> Int { trains[neurons].reduce(0) { $0 + $1.spikes } }

  /// Mean rate of these neurons over `steps` [Hz]; 0 where there is no time or nobody.
  package func rate(of neurons: Range<Int>, steps: Int) -> Double {
    let seconds = Double(steps) * dt.value / 1000
    if neurons.isEmpty || seconds <= 0 { return 0 }
    return Double(spikes(of: neurons)) / Double(neurons.count) / seconds
  }

  /// The mean, over the neurons with enough intervals, of the coefficient of variation of their interspike intervals
  /// (standard deviation, divisor n, over mean); nil where no neuron has enough.
  package func meanCV(of neurons: Range<Int>) -> Double? {
    trains[neurons].cvs.mean
  }
}
