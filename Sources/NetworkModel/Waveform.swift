/// Currents that change by themselves.
package import Basics

/// What flows into every neuron of a selection [nA], or, onto a dimensionless model, what is added to its input x.
///
/// A step from t to t + dt takes one value. Times are counted from the stimulus' `from`.
package enum Waveform: Sendable, Equatable {
  /// Each amplitude holds from its time on; nothing flows before the first. Times ascend.
  case step(times: [Milliseconds], amplitudes: [Double])
  /// On for `width` at the beginning of every `period`.
  case pulses(amplitude: Double, width: Milliseconds, period: Milliseconds)
  /// offset + amplitude · sin(2π · frequency · t + phase), taken in the middle of the step; frequency [Hz], phase
  /// [degrees].
  case sine(amplitude: Double, frequency: Double, phase: Double, offset: Double)
  /// A normal number, drawn anew for every neuron and `interval`. White noise has a deviation that grows with
  /// 1/√interval.
  case noise(mean: Double, deviation: Double, interval: Milliseconds)
  /// One value for each `interval`, the same for all neurons; 0 after the last.
  case recorded(values: [Double], interval: Milliseconds)
}
