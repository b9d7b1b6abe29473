/// What one target of a projection receives from each of its sources. Made once: weights do not change by themselves.
import Simulation

struct ReceptiveField {
  /// What it was made for.
  private let projection: Int
  private let post: Int
  /// By source; NaN where there is no synapse. Several synapses from the same source are summed.
  let weights: [Float]

  /// - Complexity: O(synapses).
  init(_ simulation: borrowing Simulation, _ request: ObservationRequest.Weights) {
    projection = request.projection
    post = request.cursorPost
    var weights = Array(repeating: Float.nan, count: simulation.projections[projection].sourceCount)
    for pre in weights.indices {
      guard let synapse = simulation.synapse(of: projection, post: post, pre: pre) else { continue }
      weights[pre] = Float(synapse.weight)
    }
    self.weights = weights
  }

  func fits(_ request: ObservationRequest.Weights) -> Bool {
    projection == request.projection && post == request.cursorPost
  }
}
