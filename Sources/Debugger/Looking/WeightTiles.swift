/// A projection's weights brought down to a picture. Made once, and then kept up to date where weights learn.
import Basics
import Simulation

struct WeightTiles {
  /// What they were made for.
  let projection: Int
  let wantedRows: Int
  let wantedColumns: Int

  let rows: Int
  let columns: Int
  let targetsPerRow: Int
  let sourcesPerColumn: Int
  /// Mean weights, row-major [rows = post × columns = pre]; NaN where there is no synapse.
  private(set) var means: [Float]
  /// The column that is the next to be read again.
  private var staleColumn = 0

  /// - Complexity: O(synapses).
  init(_ simulation: borrowing Simulation, _ request: ObservationRequest.Weights) {
    let info = simulation.projections[request.projection]
    projection = request.projection
    wantedRows = request.rows
    wantedColumns = request.columns
    targetsPerRow = Self.parts(info.targetCount, into: request.rows)
    sourcesPerColumn = Self.parts(info.sourceCount, into: request.columns)
    rows = Self.parts(info.targetCount, into: targetsPerRow)
    columns = Self.parts(info.sourceCount, into: sourcesPerColumn)
    means = Array(repeating: .nan, count: rows * columns)
    refresh(simulation, budget: .max)
  }

  /// Reads some columns again, one after another and round and round, so that a picture of any size costs a frame no
  /// more than `budget` synapses, or one column.
  mutating func refresh(_ simulation: borrowing Simulation, budget: Int = 500_000) {
    let info = simulation.projections[projection]
    var left = budget
    repeat {
      left -= readColumn(staleColumn, simulation, sources: info.sourceCount)
      staleColumn = staleColumn + 1 < columns ? staleColumn + 1 : 0
    } while left > 0 && staleColumn != 0
  }

  /// Returns how many synapses it has.
  private mutating func readColumn(_ column: Int, _ simulation: borrowing Simulation, sources: Int) -> Int {
    var sums = Array(repeating: 0.0, count: rows)
    var counts = Array(repeating: 0, count: rows)
    for source in column * sourcesPerColumn..<min(sources, (column + 1) * sourcesPerColumn) {
      simulation.forEachSynapse(of: projection, fromSource: source) { target, weight, _ in
        sums[target / targetsPerRow] += weight
        counts[target / targetsPerRow] += 1
      }
    }
    for row in 0..<rows where counts[row] > 0 {
      means[row * columns + column] = Float(sums[row] / Double(counts[row]))
    }
    return counts.reduce(0, +)
  }

  func fits(_ request: ObservationRequest.Weights) -> Bool {
    projection == request.projection && wantedRows == request.rows && wantedColumns == request.columns
  }

  /// How large the parts must be, at least 1.
  private static func parts(_ count: Int, into number: Int) -> Int { max(1, (count + number - 1) / number) }
}
