/// What the spike trains of some neurons say over a stretch of time: intervals, CV, Fano factor, synchrony.
package import Basics

package struct TrainStatistics: Sendable, Equatable {
  /// Neurons that were looked at, and their spikes.
  package var neurons: Int
  package var spikes: Int
  /// Interspike intervals of all neurons [ms], from 0 on; the last part holds longer ones, too.
  package var intervals: Histogram
  /// Mean over neurons with `IntervalStatistics.leastIntervals` intervals or more of the coefficient of variation of
  /// their intervals; nil where there is none.
  package var cv: Double?
  /// How many neurons that mean is taken over.
  package var cvNeurons: Int
  /// Mean over neurons that fired of variance (divisor n − 1) over mean of their counts in a tenth of the time; nil where
  /// none fired. 1 for a Poisson process, less where firing is regular.
  package var fano: Double?
  /// Golomb's χ of the counts in `synchronyBin`: the standard deviation of the neurons' mean activity over the root of
  /// the mean of their own variances. 1 where all fire as one, near 1/√n where they fire independently; nil where
  /// nothing changes.
  /// - References: Golomb 2007, "Neuronal synchrony measures", Scholarpedia 2(1):1347.
  package var synchrony: Double?
  package var synchronyBin: Milliseconds

  package init(
    neurons: Int, spikes: Int, intervals: Histogram, cv: Double?, cvNeurons: Int, fano: Double?, synchrony: Double?,
    synchronyBin: Milliseconds
  ) {
    self.neurons = neurons
    self.spikes = spikes
    self.intervals = intervals
    self.cv = cv
    self.cvNeurons = cvNeurons
    self.fano = fano
    self.synchrony = synchrony
    self.synchronyBin = synchronyBin
  }
}
