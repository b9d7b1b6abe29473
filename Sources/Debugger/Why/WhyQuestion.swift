/// Questions about what has happened, and their answers as values.
package import Basics

/// What can be asked of a run.
package enum WhyQuestion: Sendable, Equatable {
  /// Why the neuron fired at this time, or, where it did not, why it stayed silent until then. Without a time: about its
  /// last spike, or the silence that it is in. Without a horizon: over the time constant of its membrane.
  case neuron(NeuronAddress, at: Tick? = nil, horizon: Milliseconds? = nil)
  /// Why it stayed silent between two times.
  case silence(NeuronAddress, from: Tick, to: Tick)
  /// Why the weight of a synapse changed between two times, by its neurons; by the position of its projection, too,
  /// where several join them.
  case weight(from: NeuronAddress, to: NeuronAddress, of: Int? = nil, since: Tick, until: Tick)
}

package enum WhyAnswer: Sendable, Equatable {
  case fired(WhyFired)
  case silent(WhySilent)
  case weight(WeightLedger)
  /// There is nothing to explain, or it cannot be, and why.
  case nothing(String)
  /// What is asked about is not there, or is not clear, and what would be right.
  case refused(String)
  /// Something else was asked for before it was found.
  case givenUp
}

/// Something that has a share in a membrane potential.
package struct WhyShare: Sendable, Equatable {
  package enum Cause: Sendable, Equatable {
    /// Where v goes by itself.
    case rest
    /// The neuron's constant current; for a model that is not linear, all that moves it by itself.
    case drift
    /// What the reset at this time has left.
    case reset(Tick)
    /// Currents from outside.
    case current
    /// Poisson stimuli.
    case noise
    /// What was set by hand at this time.
    case edit(Tick)
    /// Where everything was set back to, at this time.
    case restart(Tick)
    /// All that was before this time.
    case before(Tick)
    case arrival(WhyArrival)
    /// Values that an input sent.
    case values(NeuronAddress)
  }

  package let cause: Cause
  /// [mV, or the model's own unit]
  package let value: Double
}

/// A spike of another neuron, as it arrived.
package struct WhyArrival: Sendable, Equatable {
  /// What would have become of the spike that is explained if this one had not arrived: by running the neuron again.
  package enum Effect: Sendable, Equatable {
    case none
    /// It would have come so much later, or earlier, within the horizon.
    case moved(Int)
    case prevented
  }

  package let neuron: NeuronAddress
  package let projection: Int
  /// Of the presynaptic spike, and of its arrival.
  package let stamp: Tick
  package let arrival: Tick
  /// As it was then, in base units.
  package let weight: Double
  /// Whether it belongs to the causal set.
  package var isCausal = false
  /// Nil where it was not worked out.
  package var effect: Effect?

  /// Whether both are the same spike over the same projection.
  package func isSame(as other: WhyArrival) -> Bool {
    neuron == other.neuron && projection == other.projection && stamp == other.stamp && arrival == other.arrival
  }
}

/// A membrane potential at the end of a step, taken apart.
package struct WhyPotential: Sendable, Equatable {
  package let neuron: NeuronAddress
  /// The end of the step.
  package let tick: Tick
  package let v: Double
  /// The threshold at that moment, as far as it had risen.
  package let level: Double
  /// Without what is nothing: first what has no time, then from the largest to the smallest.
  package var shares: [WhyShare]
  /// What is missing to v: rounding of the run, and spikes under way when its network began.
  package let residual: Double
  /// Whether the model is linear, so that each share is exact.
  package let isExact: Bool
}

package struct WhyFired: Sendable, Equatable {
  package var potential: WhyPotential
  package let causal: CausalSet.Kind
  /// The arrivals of the causal set, in the order of time.
  package let causes: [WhyArrival]
  package let horizon: Milliseconds
  /// Steps of it; fewer than it has where the run cannot be followed so far.
  package let horizonSteps: Int
}

package struct WhySilent: Sendable, Equatable {
  package let from: Tick
  package let to: Tick
  /// Of the neuron's last spike before that; nil for none that is known.
  package let lastSpike: Tick?
  /// Where v came nearest to the threshold, out of refractory time; where it never was out of it, at the end.
  package let nearest: WhyPotential
  /// v and threshold at the end of it.
  package let v: Double
  package let level: Double
  /// Steps of it in which the neuron was refractory.
  package let refractorySteps: Int
  /// The constant current that would hold v at the threshold, and the mean of what came in its place, that of the
  /// neuron's own parameters included [nA; or the number added in a step]; nil for models that are not linear.
  package let drive: Drive?
  /// The constant current beside all that came with which it would just have fired; nil for none.
  package let neededCurrent: Double?
  /// By what the weights of all excitatory arrivals would have had to be multiplied; nil where that does not do it.
  package let neededGain: Double?

  package struct Drive: Sendable, Equatable {
    package let rheobase: Double
    package let mean: Double
  }
}

extension WhyPotential {
  /// The arrivals of each presynaptic neuron together, the largest sum first.
  package var byNeuron: [(neuron: NeuronAddress, value: Double, count: Int)] {
    var order: [NeuronAddress] = []
    var sums: [NeuronAddress: (value: Double, count: Int)] = [:]
    for share in shares {
      guard case .arrival(let arrival) = share.cause else { continue }
      if sums[arrival.neuron] == nil { order.append(arrival.neuron) }
      let sum = sums[arrival.neuron] ?? (0, 0)
      sums[arrival.neuron] = (sum.value + share.value, sum.count + 1)
    }
    return order.map { ($0, sums[$0]?.value ?? 0, sums[$0]?.count ?? 0) }
      .sorted { abs($0.value) > abs($1.value) }
  }
}
