/// Going round a list.

extension Int {
  /// This place in a ring of `count` places: −1 is the last of them, `count` the first. - Precondition: `count` > 0.
  package func wrapped(to count: Int) -> Int { (self % count + count) % count }
}
