/// The bounded past: what it keeps, what it drops, and that counts over it stay right.
import Basics
import Testing

@testable import Debugger

struct HistoryTests {
  /// Random steps, some of them empty, one of them larger than everything that may be kept.
  private func steps(_ count: Int, seed: UInt64, most: Int = 6) -> [[UInt32]] {
    var numbers = SeededNumbers(seed: seed)
    return (0..<count).map { step in
      if step == count / 2 { return Array(0..<90) }
      let size = max(0, Int.random(in: -2...most, using: &numbers))
      return Set((0..<size).map { _ in UInt32.random(in: 0..<90, using: &numbers) }).sorted()
    }
  }

  @Test(arguments: [(10, 1000), (1000, 20), (7, 30), (1, 1)])
  func keepsTheNewestAndNeverMuchMore(_ capacitySteps: Int, _ capacitySpikes: Int) {
    let all = steps(400, seed: 3)
    var history = SpikeHistory(capacitySteps: capacitySteps, capacitySpikes: capacitySpikes)
    for (step, spikes) in all.enumerated() {
      history.append(spikes)
      #expect(history.endStep == step + 1)
      #expect(history.endStep - history.firstStep < 2 * capacitySteps + 1)
      #expect(history.spikes.count <= max(2 * capacitySpikes, spikes.count))
      #expect(history.firstStep <= step, "the last step is always kept")
      for kept in max(0, history.firstStep - 2)...step {
        let found = Array(history.spikes[history.range(ofSteps: kept..<kept + 1)])
        #expect(found == (kept < history.firstStep ? [] : all[kept]), "step \(kept) after \(step)")
      }
      let fired = (history.firstStep...step).filter { all[$0].contains(7) }
      #expect(history.steps(ofNeuron: 7) == fired)
    }
  }

  @Test(arguments: [1, 5, 40, 1000])
  func windowCountsFollowAnyMovement(_ capacity: Int) {
    let all = steps(300, seed: 5)
    var numbers = SeededNumbers(seed: 6)
    var history = SpikeHistory(capacitySteps: capacity, capacitySpikes: 200)
    var counts = WindowCounts(sizes: [30, 0, 20, 40])
    for spikes in all {
      history.append(spikes)
      if Int.random(in: 0..<3, using: &numbers) > 0 { continue }
      let window = [1, 4, 25, 90].randomElement(using: &numbers) ?? 1
      counts.update(history, window: window)
      let first = max(history.firstStep, history.endStep - window)
      let inside = (first..<history.endStep).flatMap { all[$0] }
      let expected = [
        inside.filter { $0 < 30 }.count, 0, inside.filter { (30..<50).contains($0) }.count,
        inside.filter { $0 >= 50 }.count,
      ]
      #expect(counts.counts == expected)
      #expect(counts.steps == first..<history.endStep)
    }
  }

  @Test(arguments: [(5, 3), (3, 5), (200, 60), (60, 200), (1, 1), (7, 7), (1, 9)])
  func columnsDivideTheSteps(_ steps: Int, _ columns: Int) {
    let window = WindowColumns(steps: steps, columns: columns)
    for column in -2 * columns..<4 * columns {
      let own = window.steps(ofColumn: column)
      #expect(!own.isEmpty)
      if steps >= columns {
        #expect(own.allSatisfy { window.column(ofStep: $0) == column })
        #expect(own.upperBound == window.steps(ofColumn: column + 1).lowerBound, "no step is lost, none is in two")
      }
      // The column begins within its first step or at its beginning, whichever is later.
      #expect(own.lowerBound * columns < (column + 1) * steps && own.upperBound * columns > column * steps)
    }
    for tick in 1..<5 * steps {
      let last = window.last(tick: tick)
      #expect(window.end(ofColumn: last) > Double(tick - 1))
      #expect(window.column(ofStep: tick - 1) <= last && last < window.column(ofStep: tick) + 1)
    }
  }

  @Test func aFullLogSaysThatItIsNotWhole() {
    var timeline = Timeline(capacity: 10)
    for tick in 0..<10 { timeline.append(.poke(NeuronAddress(population: 0, index: tick)), at: Tick(tick)) }
    #expect(timeline.log.count == 10 && timeline.isComplete)
    timeline.append(.poke(NeuronAddress(population: 0, index: 0)), at: Tick(10))
    #expect(timeline.log.count <= 10 && !timeline.isComplete)
    #expect(timeline.log.last?.tick == Tick(10))
    timeline.append(.run, at: Tick(11))
    #expect(timeline.log.last?.tick == Tick(10), "what does not alter the run is not logged")
  }

  @Test(arguments: [
    (0.0, "0"), (-50, "-50"), (15, "15"), (7.25, "7.25"), (0.1 + 0.2, "0.3"), (-53.123_456_789, "-53.1235"),
    (1e12, "1000000000000.0"), (123_456, "123456"), (1e-7, "1e-07"),
  ])
  func numbersAreShort(_ value: Double, _ text: String) {
    #expect(ChangeWords.number(value) == text)
  }
}
