/// The outline of a built network, for people: names, sizes, models.
package import Basics
package import NetworkModel

package struct NetworkSummary: Sendable, Equatable {
  package struct Population: Sendable, Equatable {
    package var name: String
    package var size: Int
    package var shape: [Int]
    /// The id of the model's descriptor.
    package var model: String
    /// Whether it can spike here: an input that plays numbers never does, nor does a model that only integrates.
    package var fires: Bool
    package init(name: String, size: Int, shape: [Int], model: String, fires: Bool = true) {
      self.name = name
      self.size = size
      self.shape = shape
      self.model = model
      self.fires = fires
    }
  }
  package struct Projection: Sendable, Equatable {
    package var name: String
    /// Indices of the populations.
    package var source: Int
    package var target: Int
    package var synapses: Int
    /// Sizes of the two selections: the weight matrix is [targetCount × sourceCount].
    package var sourceCount: Int
    package var targetCount: Int
    /// The two selections; nil where they are the whole populations.
    package var sources: Selection?
    package var targets: Selection?
    package var weightDimension: Dimension
    /// The rule by which its weights change; nil where they stay.
    package var rule: String?
    /// The least and greatest weight, in base units, and delay [ms]; nil where there is no synapse.
    package var weights: ClosedRange<Double>?
    package var delays: ClosedRange<Double>?
    package init(
      name: String, source: Int, target: Int, synapses: Int, sourceCount: Int, targetCount: Int,
      sources: Selection? = nil, targets: Selection? = nil, weightDimension: Dimension, rule: String? = nil,
      weights: ClosedRange<Double>? = nil,
      delays: ClosedRange<Double>? = nil
    ) {
      self.name = name
      self.source = source
      self.target = target
      self.synapses = synapses
      self.sourceCount = sourceCount
      self.targetCount = targetCount
      self.sources = sources
      self.targets = targets
      self.weightDimension = weightDimension
      self.rule = rule
      self.weights = weights
      self.delays = delays
    }
  }

  /// `exc[17]`; nil where there is no such population.
  package func name(of neuron: NeuronAddress) -> String? {
    guard populations.indices.contains(neuron.population) else { return nil }
    return "\(populations[neuron.population].name)[\(neuron.index)]"
  }

  package var title: String
  package var about: String
  package var dt: Milliseconds
  package var populations: [Population]
  package var projections: [Projection]
  package var neurons: Int
  package var synapses: Int
  package var hasClassifier: Bool
  package var seed: UInt64
  package init(
    title: String, about: String, dt: Milliseconds, populations: [Population], projections: [Projection],
    neurons: Int, synapses: Int, hasClassifier: Bool, seed: UInt64
  ) {
    self.title = title
    self.about = about
    self.dt = dt
    self.populations = populations
    self.projections = projections
    self.neurons = neurons
    self.synapses = synapses
    self.hasClassifier = hasClassifier
    self.seed = seed
  }
}
