/// Quantities that cross the borders of rooms carry a type, so that a time is never taken for a voltage.

/// A span or point of biological time [ms].
package struct Milliseconds: Sendable, Hashable, Comparable, Codable {
  package var value: Double
  package init(_ value: Double) { self.value = value }
  package static func < (a: Self, b: Self) -> Bool { a.value < b.value }
}

/// The number of steps completed since the run began. The state "at tick n" is the state at time n · dt.
package struct Tick: Sendable, Hashable, Comparable, Codable {
  package var value: Int
  package init(_ value: Int) { self.value = value }
  package static let zero = Tick(0)
  package static func < (a: Self, b: Self) -> Bool { a.value < b.value }

  /// The biological time of this tick for a step of `dt`.
  package func time(dt: Milliseconds) -> Milliseconds { Milliseconds(Double(value) * dt.value) }
}

extension Milliseconds {
  /// This time on the grid of `dt`, rounded to the nearest step.
  package func ticks(dt: Milliseconds) -> Int { Int((value / dt.value).rounded()) }

  /// As people write it, to a picosecond: a product of decimals, as steps times dt, has digits that nobody wrote.
  package var written: Milliseconds { Milliseconds((value * 1e9).rounded() / 1e9) }
}

/// The width of the numbers that a simulation computes with.
package enum Precision: String, Sendable, Codable, CaseIterable { case single, double }
