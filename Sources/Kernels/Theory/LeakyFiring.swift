/// How fast leaky integrate-and-fire neurons fire under a constant current, in continuous time.
import Basics

/// From the reset v relaxes towards v∞ = v_rest + (tau_m/cm)·I, and reaches the threshold after
///
///     T = tau_refrac + tau_m ln((v∞ − v_reset)/(v∞ − v_thresh))
///
/// A soft reset from the threshold leads to v_reset, too. Without a reset, and where the threshold moves, no such formula
/// holds. A simulation fires on the grid of dt, up to a step later each time.
/// - References: Dayan & Abbott 2001, Theoretical Neuroscience, eq. 5.11, with the refractory time added.
enum LeakyFiring {
  static let theory = FiringTheory(
    formula: "1/f = tau_refrac + tau_m ln((v∞ - v_reset)/(v∞ - v_thresh))",
    source: "Dayan & Abbott 2001, eq. 5.11, with refractory time"
  ) { current, values in
    guard values.choice("reset") != "none", !(values["theta_plus"] > 0) else { return nil }
    let limit = values["v_rest"] + values["tau_m"] / values["cm"] * current
    let threshold = values["v_thresh"]
    guard limit > threshold else { return .infinity }
    let charging = values["tau_m"] * Elementary.log((limit - values["v_reset"]) / (limit - threshold))
    return values["tau_refrac"] + max(0, charging)
  }
}
