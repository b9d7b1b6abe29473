/// How often values fall into equal parts of a range, with their mean and standard deviation.

package struct Histogram: Sendable, Equatable {
  /// How many values fell into each part; what lies outside the range counts in the nearest.
  package var counts: [Int]
  package var range: ClosedRange<Double>
  /// Over all finite values; NaN where there is none.
  package var mean: Double
  /// With divisor n.
  package var deviation: Double

  package init(counts: [Int], range: ClosedRange<Double>, mean: Double, deviation: Double) {
    self.counts = counts
    self.range = range
    self.mean = mean
    self.deviation = deviation
  }

  /// Counts `values` in `bins` equal parts of the range that they take, or of `range`. Values that are not finite are
  /// left out.
  /// - Complexity: O(values + bins).
  package init(_ values: [Double], bins: Int, range wanted: ClosedRange<Double>? = nil) {
    var low = Double.infinity
    var high = -Double.infinity
    var sum = 0.0
    var number = 0
    for value in values where value.isFinite {
      low = min(low, value)
      high = max(high, value)
      sum += value
      number += 1
    }
    let range = wanted ?? (number > 0 ? low...high : 0...0)
    let mean = number > 0 ? sum / Double(number) : .nan
    var counts = Array(repeating: 0, count: max(1, bins))
    let width = range.upperBound - range.lowerBound
    var squares = 0.0
    for value in values where value.isFinite {
      squares += (value - mean) * (value - mean)
      let place = width > 0 ? (value - range.lowerBound) / width * Double(counts.count) : Double(counts.count / 2)
      counts[Int(min(max(place, 0), Double(counts.count - 1)))] += 1
    }
    let deviation = number > 0 ? (squares / Double(number)).squareRoot() : .nan
    self.init(counts: counts, range: range, mean: mean, deviation: deviation)
  }

  package var total: Int { counts.reduce(0, +) }
}
