/// A linear map from values to places on the screen.

/// Maps `domain` onto the places 0…`places` − 1.
package struct Scale: Sendable, Equatable {
  package let domain: ClosedRange<Double>
  package let places: Int
  private let factor: Double

  package init(_ domain: ClosedRange<Double>, places: Int) {
    self.domain = domain
    self.places = places
    let span = domain.upperBound - domain.lowerBound
    factor = span > 0 ? 1 / span : 0
  }

  /// How far along the domain a value lies: 0 at its lower bound, 1 at its upper, not clipped.
  package func fraction(_ value: Double) -> Double { (value - domain.lowerBound) * factor }

  /// The place of a value, kept within the places; 0 for NaN. - Complexity: O(1).
  package func place(_ value: Double) -> Int {
    let fraction = fraction(value)
    guard fraction > 0, places > 1 else { return 0 }
    return fraction >= 1 ? places - 1 : Int((fraction * Double(places - 1)).rounded())
  }

  /// As `place`, counted from the top of the screen down.
  package func row(_ value: Double) -> Int { max(0, places - 1 - place(value)) }
}
