/// What one target of a projection receives from each of its sources. Made once, and kept up to date where weights learn.
import Simulation

struct ReceptiveField {
  /// What it was made for.
  private let projection: Int
  private let post: Int
  /// By source; NaN where there is no synapse. Several synapses from the same source are summed.
  private(set) var weights: [Float]
  /// The source that is the next to be read again.
  private var staleSource = 0

  /// - Complexity: O(synapses).
  init(_ simulation: borrowing Simulation, _ request: ObservationRequest.Weights) {
    projection = request.projection
    post = request.cursorPost
    weights = Array(repeating: Float.nan, count: simulation.projections[projection].sourceCount)
    refresh(simulation, budget: .max)
  }

  func fits(_ request: ObservationRequest.Weights) -> Bool {
    projection == request.projection && post == request.cursorPost
  }

  /// Reads sources again, one after another and round and round, until it has come past `budget` synapses.
  mutating func refresh(_ simulation: borrowing Simulation, budget: Int = 500_000) {
    var left = budget
    repeat {
      let (weight, passed) = read(simulation, staleSource)
      weights[staleSource] = weight
      left -= passed
      staleSource = staleSource + 1 < weights.count ? staleSource + 1 : 0
    } while left > 0 && staleSource != 0
  }

  private func read(_ simulation: borrowing Simulation, _ source: Int) -> (weight: Float, passed: Int) {
    var weight: Double?
    var passed = 0
    simulation.forEachSynapse(of: projection, fromSource: source) { target, own, _ in
      passed += 1
      if target == post { weight = own + (weight ?? 0) }
    }
    return (weight.map { Float($0) } ?? .nan, passed)
  }
}
