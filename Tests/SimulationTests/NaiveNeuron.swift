/// One neuron, written as in a textbook: scalar, double precision, no precomputed coefficients.
import Foundation

/// Shares nothing with the kernels but the contract.
struct NaiveNeuron {
  let model: String
  let numbers: [String: Double]
  let words: [String: String]
  var v: Double
  var currents = [0.0, 0.0]
  var refractorySteps = 0

  /// Phase 1: from t to t + dt, then what arrives at t + dt.
  mutating func charge(dt: Double, injected: Double, arrivals: [Double]) {
    let next = moved(dt: dt, injected: injected, arriving: arrivals[0] + arrivals[1])
    if refractorySteps == 0 { v = next }
    currents[0] = currents[0] * exp(-dt / tau(0)) + arrivals[0]
    currents[1] = currents[1] * exp(-dt / tau(1)) + arrivals[1]
  }

  /// Phases 2 and 3: whether it fires, and what becomes of v.
  mutating func firesAndResets(dt: Double) -> Bool {
    guard model != "Integrator" else { return false }
    let threshold = number("v_thresh")
    let isAbove = words["fires"] == "above" ? v > threshold : v >= threshold
    guard refractorySteps == 0, isAbove else {
      refractorySteps = max(0, refractorySteps - 1)
      return false
    }
    switch words["reset"] {
    case "soft": v -= threshold - number("v_reset")
    case "none": break
    default: v = number("v_reset")
    }
    let span = number("tau_refrac")
    refractorySteps = Int((model.hasSuffix("discrete") ? span : span / dt).rounded())
    return true
  }

  private func moved(dt: Double, injected: Double, arriving: Double) -> Double {
    switch model {
    case "IF_discrete", "Integrator": return v + arriving + injected + number("bias")
    case "LIF_discrete":
      let x = arriving + injected + number("bias")
      let leak = (v - number("v_reset")) / number("tau")
      return words["decay_input"] == "no" ? v + x - leak : v + x / number("tau") - leak
    default:
      let tau = number("tau_m")
      let limit = number("v_rest") + tau / number("cm") * (injected + number("i_offset"))
      let passive = limit + (v - limit) * exp(-dt / tau)
      return model == "IF_curr_delta" ? passive + arriving : passive + synaptic(0, dt) + synaptic(1, dt)
    }
  }

  /// What the synaptic current of a receptor adds to v within a step: the solution of the two linear equations.
  private func synaptic(_ receptor: Int, _ dt: Double) -> Double {
    let (membrane, synapse) = (number("tau_m"), tau(receptor))
    if membrane == synapse { return currents[receptor] / number("cm") * dt * exp(-dt / membrane) }
    let factor = membrane * synapse / (membrane - synapse)
    return currents[receptor] / number("cm") * factor * (exp(-dt / membrane) - exp(-dt / synapse))
  }

  private func tau(_ receptor: Int) -> Double { numbers[receptor == 0 ? "tau_syn_E" : "tau_syn_I"] ?? 1 }

  private func number(_ name: String) -> Double {
    guard let value = numbers[name] else { preconditionFailure("\(model) is used without \(name)") }
    return value
  }
}
