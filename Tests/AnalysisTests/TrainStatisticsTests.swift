/// Statistics of spike trains, against what they must be and against the definition worked out one by one.
import Analysis
import Basics
import Support
import Testing

struct TrainStatisticsTests {
  private let dt = Milliseconds(0.1)

  private func statistics(_ spikes: [(neuron: Int, step: Int)], neurons: Int, steps: Int, bins: Int = 20)
    -> TrainStatistics
  {
    var trains = SlidingTrains(neurons: neurons, window: max(1, steps), dt: dt)
    for spike in spikes.sorted(by: { ($0.step, $0.neuron) < ($1.step, $1.neuron) }) {
      trains.add(spike.neuron, step: spike.step)
    }
    trains.move(to: steps)
    return trains.statistics(bins: bins)
  }

  /// Spikes with probability `p` a step, independently.
  private func bernoulli(_ p: Double, neurons: Int, steps: Int, seed: UInt64) -> [(neuron: Int, step: Int)] {
    var random = SeededGenerator(seed: seed)
    return (0..<neurons).flatMap { neuron in
      (0..<steps).compactMap { Double.random(in: 0..<1, using: &random) < p ? (neuron, $0) : nil }
    }
  }

  @Test func aClockHasNoVariation() {
    // Every neuron every 5 ms, in a phase of its own.
    let spikes = (0..<10).flatMap { neuron in (0..<20).map { (neuron, neuron * 3 + $0 * 50) } }
    let result = statistics(spikes, neurons: 10, steps: 1000)
    #expect(result.spikes == 200)
    #expect(result.cv == 0 && result.cvNeurons == 10)
    #expect(result.fano == 0)
    #expect(abs(result.intervals.mean - 5) < 1e-9)
    #expect(result.intervals.counts.filter { $0 > 0 } == [190])
  }

  @Test func independentTrainsOfChanceHaveCVAndFanoOfOneAndLittleSynchrony() throws {
    let result = statistics(bernoulli(0.01, neurons: 100, steps: 20_000, seed: 3), neurons: 100, steps: 20_000)
    #expect(abs(try #require(result.cv) - 1) < 0.05)
    #expect(abs(try #require(result.fano) - 1) < 0.1)
    #expect(abs(try #require(result.synchrony) - 0.1) < 0.03)
  }

  @Test func thoseThatFireAsOneAreSynchronous() throws {
    let one = bernoulli(0.01, neurons: 1, steps: 5000, seed: 9)
    let all = (0..<30).flatMap { neuron in one.map { (neuron, $0.step) } }
    #expect(abs(try #require(statistics(all, neurons: 30, steps: 5000).synchrony) - 1) < 1e-9)
  }

  @Test func theyAreThoseOfTheDefinition() throws {
    let (neurons, steps) = (7, 3000)
    let spikes = bernoulli(0.004, neurons: neurons, steps: steps, seed: 21)
    let result = statistics(spikes, neurons: neurons, steps: steps)
    func counts(_ neuron: Int, bins: Int) -> [Double] {
      (0..<bins).map { bin in
        Double(spikes.filter { $0.neuron == neuron && $0.step / (steps / bins) == bin }.count)
      }
    }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    func variance(_ values: [Double]) -> Double { mean(values.map { $0 * $0 }) - mean(values) * mean(values) }
    let fano = mean((0..<neurons).map { variance(counts($0, bins: 10)) * 10 / 9 / mean(counts($0, bins: 10)) })
    #expect(abs(try #require(result.fano) - fano) < 1e-9)
    let fine = (0..<neurons).map { counts($0, bins: 100) }
    let together = (0..<100).map { bin in mean(fine.map { $0[bin] }) }
    let synchrony = (variance(together) / mean(fine.map(variance))).squareRoot()
    #expect(abs(try #require(result.synchrony) - synchrony) < 1e-9)
    #expect(result.intervals.total == spikes.count - neurons)
  }

  /// Looked at again and again while time goes on, they are those of the window alone, counted from the beginning.
  @Test(arguments: [1, 37, 400, 1500], [false, true])
  func aWindowThatMovesSaysWhatItsSpikesSay(_ window: Int, _ beginsLate: Bool) {
    let all = bernoulli(0.03, neurons: 5, steps: 4000, seed: 8).sorted { ($0.step, $0.neuron) < ($1.step, $1.neuron) }
    let start = beginsLate ? 777 : 0
    var trains = SlidingTrains(neurons: 5, window: window, dt: dt)
    if beginsLate { trains.begin(at: start) }
    var next = all.firstIndex { $0.step >= start } ?? 0
    for end in stride(from: start + 1, through: 4000, by: 123) {
      while next < all.count, all[next].step < end {
        trains.add(all[next].neuron, step: all[next].step)
        next += 1
      }
      trains.move(to: end)
      let shown = trains.statistics(bins: 12)
      let inside = all.filter { $0.step >= max(start, end - window) && $0.step < end }
      #expect(shown.spikes == inside.count)
      let intervals = (0..<5).flatMap { neuron in
        let steps = inside.filter { $0.neuron == neuron }.map(\.step)
        return zip(steps, steps.dropFirst()).map { $1 - $0 }
      }
      #expect(shown.intervals.total == intervals.count)
      if !intervals.isEmpty {
        let mean = Double(intervals.reduce(0, +)) / Double(intervals.count) * 0.1
        #expect(abs(shown.intervals.mean - mean) < 1e-9)
      }
      let fano = naiveFano(all, steps: start..<end, window: window)
      #expect((shown.fano == nil) == (fano == nil) && abs((shown.fano ?? 0) - (fano ?? 0)) < 1e-9, "\(end)")
    }
  }

  /// Over the last ten whole bins, which stand still in time, as far as all of a bin was seen.
  private func naiveFano(_ spikes: [(neuron: Int, step: Int)], steps: Range<Int>, window: Int) -> Double? {
    let width = max(1, window / 10)
    let last = steps.upperBound / width
    let first = max(last - min(10, max(1, window / width)), (steps.lowerBound + width - 1) / width)
    guard last - first > 1 else { return nil }
    var factors: [Double] = []
    for neuron in 0..<5 {
      let counts = (first..<last).map { bin in
        Double(spikes.filter { $0.neuron == neuron && $0.step / width == bin }.count)
      }
      let mean = counts.reduce(0, +) / Double(counts.count)
      if mean == 0 { continue }
      let squares = counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      factors.append(squares / Double(counts.count - 1) / mean)
    }
    return factors.isEmpty ? nil : factors.reduce(0, +) / Double(factors.count)
  }

  @Test func silenceSaysNothing() {
    for neurons in [0, 5] {
      let result = statistics([], neurons: neurons, steps: 100)
      #expect(result.cv == nil && result.fano == nil && result.synchrony == nil && result.intervals.total == 0)
    }
    #expect(statistics([], neurons: 3, steps: 0).synchrony == nil)
  }
}

struct HistogramTests {
  @Test func everyFiniteValueIsCountedOnce() {
    var random = SeededGenerator(seed: 5)
    let values = (0..<500).map { _ in Double.random(in: -3...9, using: &random) }
    let histogram = Histogram(values + [.nan, .infinity], bins: 13)
    for (bin, count) in histogram.counts.enumerated() {
      let width = (histogram.range.upperBound - histogram.range.lowerBound) / 13
      let low = histogram.range.lowerBound + Double(bin) * width
      let expected = values.count { $0 >= low - 1e-12 && ($0 < low + width - 1e-12 || bin == 12) }
      #expect(abs(count - expected) <= 1)
    }
    #expect(histogram.total == 500)
    #expect(histogram.range == values.min()!...values.max()!)
  }

  @Test func oneValueStandsInTheMiddle() {
    let histogram = Histogram([2, 2, 2], bins: 5)
    #expect(histogram.counts == [0, 0, 3, 0, 0] && histogram.mean == 2 && histogram.deviation == 0)
  }

  @Test func nothingHasNoMean() {
    let histogram = Histogram([.nan], bins: 4)
    #expect(histogram.total == 0 && histogram.mean.isNaN)
  }
}
