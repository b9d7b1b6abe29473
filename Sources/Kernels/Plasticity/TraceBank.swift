/// The traces of many neurons or synapses with one time constant, which decay without being touched.
import Basics

/// A trace x(t) is kept as x · e^(t/τ), counted from the beginning of an epoch: that number does not change between two
/// spikes, and to read any trace at t takes one multiplication with e^(−t/τ), the same for all of them. So a step costs
/// nothing for those who are silent, and the decay is exact. An epoch ends before the numbers grow beyond single
/// precision; then, once in hundreds of milliseconds, all of them are scaled down.
///
/// Unchecked, for it is written only between the parts of a step that threads share.
final class TraceBank<Scalar: LaneScalar>: @unchecked Sendable {
  let values: LaneBuffer<Scalar>
  /// Steps of an epoch.
  private let period: Int
  /// e^(+n·dt/τ) and e^(−n·dt/τ), for the n-th step of an epoch.
  private let growth: LaneBuffer<Scalar>
  private let decay: LaneBuffer<Scalar>
  private let epochDecay: Scalar

  /// - Parameters:
  ///   - tau: [ms], above 0.
  ///   - dt: [ms].
  init(count: Int, tau: Double, dt: Double) {
    values = LaneBuffer(count: count, repeating: 0)
    // e³² leaves room for 10²⁴ spikes; the tables end at what stays near the processor.
    period = Int(max(1, min(8192, 32 * tau / dt)))
    growth = LaneBuffer(count: period, repeating: 0)
    decay = LaneBuffer(count: period, repeating: 0)
    for step in 0..<period {
      growth[step] = Scalar(Elementary.exp(Double(step) * dt / tau))
      decay[step] = Scalar(Elementary.exp(-Double(step) * dt / tau))
    }
    epochDecay = Scalar(Elementary.exp(-Double(period) * dt / tau))
  }

  var memory: Int { (values.count + 2 * period) * MemoryLayout<Scalar>.stride }

  /// To read and write them in loops; good as long as the bank.
  var view: TraceView<Scalar> {
    unsafe TraceView(
      values: values.pointer, growth: growth.pointer, decay: decay.pointer, count: values.count, period: period,
      epochDecay: epochDecay)
  }

  func hash(into hash: inout StateHash) {
    for index in 0..<values.count where values[index] != 0 {
      hash.add(index)
      hash.add(Double(values[index]))
    }
  }
}
