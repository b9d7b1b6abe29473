/// The classical Runge–Kutta method for two variables of a whole block.

/// - References: Kutta 1901; Hairer, Nørsett, Wanner 1993, Solving Ordinary Differential Equations I, table II.1.2.
enum RungeKutta {
  /// The position of a stage in the step, for what changes within it by itself.
  enum Stage { case start, middle, end }

  /// Both variables after `step`; fourth order.
  @inline(__always)
  static func step<L: Lane>(_ y: (L, L), _ step: L, _ slope: (Stage, L, L) -> (L, L)) -> (L, L) {
    let half = step * 0.5
    let first = slope(.start, y.0, y.1)
    let second = slope(.middle, y.0 + half * first.0, y.1 + half * first.1)
    let third = slope(.middle, y.0 + half * second.0, y.1 + half * second.1)
    let fourth = slope(.end, y.0 + step * third.0, y.1 + step * third.1)
    let sixth = step * (1 / 6)
    return (
      y.0 + sixth * ((first.0 + fourth.0) + (second.0 + third.0) * 2),
      y.1 + sixth * ((first.1 + fourth.1) + (second.1 + third.1) * 2)
    )
  }
}
