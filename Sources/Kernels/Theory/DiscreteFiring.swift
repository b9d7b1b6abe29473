/// How fast neurons in discrete time fire under a constant drive: by counting steps.
import Basics

enum DiscreteFiring {
  /// v grows by x a step: J = v_thresh − v_reset takes ⌈J/x⌉ steps from a hard reset, J/x in the mean where a soft one
  /// keeps what is left over, and never less than one.
  static let perfect = FiringTheory(
    formula: "1/f = tau_refrac + ⌈(v_thresh - v_reset)/x⌉ steps; after a soft reset without ⌈ ⌉",
    source: "counted in steps"
  ) { drive, values in
    guard let reset = values.choice("reset"), reset != "none", !(values["theta_plus"] > 0) else { return nil }
    guard drive > 0 else { return .infinity }
    let steps = (values["v_thresh"] - values["v_reset"]) / drive
    if reset == "soft" { return values["tau_refrac"] + max(1, steps) }
    return values["tau_refrac"] + max(1, whole(steps, values))
  }

  /// From a hard reset v comes nearer to v∞ by 1/tau of the distance a step.
  static let leaky = FiringTheory(
    formula: "1/f = tau_refrac + ⌈ln((v∞ - v_thresh)/(v∞ - v_reset))/ln(1 - 1/tau)⌉ steps",
    source: "counted in steps"
  ) { drive, values in
    guard values.choice("reset") == "hard", !(values["theta_plus"] > 0) else { return nil }
    let (rest, threshold) = (values["v_reset"], values["v_thresh"])
    let limit = rest + (values.choice("decay_input") == "yes" ? drive : values["tau"] * drive)
    guard limit > threshold else { return .infinity }
    let steps = Elementary.log((limit - threshold) / (limit - rest)) / Elementary.log(1 - 1 / values["tau"])
    return values["tau_refrac"] + max(1, whole(steps, values))
  }

  /// The first whole number of steps after which the threshold is reached, or passed where it must be.
  private static func whole(_ steps: Double, _ values: NeuronValues) -> Double {
    guard steps.isFinite else { return 0 }
    return values.choice("fires") == "above" ? steps.rounded(.down) + 1 : steps.rounded(.up)
  }
}
