/// How a change is told in the status line.
import Basics

enum ChangeWords {
  /// `exc tau_m: 20 ms → 15 ms`, without the old value where it was not one.
  static func text(
    _ subject: String, _ name: String, from old: ParameterSetting?, to new: ParameterSetting, unit: String
  ) -> String {
    let after = text(new, unit: unit)
    guard let old else { return "\(subject) \(name) → \(after)" }
    return "\(subject) \(name): \(text(old, unit: unit)) → \(after)"
  }

  static func text(_ setting: ParameterSetting, unit: String) -> String {
    switch setting {
    case .number(let value): unit.isEmpty ? number(value) : "\(number(value)) \(unit)"
    case .choice(let word): word
    case .times(let times): "\(times.count) times"
    }
  }

  static func time(_ tick: Tick, dt: Milliseconds) -> String { "\(number(tick.time(dt: dt).value)) ms" }

  /// `338 kB`, `64 MB`
  static func memory(_ bytes: Int) -> String {
    bytes < 1_000_000 ? "\((bytes + 500) / 1000) kB" : "\(number((Double(bytes) / 1e5).rounded() / 10)) MB"
  }

  /// At most six digits, without trailing zeros; single precision shows its noise only beyond.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9, value == 0 || abs(value) >= 1e-4 else { return "\(value)" }
    let digits = max(0, 5 - exponent(of: value))
    let scale = Elementary.power10(Double(digits))
    let rounded = (value * scale).rounded() / scale
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }

  /// The power of ten of the first digit.
  private static func exponent(of value: Double) -> Int {
    var exponent = 0
    var rest = abs(value)
    while rest >= 10 {
      rest /= 10
      exponent += 1
    }
    while rest > 0, rest < 1 {
      rest *= 10
      exponent -= 1
    }
    return exponent
  }
}
