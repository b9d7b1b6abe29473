/// A dense feed-forward network of the size that classifiers of handwritten digits have, with random weights.
import Basics
import NetworkModel

enum Dense {
  static var layers: NetworkSpec {
    var spec = NetworkSpec()
    spec.seed = 42
    spec.dt = Milliseconds(1)
    let parameters: [String: Double] = [
      "cm": 1, "tau_m": 10, "v_rest": 0, "v_reset": 0, "v_thresh": 1, "tau_refrac": 0,
    ]
    spec.populations = [
      PopulationSpec("input", 784, "SpikeSourcePoisson", ["rate": 50]),
      PopulationSpec("hidden", 800, "IF_curr_delta", parameters, initial: ["v": .constant(0)]),
      PopulationSpec("output", 10, "IF_curr_delta", parameters, initial: ["v": .constant(0)]),
    ]
    for (source, target) in zip(spec.populations, spec.populations.dropFirst()) {
      spec.projections.append(
        ProjectionSpec(
          name: ProjectionSpec.usualName(from: source.name, to: target.name),
          from: Selection(all: source.name, size: source.size),
          to: Selection(all: target.name, size: target.size), connector: .allToAll,
          weight: .normal(mean: 0.01, deviation: 0.03, min: nil, max: nil), delay: .constant(1)))
    }
    return spec
  }
}
