/// The statistics of spike trains over the last stretch of time, spike by spike.
package import Basics

/// A spike is taken in when it happens and let go when it is older than the window, so that statistics cost nothing that
/// grows with the number of spikes. Spikes are given in order of time; every neuron may spike once a step.
package struct SlidingTrains {
  /// What is kept of a spike that is within the window.
  private struct Spike {
    let neuron: UInt32
    let step: Int
    /// To the neuron's next spike [steps]; 0 while there is none.
    var interval = 0
  }
  /// Of the intervals of one neuron that lie within the window, in steps: whole numbers, so that the sums are exact.
  private struct Train {
    /// The number of its last spike, counted over all neurons; -1 for none.
    var last = -1
    var intervals = 0
    var sum = 0
    var squares = 0
  }

  /// Keeps the table small where a window has millions of steps.
  private static let longestLength = 1 << 17

  private let window: Int
  private let dt: Milliseconds
  private var trains: [Train]
  /// Oldest first. Those before `dropped` are let go, and stay until there are many of them.
  private var spikes: [Spike] = []
  private var dropped = 0
  /// Spikes that were removed from the front of `spikes`.
  private var removed = 0
  /// By length [steps]: how many intervals there are. Those longer than this stand only in the sums.
  private var lengths: [Int32]
  private var total = Train()
  private var coarse: SlidingCounts
  private var fine: SlidingCounts

  /// - Parameter window: in steps.
  package init(neurons: Int, window: Int, dt: Milliseconds) {
    self.window = window
    self.dt = dt
    trains = Array(repeating: Train(), count: neurons)
    lengths = Array(repeating: 0, count: min(window, Self.longestLength))
    coarse = SlidingCounts(BinClock(bins: 10, window: window), neurons: neurons, tellsFano: true)
    fine = SlidingCounts(BinClock(synchronyOver: window), neurons: neurons)
  }

  /// Begins anew: nothing is known of the time before this step.
  package mutating func begin(at step: Int) { self = SlidingTrains(copying: self, from: step) }

  private init(copying old: SlidingTrains, from step: Int) {
    self.init(neurons: old.trains.count, window: old.window, dt: old.dt)
    coarse.begin(at: step)
    fine.begin(at: step)
  }

  /// A spike of a neuron (0…) in a step, not earlier than the last one given. - Complexity: O(1), amortised.
  package mutating func add(_ neuron: Int, step: Int) {
    drop(before: step - window + 1)
    coarse.add(neuron, step: step)
    fine.add(neuron, step: step)
    let last = trains[neuron].last
    if last >= removed + dropped {
      let interval = step - spikes[last - removed].step
      spikes[last - removed].interval = interval
      count(interval, of: neuron, 1)
    }
    trains[neuron].last = removed + spikes.count
    spikes.append(Spike(neuron: UInt32(neuron), step: step))
  }

  /// Time goes on to the end of the step before `end`. - Complexity: O(spikes that leave), amortised; O(neurons) for each
  /// bin of time that ends.
  package mutating func move(to end: Int) {
    drop(before: end - window)
    coarse.move(to: end)
    fine.move(to: end)
  }

  private mutating func drop(before step: Int) {
    while dropped < spikes.count, spikes[dropped].step < step {
      let spike = spikes[dropped]
      if spike.interval > 0 { count(spike.interval, of: Int(spike.neuron), -1) }
      dropped += 1
    }
    guard dropped > 1024, dropped * 2 > spikes.count else { return }
    spikes.removeFirst(dropped)
    removed += dropped
    dropped = 0
  }

  private mutating func count(_ interval: Int, of neuron: Int, _ sign: Int) {
    if interval < lengths.count { lengths[interval] += Int32(sign) }
    trains[neuron].intervals += sign
    trains[neuron].sum += sign * interval
    trains[neuron].squares += sign * interval * interval
    total.intervals += sign
    total.sum += sign * interval
    total.squares += sign * interval * interval
  }

  /// - Parameter bins: of the histogram of intervals, which goes from 0 to four times their mean, in whole steps.
  /// - Complexity: O(neurons + steps of the histogram).
  package func statistics(bins: Int) -> TrainStatistics {
    let (cv, number) = meanCV
    return TrainStatistics(
      neurons: trains.count, spikes: spikes.count - dropped, intervals: histogram(bins: max(1, bins)), cv: cv,
      cvNeurons: number, fano: coarse.meanFano, synchrony: fine.synchrony,
      synchronyBin: Milliseconds(Double(fine.clock.stepsPerBin) * dt.value))
  }

  private func histogram(bins: Int) -> Histogram {
    let mean = total.intervals > 0 ? Double(total.sum) / Double(total.intervals) : .nan
    // Whole steps to a bin: otherwise some bins hold one more possible interval than others, and the picture has teeth.
    let width = total.intervals > 0 ? max(1, Int((4 * mean / Double(bins)).rounded(.up))) : 1
    var counts = Array(repeating: 0, count: bins)
    for length in 0..<min(lengths.count, width * bins) { counts[length / width] += Int(lengths[length]) }
    counts[bins - 1] += total.intervals - counts.reduce(0, +)
    let variance = Double(total.squares) / Double(max(1, total.intervals)) - mean * mean
    return Histogram(
      counts: counts, range: 0...Double(bins * width) * dt.value, mean: mean * dt.value,
      deviation: total.intervals > 0 ? max(0, variance).squareRoot() * dt.value : .nan)
  }

  /// Over the neurons with enough intervals, and how many these are.
  private var meanCV: (mean: Double?, number: Int) {
    var sum = 0.0
    var number = 0
    for train in trains where train.intervals >= IntervalStatistics.leastIntervals {
      let mean = Double(train.sum) / Double(train.intervals)
      let variance = Double(train.squares) / Double(train.intervals) - mean * mean
      sum += max(0, variance).squareRoot() / mean
      number += 1
    }
    return (number > 0 ? sum / Double(number) : nil, number)
  }
}
