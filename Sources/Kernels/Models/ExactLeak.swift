/// Propagators of the leaky membrane over one step, and the parameters that every model of it has.
import Basics

enum ExactLeak {
  /// What a constant current of 1 nA adds to v within a step [mV/nA].
  static func currentToV(_ p: NeuronParameters, dt: Double) -> Double {
    -(p["tau_m"] / p["cm"]) * Elementary.expMinusOne(-dt / p["tau_m"])
  }

  /// What a synaptic current of 1 nA at the start of a step, decaying with `tau`, adds to v within it [mV/nA].
  ///
  /// (1/c_m)·(e^{−dt/τ_m} − e^{−dt/τ})/(1/τ − 1/τ_m), written so that close time constants lose no digits and
  /// equal ones give the limit (dt/c_m)·e^{−dt/τ}. - References: Rotter & Diesmann 1999, section 3.1.2.
  static func synapseToV(_ p: NeuronParameters, tau: Double, dt: Double) -> Double {
    let difference = dt / p["tau_m"] - dt / tau
    let shape = difference == 0 ? 1 : -Elementary.expMinusOne(-difference) / difference
    return dt / p["cm"] * Elementary.exp(-dt / tau) * shape
  }
}

extension ExactLeak {
  /// What the alpha current's inner variable y adds to v within a step, for y of 1 nA at its start [mV/nA].
  ///
  /// With di/dt = −i/τ + (e/τ)·y and dy/dt = −y/τ: (e·dt²/(τ·c_m))·e^{−dt/τ_m}·∫₀¹ u·e^{−xu} du, x = dt/τ − dt/τ_m.
  static func alphaToV(_ p: NeuronParameters, tau: Double, dt: Double) -> Double {
    let shape = firstMoment(dt / tau - dt / p["tau_m"])
    return Elementary.exp(1 - dt / p["tau_m"]) * dt * dt / (tau * p["cm"]) * shape
  }

  /// ∫₀¹ u·e^{−xu} du = (1 − (1 + x)·e^{−x})/x², by its series near 0, where that would cancel.
  static func firstMoment(_ x: Double) -> Double {
    if abs(x) > 1 { return (1 - (1 + x) * Elementary.exp(-x)) / (x * x) }
    var term = 1.0
    var sum = 0.0
    for k in 0..<24 {
      sum += term / Double(k + 2)
      term *= -x / Double(k + 1)
    }
    return sum
  }

  /// ∫₀¹ e^{−xu} du = (1 − e^{−x})/x.
  static func mean(_ x: Double) -> Double { x == 0 ? 1 : -Elementary.expMinusOne(-x) / x }
}
