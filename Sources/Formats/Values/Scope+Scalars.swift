/// Single values of a document: texts, numbers, quantities, choices.
import Basics
import NetworkModel

extension Scope {
  /// The text of a scalar.
  func text(_ syntax: Syntax, _ what: String) -> String? {
    if syntax.text == nil { error(at: syntax.location, .expected("a single value", for: what, found: syntax)) }
    return syntax.text
  }

  /// A quantity in base units of `dimension`.
  func quantity(_ syntax: Syntax, _ dimension: Dimension, _ what: String) -> Double? {
    guard let text = text(syntax, what) else { return nil }
    return quantity(text, dimension, what, at: syntax.location)
  }

  func quantity(_ text: String, _ dimension: Dimension, _ what: String, at place: SourceLocation) -> Double? {
    switch QuantityText.read(text, dimension, what: what) {
    case .success(let value): return value
    case .failure(let complaint):
      error(at: place, complaint)
      return nil
    }
  }

  /// A quantity within a range.
  func quantity(_ syntax: Syntax, _ dimension: Dimension, _ what: String, in range: ClosedRange<Double>) -> Double? {
    guard let value = quantity(syntax, dimension, what) else { return nil }
    if range.contains(value) { return value }
    error(at: syntax.location, .outOfRange(value, range, dimension, what: what))
    return nil
  }

  /// A time above zero that can be counted in steps.
  func positiveTime(_ syntax: Syntax, _ what: String) -> Milliseconds? {
    guard let value = quantity(syntax, .time, what) else { return nil }
    guard value > 0 else {
      error(at: syntax.location, .mustBeAboveZero(value, .time, what: what))
      return nil
    }
    return isCountable(value, what, at: syntax.location) ? Milliseconds(value) : nil
  }

  /// Steps are counted exactly up to 10^15; complains about a time of more.
  func isCountable(_ time: Double, _ what: String, at place: SourceLocation) -> Bool {
    if abs(time) / dt.value < 1e15 { return true }
    error(at: place, .tooManySteps(time, dt: dt.value, what: what))
    return false
  }

  /// A whole number; `1e3` is one too, and `64 steps` where it counts steps.
  func integer(_ syntax: Syntax, _ what: String, in range: ClosedRange<Int>, steps: Bool = false) -> Int? {
    guard let text = text(syntax, what),
      let value = quantity(text, steps ? .steps : .none, what, at: syntax.location)
    else { return nil }
    // The text first: above 2^53 a double has lost digits.
    guard let whole = Int(text) ?? Int(exactly: value) else {
      error(at: syntax.location, .notWhole(text, what: what))
      return nil
    }
    if range.contains(whole) { return whole }
    error(at: syntax.location, .outOfRange(whole, range, what: what))
    return nil
  }

  /// `true` or `false`; YAML 1.1's `yes`, `no`, `on` and `off` are understood.
  func boolean(_ syntax: Syntax, _ what: String) -> Bool? {
    guard let text = text(syntax, what) else { return nil }
    switch text.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default:
      error(at: syntax.location, .notBoolean(text, what: what))
      return nil
    }
  }

  /// One word out of a list.
  /// - Parameter planned: words of the format that this version does not understand yet.
  func choice(_ syntax: Syntax, among words: [String], planned: [String] = [], _ what: String) -> String? {
    guard let text = text(syntax, what) else { return nil }
    if words.contains(text) { return text }
    let complaint: Complaint =
      planned.contains(text) ? .notSupportedYet(text) : .unknownWord(text, what: what, known: words)
    error(at: syntax.location, complaint)
    return nil
  }

  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ syntax: Syntax, _ what: String, planned: [String] = []
  ) -> Choice? {
    choice(syntax, among: Choice.allCases.map(\.rawValue), planned: planned, what).flatMap { Choice(rawValue: $0) }
  }

  /// Warns where a time is not on the grid of dt. - Returns: the time in steps, rounded.
  @discardableResult
  func steps(_ time: Double, _ what: String, at place: SourceLocation, least: Int = 0) -> Int {
    guard isCountable(time, what, at: place) else { return .max }
    let exact = time / dt.value
    let rounded = max(Double(least), exact.rounded())
    // Decimal fractions are not exact in binary: 5 ms / 0.1 ms may come out as 49.999999999999993.
    if abs(exact - rounded) > 1e-6 {
      warning(at: place, .roundedToGrid(time, used: rounded * dt.value, dt: dt.value, what: what))
    }
    return Int(rounded)
  }
}
