/// What repeated measurements say: their middle, and how far apart they lie.

struct Spread: Encodable, Equatable {
  let median: Double
  let p10: Double
  let p90: Double

  /// - Precondition: there is a value.
  init(_ values: [Double]) {
    precondition(!values.isEmpty, "nothing was measured")
    let sorted = values.sorted()
    /// With linear interpolation between the two values next to it.
    func quantile(_ part: Double) -> Double {
      let place = part * Double(sorted.count - 1)
      let below = Int(place)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
    median = quantile(0.5)
    p10 = quantile(0.1)
    p90 = quantile(0.9)
  }
}
