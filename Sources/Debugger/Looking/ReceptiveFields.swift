/// What some targets of a projection receive from each of its sources. Made over one snapshot or more, and then kept up to
/// date where weights learn.
import Simulation

struct ReceptiveFields {
  private let projection: Int
  let targets: [Int]
  /// By target of the projection: the place of its field, -1 where it has none.
  private let places: [Int32]
  private let sources: Int
  /// [targets × sources]; NaN where there is no synapse. Several synapses from the same source are summed.
  private(set) var weights: [Float]
  private(set) var round: ReadingRound

  init(_ simulation: borrowing Simulation, _ request: ObservationRequest.Weights) {
    let info = simulation.projections[request.projection]
    projection = request.projection
    targets = request.fields
    sources = info.sourceCount
    var places = Array(repeating: Int32(-1), count: info.targetCount)
    for (place, target) in targets.enumerated() { places[target] = Int32(place) }
    self.places = places
    weights = Array(repeating: .nan, count: targets.count * sources)
    round = ReadingRound(units: sources)
  }

  func fits(_ request: ObservationRequest.Weights) -> Bool {
    projection == request.projection && targets == request.fields
  }

  /// Reads some sources, or reads them again.
  mutating func refresh(_ simulation: borrowing Simulation) {
    var round = round
    round.advance { read($0, simulation) }
    self.round = round
  }

  /// Returns how many synapses the source has.
  private mutating func read(_ source: Int, _ simulation: borrowing Simulation) -> Int {
    for place in targets.indices { weights[place * sources + source] = .nan }
    var passed = 0
    simulation.forEachSynapse(of: projection, fromSource: source) { target, weight, _ in
      passed += 1
      let place = Int(places[target])
      guard place >= 0 else { return }
      let before = weights[place * sources + source]
      weights[place * sources + source] = before.isNaN ? Float(weight) : before + Float(weight)
    }
    return passed
  }
}
