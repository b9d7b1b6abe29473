/// A projection's weights brought down to a picture. Made over one snapshot or more, and then kept up to date where
/// weights learn.
import NetworkModel
import Simulation

struct WeightTiles {
  /// What they were made for.
  private let wanted: ObservationRequest.Weights

  let rows: Int
  let columns: Int
  let targetsPerRow: Int
  let sourcesPerColumn: Int
  /// Mean weights, row-major [rows = post × columns = pre]; NaN where there is no synapse.
  private(set) var means: [Float]
  /// Synapses for each pair of neurons in a tile, laid out as `means`; NaN where there is none, empty where a tile is one
  /// pair.
  private(set) var densities: [Float]
  private let targets: ShownSelection
  private let sources: ShownSelection
  /// Of the column that is being read, by row.
  private var sums: [Double]
  private var counts: [Int]
  private(set) var round: ReadingRound

  /// Without a weight as yet.
  init(_ simulation: borrowing Simulation, _ request: ObservationRequest.Weights, _ order: NeuronOrder) {
    let info = simulation.projections[request.projection]
    let spec = simulation.spec.projections[request.projection]
    wanted = request
    targets = ShownSelection(spec.target, of: info.targetPopulation, order)
    sources = ShownSelection(spec.source, of: info.sourcePopulation, order)
    targetsPerRow = Self.parts(targets.positions.count, into: request.rows)
    sourcesPerColumn = Self.parts(sources.positions.count, into: request.columns)
    rows = Self.parts(targets.positions.count, into: targetsPerRow)
    columns = Self.parts(sources.positions.count, into: sourcesPerColumn)
    means = Array(repeating: .nan, count: rows * columns)
    densities = targetsPerRow * sourcesPerColumn > 1 ? means : []
    sums = Array(repeating: 0, count: rows)
    counts = Array(repeating: 0, count: rows)
    round = ReadingRound(units: columns)
  }

  func fits(_ request: ObservationRequest.Weights) -> Bool {
    wanted.projection == request.projection && wanted.rows == request.rows && wanted.columns == request.columns
  }

  /// The tile of a synapse; nil where its neurons are not shown.
  func row(ofTarget position: Int) -> Int? { targets.rank(of: position).map { $0 / targetsPerRow } }
  func column(ofSource position: Int) -> Int? { sources.rank(of: position).map { $0 / sourcesPerColumn } }

  /// Reads some columns, or reads them again.
  mutating func refresh(_ simulation: borrowing Simulation) {
    var round = round
    round.advance { readColumn($0, simulation) }
    self.round = round
  }

  /// Returns how many synapses it has.
  private mutating func readColumn(_ column: Int, _ simulation: borrowing Simulation) -> Int {
    for row in 0..<rows { (sums[row], counts[row]) = (0, 0) }
    var passed = 0
    for place in column * sourcesPerColumn..<min(sources.positions.count, (column + 1) * sourcesPerColumn) {
      simulation.forEachSynapse(of: wanted.projection, fromSource: Int(sources.positions[place])) { target, weight, _ in
        passed += 1
        let rank = Int(targets.ranks[target])
        guard rank >= 0 else { return }
        sums[rank / targetsPerRow] += weight
        counts[rank / targetsPerRow] += 1
      }
    }
    for row in 0..<rows where counts[row] > 0 {
      means[row * columns + column] = Float(sums[row] / Double(counts[row]))
      if !densities.isEmpty { densities[row * columns + column] = Float(counts[row]) / Float(pairs(row, column)) }
    }
    return passed
  }

  /// How many pairs of neurons a tile stands for: fewer than the others in the last row and column.
  private func pairs(_ row: Int, _ column: Int) -> Int {
    min(targetsPerRow, targets.positions.count - row * targetsPerRow)
      * min(sourcesPerColumn, sources.positions.count - column * sourcesPerColumn)
  }

  /// How large the parts must be, at least 1.
  private static func parts(_ count: Int, into number: Int) -> Int { max(1, (count + number - 1) / number) }
}
