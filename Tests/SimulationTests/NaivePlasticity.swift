/// Additive pair STDP the slow way: every pair of spikes is looked at, in the order of the events.
import Basics

/// Knows spikes as steps and nothing of traces: at every event of a synapse it goes through all spikes of the other end.
struct NaivePlasticity {
  let dt: Double
  let plus: (step: Double, tau: Double)
  let minus: (step: Double, tau: Double)
  let bounds: ClosedRange<Double>

  /// The weight after each step, and what the arrivals were served with.
  func weights(
    from start: Double, pre: [Int], post: [Int], delay: Int, steps: Int
  ) -> (final: Double, served: [Double]) {
    var weight = start
    var served: [Double] = []
    for step in 0..<steps {
      if pre.contains(step - delay) {
        served.append(weight)
        let ages = post.filter { $0 < step }.map { Double(step - $0) * dt }
        weight -= minus.step * ages.reduce(0) { $0 + Elementary.exp(-$1 / minus.tau) }
        weight = max(bounds.lowerBound, weight)
      }
      if post.contains(step) {
        let ages = pre.map { $0 + delay }.filter { $0 < step }.map { Double(step - $0) * dt }
        weight += plus.step * ages.reduce(0) { $0 + Elementary.exp(-$1 / plus.tau) }
        weight = min(bounds.upperBound, weight)
      }
    }
    return (weight, served)
  }
}
