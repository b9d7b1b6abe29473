/// A dense feed-forward network of the size that classifiers of handwritten digits have, with random weights.
import Basics
import NetworkModel

enum Dense {
  private static let inputs = 784
  /// How long a sample is shown.
  static let steps = 100

  /// - Parameter samples: shown one after another, from a state of rest each.
  static func layers(samples: Int) -> NetworkSpec {
    var spec = NetworkSpec()
    spec.seed = 42
    spec.dt = Milliseconds(1)
    spec.populations = [PopulationSpec("input", inputs, "Input"), layer("hidden", 800), layer("output", 10)]
    for (source, target) in zip(spec.populations, spec.populations.dropFirst()) {
      spec.projections.append(
        ProjectionSpec(
          name: ProjectionSpec.usualName(from: source.name, to: target.name),
          from: Selection(all: source.name, size: source.size),
          to: Selection(all: target.name, size: target.size), connector: .allToAll,
          weight: .normal(mean: 0.01, deviation: 0.03, min: nil, max: nil), delay: .constant(0)))
    }
    // All pixels equally grey: what is shown does not matter to the time it takes, how often they spike does.
    spec.datasets = [
      Dataset(
        name: "grey", values: Array(repeating: 0.05, count: samples * inputs), featureCount: inputs, labels: [],
        presentedRows: Array(0..<samples))
    ]
    spec.stimuli = [
      StimulusSpec(
        into: Selection(all: "input", size: inputs),
        .data(DataStimulus(dataset: "grey", encoder: .poisson, presentSteps: steps)))
    ]
    return spec
  }

  /// v ← 0.9 v + x.
  private static func layer(_ name: String, _ size: Int) -> PopulationSpec {
    var population = PopulationSpec(name, size, "LIF_discrete", ["tau": 10], initial: ["v": .constant(0)])
    population.parameters["decay_input"] = .choice("no")
    population.parameters["fires"] = .choice("above")
    return population
  }
}
