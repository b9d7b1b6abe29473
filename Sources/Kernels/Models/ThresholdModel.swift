/// What models with a threshold do alike: when they fire, and what firing does to v. Written once.

/// A state with a membrane potential and the end of refractory time, which are what a threshold works on.
package protocol ThresholdState: BitwiseCopyable, Sendable {
  associatedtype L: Lane
  var v: L { get set }
  /// See ``RefractoryClock``.
  var refractory: L { get set }
}

package protocol ThresholdCoefficients: BitwiseCopyable, Sendable {
  associatedtype L: Lane
  var threshold: Threshold<L> { get }
}

/// A model that fires at a threshold. One that does more at a spike than reset v says so in a `reset` of its own.
package protocol ThresholdModel: NeuronModel
where State: ThresholdState, State.L == L, Coefficients: ThresholdCoefficients, Coefficients.L == L {}

extension ThresholdModel {
  package static func level(_ c: Coefficients) -> L { c.threshold.level }

  @inline(__always)
  package static func fires(_ s: State, raise: L, at clock: L, _ c: Coefficients) -> L.Mask {
    c.threshold.isReached(s.v, raise: raise, refractory: s.refractory, at: clock)
  }

  @inline(__always)
  package static func reset(_ s: inout State, where fired: L.Mask, at clock: L, _ c: Coefficients) {
    c.threshold.reset(&s, where: fired, at: clock)
  }
}

// MARK: The states of the simpler models

/// Nothing but the membrane.
package struct MembraneState<L: Lane>: ThresholdState {
  package var v: L = .zero
  package var refractory: L = .zero
}

/// With a current or conductance of either kind that decays by itself.
package struct ExponentialSynapseState<L: Lane>: ThresholdState {
  package var v: L = .zero
  package var excitatory: L = .zero
  package var inhibitory: L = .zero
  package var refractory: L = .zero
}

/// With a current or conductance of either kind that follows alpha functions.
package struct AlphaSynapseState<L: Lane>: ThresholdState {
  package var v: L = .zero
  package var excitatory: L = .zero
  package var inhibitory: L = .zero
  package var risingExcitatory: L = .zero
  package var risingInhibitory: L = .zero
  package var refractory: L = .zero
}
