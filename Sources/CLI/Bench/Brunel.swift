/// Brunel's sparse network (2000, doi:10.1023/A:1008925309027), model A, at g = 5 and twice the threshold rate.
import Basics
import NetworkModel

enum Brunel {
  static var asynchronousIrregular: NetworkSpec {
    var spec = NetworkSpec()
    spec.seed = 42
    let parameters: [String: Double] = [
      "cm": 1, "tau_m": 20, "v_rest": 0, "v_reset": 10, "v_thresh": 20, "tau_refrac": 2,
    ]
    spec.populations = [
      PopulationSpec("exc", 10_000, "IF_curr_delta", parameters, initial: ["v": .constant(0)]),
      PopulationSpec("inh", 2500, "IF_curr_delta", parameters, initial: ["v": .constant(0)]),
    ]
    for target in spec.populations {
      let neurons = Selection(all: target.name, size: target.size)
      spec.projections += [
        projection("exc", 10_000, onto: neurons, inputs: 1000, .excitatory, weight: 0.1),
        projection("inh", 2500, onto: neurons, inputs: 250, .inhibitory, weight: -0.5),
      ]
      // η θ / (J τ) = 2 · 20 mV / (0.1 mV · 20 ms).
      spec.stimuli.append(
        StimulusSpec(into: neurons, .poisson(rate: 20_000, weight: 0.1, receptor: .excitatory)))
    }
    return spec
  }

  private static func projection(
    _ source: String, _ size: Int, onto target: Selection, inputs: Int, _ receptor: Receptor, weight: Double
  ) -> ProjectionSpec {
    ProjectionSpec(
      name: ProjectionSpec.usualName(from: source, to: target.population), from: Selection(all: source, size: size),
      to: target,
      connector: .fixedNumberPre(inputs, withReplacement: true), receptor: receptor, weight: .constant(weight),
      delay: .constant(1.5))
  }
}
