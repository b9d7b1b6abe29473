/// A condition at which a run stops.

/// Belongs to the session, not to the run: going back and forth leaves it as it is.
package struct Breakpoint: Sendable, Equatable {
  /// Names it; 0 for one that is to get a number.
  package var number: Int
  /// As it was written.
  package var text: String
  package var isOn: Bool
  /// Whether it goes when it has stopped the run once.
  package var isOneShot: Bool
  /// How many times more it is passed over.
  package var ignore: Int
  /// How many times it was come to, passed over or not.
  package var hits = 0
  /// Why it cannot be met in the present network; nil where it can.
  package internal(set) var problem: String?

  package init(
    _ text: String, number: Int = 0, isOn: Bool = true, isOneShot: Bool = false, ignore: Int = 0
  ) {
    self.text = text
    self.number = number
    self.isOn = isOn
    self.isOneShot = isOneShot
    self.ignore = ignore
  }
}
