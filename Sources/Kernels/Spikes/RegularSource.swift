/// Spikes like a metronome's.
import Basics

/// `SpikeSourceRegular`: a spike at start + k/rate for k = 1, 2, …, as long as that is not after start + duration.
///
/// Each time is rounded to the grid by itself, so that the mean rate is kept whatever dt; of several in one step one is
/// left. A function of the step: nothing is stored.
final class RegularSource: SpikeSource, @unchecked Sendable {
  private let dt: Double
  private var neurons: [Neuron] = []

  private struct Neuron {
    /// [steps]; infinite at rate 0.
    let interval: Double
    let start: Double
    /// How many spikes there are at most.
    let count: Double

    /// How many of its times are rounded to step `tick` or an earlier one.
    func spikes(until tick: Int) -> Double {
      min(count, max(0, ((Double(tick) + 0.5 - start) / interval).nextDown.rounded(.down)))
    }
  }

  init(parameters: ParameterTable, dt: Double) {
    self.dt = dt
    apply(parameters)
  }

  func apply(_ parameters: ParameterTable) {
    neurons = (0..<parameters.count).map { index in
      let p = NeuronParameters(table: parameters, neuron: index)
      let interval = 1000 / p["rate"] / dt
      // A last spike that rounding has put a hair behind the end still counts.
      let count = (p["duration"] / dt / interval * (1 + 1e-12)).rounded(.down)
      return Neuron(interval: interval, start: p["start"] / dt, count: interval.isInfinite ? 0 : count)
    }
  }

  func emit(tick: Int, into spikes: SpikeList) {
    for (index, neuron) in neurons.enumerated() where neuron.spikes(until: tick + 1) > neuron.spikes(until: tick) {
      spikes.append(index)
    }
  }
}
