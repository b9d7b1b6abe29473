/// Axes and scales against what a person would write on paper.
import Charts
import Support
import Testing

struct AxisTests {
  @Test func `Ticks are round numbers`() {
    #expect(Axis(0...100, ticks: 6).ticks == [0, 20, 40, 60, 80, 100])
    #expect(Axis(-500...0, ticks: 6).ticks == [-500, -400, -300, -200, -100, 0])
    #expect(Axis(-1...1, ticks: 5).ticks == [-1, -0.5, 0, 0.5, 1])
    #expect(Axis(3...7, ticks: 3).ticks == [4, 6])
  }

  @Test func `Covering widens to the next ticks`() {
    #expect(Axis(covering: -61.3 ... -49.7, ticks: 4).ticks == [-70, -60, -50, -40])
    #expect(Axis(covering: -61.3 ... -49.7, ticks: 6).ticks == [-65, -60, -55, -50, -45])
  }

  @Test func `A tenth cut in two gives exact ticks`() {
    let axis = Axis(0...0.2, ticks: 3)
    #expect(axis.step == 0.1)
    #expect(axis.ticks.count == 3)
    #expect(axis.decimals == 1)
  }

  @Test func `Decimals tell neighbouring ticks apart`() {
    #expect(Axis(0...100, ticks: 6).decimals == 0)
    #expect(Axis(0...0.05, ticks: 6).decimals == 2)
  }

  @Test func `Any range gives ascending ticks within it, as many as asked for at most`() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<2000 {
      let middle = Double.random(in: -1e4...1e4, using: &random)
      let width = Double.random(in: 1e-3...1e4, using: &random)
      let limit = Int.random(in: 2...12, using: &random)
      let range = (middle - width)...(middle + width)
      for axis in [Axis(range, ticks: limit), Axis(covering: range, ticks: limit)] {
        let slack = axis.step * 1e-6
        #expect(axis.ticks.count <= max(3, limit), "\(range) in \(limit)")
        #expect(axis.ticks.allSatisfy { $0 >= axis.range.lowerBound - slack && $0 <= axis.range.upperBound + slack })
        #expect(zip(axis.ticks, axis.ticks.dropFirst()).allSatisfy { $0 < $1 })
      }
      let covering = Axis(covering: range, ticks: limit).range
      #expect(covering.lowerBound <= range.lowerBound && covering.upperBound >= range.upperBound)
    }
  }

  @Test(arguments: [
    0...0, 5...5, -Double.infinity...Double.infinity, 0...Double.greatestFiniteMagnitude, -1e-300...1e-300,
  ])
  func `A range without width or without end does no harm`(_ range: ClosedRange<Double>) {
    let axis = Axis(covering: range, ticks: 4)
    #expect(axis.range.upperBound > axis.range.lowerBound)
    #expect(axis.ticks.count <= 4)
  }

  @Test func `A scale maps its ends to the first and last place`() {
    let scale = Scale(-60 ... -50, places: 11)
    #expect(scale.place(-60) == 0)
    #expect(scale.place(-50) == 10)
    #expect(scale.place(-55) == 5)
    #expect(scale.row(-60) == 10)
    #expect(scale.place(-100) == 0)
    #expect(scale.place(100) == 10)
    #expect(scale.place(.nan) == 0)
    #expect(Scale(0...0, places: 5).place(3) == 0)
    #expect(Scale(0...1, places: 0).row(0.5) == 0)
  }
}
