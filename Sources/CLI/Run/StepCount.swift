/// Times on the command line, as steps.
import Basics

enum StepCount {
  /// The most steps that a run can have: 2⁵³, beyond which times are no longer exact.
  private static let most = 9_007_199_254_740_992.0

  /// Steps in a time such as `500 ms`, or in a number of `steps`, rounded to the grid.
  static func parse(_ text: String, dt: Milliseconds, option: String) throws(Failure) -> Int {
    let example = "e.g. \(option) 500ms, or \(option) 64steps"
    let quantity: Quantity
    do {
      quantity = try Quantity(parsing: text)
    } catch {
      throw Failure(.usage, "ganglion: \(option) \(text): \(error) · \(example)")
    }
    guard quantity.dimension == .time || quantity.dimension == .steps else {
      throw Failure(.usage, "ganglion: \(option) \(text): a time with its unit is wanted · \(example)")
    }
    let steps = (quantity.dimension == .time ? quantity.value / dt.value : quantity.value).rounded()
    guard steps >= 0, steps <= most else {
      throw Failure(.usage, "ganglion: \(option) \(text): not a time that can be simulated · \(example)")
    }
    return Int(steps)
  }

  /// A whole number of steps, at least one, with or without the word.
  /// - Parameter context: the `--set` in which it stands.
  static func positive(_ text: String, _ context: String) throws(Failure) -> Int {
    guard let value = try? Quantity.value(of: text, expecting: .steps), value >= 1, value <= 1e9,
      value == value.rounded()
    else { throw Failure(.usage, "ganglion: --set \(context): \"\(text)\" is no number of steps") }
    return Int(value)
  }
}
