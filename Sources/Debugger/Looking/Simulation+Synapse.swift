/// One synapse of a projection.
import Simulation

extension Simulation {
  /// What connects two neurons, by their positions in the projection's selections; nil where nothing does. Several
  /// synapses between the same two are summed, and the delay is that of the first to arrive.
  /// - Complexity: O(synapses of the source).
  func synapse(of projection: Int, post: Int, pre: Int) -> (weight: Double, delaySteps: Int)? {
    guard projections[projection].synapseCount > 0 else { return nil }
    var found: (weight: Double, delaySteps: Int)?
    forEachSynapse(of: projection, fromSource: pre) { target, weight, delay in
      guard target == post else { return }
      found = (weight + (found?.weight ?? 0), min(delay, found?.delaySteps ?? delay))
    }
    return found
  }
}
