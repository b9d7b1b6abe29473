/// Rates and CVs against trains for which both are known in closed form.
import Analysis
import Basics
import Testing

@Suite struct IntervalStatisticsTests {
  /// One neuron that spikes at these ticks of 0.1 ms.
  private func statistics(_ ticks: [Int]) -> IntervalStatistics {
    var statistics = IntervalStatistics(neurons: 1, dt: Milliseconds(0.1))
    for tick in ticks { statistics.add([0], at: Tick(tick)) }
    return statistics
  }

  @Test func aRegularTrainHasNoVariation() throws {
    let regular = statistics((0..<11).map { 7 + 100 * $0 })
    #expect(regular.rate(of: 0..<1, steps: 1100) == 100)
    #expect(try #require(regular.meanCV(of: 0..<1)) < 1e-7)
  }

  @Test func intervalsThatAlternateHaveAKnownVariation() throws {
    // Intervals 100, 300, 100, 300 …: mean 200, deviation 100.
    var ticks = [0]
    for index in 0..<10 { ticks.append(ticks[index] + (index.isMultiple(of: 2) ? 100 : 300)) }
    #expect(abs(try #require(statistics(ticks).meanCV(of: 0..<1)) - 0.5) < 1e-12)
  }

  @Test func fewerThanFiveIntervalsDoNotCount() {
    #expect(statistics([1, 5, 20, 22, 40]).meanCV(of: 0..<1) == nil)
    #expect(statistics([1, 5, 20, 22, 40, 41]).meanCV(of: 0..<1) != nil)
  }

  @Test func silenceIsNoError() {
    let silent = IntervalStatistics(neurons: 3, dt: Milliseconds(0.1))
    #expect(silent.rate(of: 0..<3, steps: 100) == 0)
    #expect(silent.rate(of: 0..<3, steps: 0) == 0)
    #expect(silent.rate(of: 0..<0, steps: 100) == 0)
    #expect(silent.meanCV(of: 0..<3) == nil)
  }

  @Test func populationsAreKeptApart() {
    var two = IntervalStatistics(neurons: 4, dt: Milliseconds(1))
    for tick in 1...10 { two.add(tick.isMultiple(of: 2) ? [0, 3] : [3], at: Tick(tick)) }
    #expect(two.spikes(of: 0..<2) == 5)
    #expect(two.spikes(of: 2..<4) == 10)
    #expect(two.rate(of: 2..<4, steps: 10) == 500)
  }
}
