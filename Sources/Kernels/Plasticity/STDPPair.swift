/// Spike-timing-dependent plasticity by pairs, additive, every spike with every other.
package import Basics

/// With Δt = t_post − (t_pre + delay), for every pair of a presynaptic arrival and a postsynaptic spike
///
///     Δw = +A_plus  · w_max · exp(−Δt/tau_plus)     Δt > 0
///     Δw = −A_minus · w_max · exp(+Δt/tau_minus)    Δt < 0
///
/// and nothing at Δt = 0; the weight is cut to w_min…w_max after each event. Pairs are summed by a trace at either end:
/// an arrival takes off A_minus · w_max · Σ exp(−age/tau_minus) over the target's spikes so far, a spike of the target
/// adds the like over the arrivals.
///
/// The delay is axonal. Exact for spikes on the grid. Drives weights to their bounds: for a distribution with one peak
/// take a rule whose steps depend on the weight.
/// - Complexity: O(synapses of the spiking neuron) a spike, 8 bytes a synapse beside the weight.
/// - References: Song, Miller and Abbott 2000, doi:10.1038/78829; traces as in Morrison, Diesmann and Gerstner 2008,
///   doi:10.1007/s00422-008-0233-1.
package enum STDPPair<Scalar: LaneScalar>: PlasticityRule {
  package struct Coefficients: BitwiseCopyable, Sendable {
    /// What a trace of 1 adds and takes off, in units of the weight.
    var potentiation: Scalar
    var depression: Scalar
    var least: Scalar
    var greatest: Scalar
  }

  package static var descriptor: RuleDescriptor {
    RuleDescriptor(
      id: "stdp_pair", summary: "STDP by pairs of spikes, each with all others; additive.",
      equations: [
        "Δt = t_post − (t_pre + delay)",
        "Δw = +A_plus · w_max · exp(−Δt/tau_plus)      Δt > 0",
        "Δw = −A_minus · w_max · exp(+Δt/tau_minus)    Δt < 0",
        "w is cut to w_min…w_max after each event; Δt = 0 changes nothing",
      ],
      parameters: [
        ParameterField(
          "weight_dependence", choices: ["additive"], doc: "How a step depends on the weight: not at all."),
        ParameterField(
          "tau_plus", .time, default: 20, in: 0...1e6, excludesLowerBound: true, doc: "Time constant of potentiation."),
        ParameterField(
          "tau_minus", .time, default: 20, in: 0...1e6, excludesLowerBound: true, doc: "Time constant of depression."),
        ParameterField("A_plus", .none, default: 0.01, in: 0...1e3, doc: "Step of potentiation, as a part of w_max."),
        ParameterField("A_minus", .none, default: 0.012, in: 0...1e3, doc: "Step of depression, as a part of w_max."),
      ],
      reference: "Song, Miller and Abbott 2000, doi:10.1038/78829")
  }

  package static func traces(_ parameters: RuleParameters) -> (pre: [Double], post: [Double]) {
    ([parameters["tau_plus"]], [parameters["tau_minus"]])
  }

  package static func coefficients(_ parameters: RuleParameters) -> Coefficients {
    let greatest = parameters.weights.upperBound
    return Coefficients(
      potentiation: Scalar(parameters["A_plus"] * greatest), depression: Scalar(parameters["A_minus"] * greatest),
      least: Scalar(parameters.weights.lowerBound), greatest: Scalar(greatest))
  }

  @inline(__always)
  package static func onPre(
    _ weight: Scalar, pre: Traces<Scalar>, post: Traces<Scalar>, _ coefficients: Coefficients
  ) -> Scalar {
    let weaker = weight - coefficients.depression * post.first
    return weaker > coefficients.least ? weaker : coefficients.least
  }

  @inline(__always)
  package static func onPost(
    _ weight: Scalar, pre: Traces<Scalar>, post: Traces<Scalar>, _ coefficients: Coefficients
  ) -> Scalar {
    let stronger = weight + coefficients.potentiation * pre.first
    return stronger < coefficients.greatest ? stronger : coefficients.greatest
  }
}
