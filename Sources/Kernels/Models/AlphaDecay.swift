/// How an alpha function goes on from step to step, be it a current or a conductance.
import Basics

/// τ dg/dt = −g + e·r, τ dr/dt = −r, an arrival of weight w: r ← r + w; exact over a step.
struct AlphaDecay<L: Lane>: BitwiseCopyable, Sendable {
  private let decay: L
  /// What of r becomes g.
  private let growth: L

  init(_ parameters: BlockParameters<L>, tau: String, dt: Double) {
    decay = parameters.lane { Elementary.exp(-dt / $0[tau]) }
    growth = parameters.lane { Elementary.exp(1) * dt / $0[tau] }
  }

  @inline(__always)
  func advance(_ value: inout L, _ rising: inout L, arriving: L) {
    value = (value + rising * growth) * decay
    rising = rising * decay + arriving
  }
}
