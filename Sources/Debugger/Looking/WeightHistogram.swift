/// How the weights of a projection are spread. Counted over one snapshot or more, and again and again where they learn.
import Analysis
import Simulation

struct WeightHistogram {
  private let projection: Int
  private let range: ClosedRange<Double>
  /// Of the last round that was read to its end.
  private(set) var histogram: Histogram?
  /// Of the round that is being read; weights less the range's lower bound.
  private var counts: [Int]
  private var sum = 0.0
  private var squares = 0.0
  private(set) var round: ReadingRound

  init(_ simulation: borrowing Simulation, _ request: ObservationRequest.Weights) {
    let info = simulation.projections[request.projection]
    projection = request.projection
    range = info.weightRange
    counts = Array(repeating: 0, count: request.bins)
    round = ReadingRound(units: info.sourceCount)
  }

  func fits(_ request: ObservationRequest.Weights) -> Bool {
    projection == request.projection && counts.count == request.bins
  }

  /// Counts the synapses of some sources.
  mutating func refresh(_ simulation: borrowing Simulation) {
    var round = round
    if round.advance({ read($0, simulation) }) { finish() }
    self.round = round
  }

  private mutating func read(_ source: Int, _ simulation: borrowing Simulation) -> Int {
    var passed = 0
    let width = range.upperBound - range.lowerBound
    simulation.forEachSynapse(of: projection, fromSource: source) { _, weight, _ in
      passed += 1
      let above = weight - range.lowerBound
      sum += above
      squares += above * above
      let place = width > 0 ? above / width * Double(counts.count) : Double(counts.count / 2)
      counts[Int(min(max(place, 0), Double(counts.count - 1)))] += 1
    }
    return passed
  }

  private mutating func finish() {
    let number = Double(counts.reduce(0, +))
    let mean = sum / number
    let variance = max(0, squares / number - mean * mean)
    histogram = Histogram(
      counts: counts, range: range, mean: range.lowerBound + mean, deviation: variance.squareRoot())
    for bin in counts.indices { counts[bin] = 0 }
    (sum, squares) = (0, 0)
  }
}
