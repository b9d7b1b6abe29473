/// What a network is run without: a neuron, a synapse, one spike or one arrival, left out on purpose.
package import Basics

/// A neuron as documents name it: `inh[3]`.
package struct NeuronPlace: Sendable, Hashable {
  package var population: String
  package var index: Int

  package init(_ population: String, _ index: Int) {
    self.population = population
    self.index = index
  }

  package var selection: Selection { Selection(population, neuron: index) }

  /// The same neuron of `new` if it is one of `old`: under its new name.
  package func moved(from old: String, to new: String) -> NeuronPlace {
    population == old ? NeuronPlace(new, index) : self
  }
}

/// One part left out; the network is otherwise untouched: all wiring and every random number stay what they were.
///
/// What is left out is always an arrival or a spike, never an effect of it. So a rule of plasticity sees nothing of the
/// arrivals that do not happen: the weight is not changed by them, and they leave no presynaptic trace. A neuron whose
/// spike is left out did spike: it resets, and its postsynaptic traces and the weights that end on it move as ever.
package struct WithoutSpec: Sendable, Equatable {
  package enum Part: Sendable, Hashable {
    /// It keeps its index and its random numbers, and never fires: its membrane moves and resets as ever, but there is
    /// no spike. Of an `Input` that plays values, they reach nobody.
    case neuron(NeuronPlace)
    /// Every synapse from one to the other, in whatever projection, for good.
    case synapse(from: NeuronPlace, to: NeuronPlace)
    /// The spike that is stamped so reaches nobody; the neuron resets.
    case spike(NeuronPlace, at: Milliseconds)
    /// The same spike does not reach this one neuron. The time is the stamp of the spike, not that of its arrival.
    case arrival(from: NeuronPlace, to: NeuronPlace, at: Milliseconds)
  }

  package var part: Part
  package var location: SourceLocation

  package init(_ part: Part, location: SourceLocation = .none) {
    self.part = part
    self.location = location
  }
}

extension ProjectionSpec {
  /// Whether a synapse can lead from one to the other.
  package func joins(_ from: NeuronPlace, _ to: NeuronPlace) -> Bool {
    source.population == from.population && source.contains(from.index)
      && target.population == to.population && target.contains(to.index)
  }
}

extension WithoutSpec.Part {
  /// The neurons that it names: who would fire, then, where one is named, who would be reached.
  package var neurons: [NeuronPlace] {
    switch self {
    case .neuron(let neuron), .spike(let neuron, _): [neuron]
    case .synapse(let source, let target), .arrival(let source, let target, _): [source, target]
    }
  }

  /// The same of other neurons.
  package func mapNeurons(_ other: (NeuronPlace) -> NeuronPlace) -> WithoutSpec.Part {
    switch self {
    case .neuron(let neuron): .neuron(other(neuron))
    case .synapse(let source, let target): .synapse(from: other(source), to: other(target))
    case .spike(let neuron, let time): .spike(other(neuron), at: time)
    case .arrival(let source, let target, let time): .arrival(from: other(source), to: other(target), at: time)
    }
  }
}
