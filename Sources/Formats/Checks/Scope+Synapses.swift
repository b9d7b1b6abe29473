/// The rules that every weight and delay keeps.
import Basics
import NetworkModel

extension Scope {
  /// Delays are kept in 16 bits, as steps.
  private static let longestDelay = 65_000.0

  /// Current and delta weights are at most 0 on the inhibitory receptor and at least 0 on the other, conductances at
  /// least 0 on both. Weights without dimension are free: those of a converted network have both signs.
  func checkSign(of source: ValueSource, _ dimension: Dimension, _ receptor: Receptor?, at place: SourceLocation) {
    guard let receptor, dimension != .none else { return }
    let widest = Double.greatestFiniteMagnitude
    let isNegative = receptor == .inhibitory && dimension != .conductance
    if let wrong = source.breaking(isNegative ? -widest...0 : 0...widest) {
      error(at: place, .wrongSign(wrong, source, dimension, receptor))
    }
  }

  /// A delay is 0, which means arrival within the step, or one step at least.
  func checkDelay(_ source: ValueSource, at place: SourceLocation) -> Bool {
    let least = dt.value * (1 - 1e-9)
    let most = dt.value * Self.longestDelay
    if let wrong = source.delayBreaking(least: least, most: most) {
      error(at: place, wrong > most ? .delayTooLong(most: most) : .delayTooShort(wrong, dt: dt.value))
      return false
    }
    switch source {
    case .constant(let value): steps(value, "delay", at: place, least: value == 0 ? 0 : 1)
    case .values(let values):
      for value in values { steps(value, "delay", at: place, least: value == 0 ? 0 : 1) }
    default: break
    }
    return true
  }
}

extension ValueSource {
  /// A delay that can come out and is not allowed. Listed ones may be 0; drawn ones may not, for a draw hardly ever is.
  fileprivate func delayBreaking(least: Double, most: Double) -> Double? {
    switch self {
    case .values(let values): values.first { $0 != 0 && !(least...most).contains($0) }
    case .constant(0): nil
    case .lognormal: 0
    case .normal(_, _, let min, let max):
      if let min, min >= least { max.flatMap { $0 > most ? $0 : nil } } else { min ?? -.infinity }
    default: breaking(least...most)
    }
  }
}
