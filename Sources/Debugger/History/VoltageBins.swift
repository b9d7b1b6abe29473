/// The membranes of the raster's rows over time, kept from the moment that somebody looks.
import Basics
import Simulation

/// One sample a column: what the membrane is at the column's end. So a step costs nothing unless a column ends with it.
struct VoltageBins {
  /// A neuron that has a row, and where its membrane is found.
  private struct Row {
    let row: Int
    let population: Int
    let variable: Int
    let index: Int
  }

  private let window: WindowColumns
  private let neurons: [Row]
  /// A ring of columns, row-major [rows × columns]: column c is at c mod columns.
  private var values: [Float]
  private var ranges: [ClosedRange<Double>?]
  /// By population, whether its range is that of its parameters, and not of what has been seen.
  private var isFixed: [Bool]
  private var lastColumn: Int
  /// The step after which the next column ends.
  private var nextEnd: Int

  /// - Parameter neurons: those that have a row to themselves.
  init(
    _ simulation: borrowing Simulation, _ neurons: [(row: Int, neuron: NeuronAddress)], rows: Int,
    window: WindowColumns
  ) {
    self.window = window
    var readers: [Int: BarsReader] = [:]
    var found: [Row] = []
    ranges = Array(repeating: nil, count: simulation.populations.count)
    for (row, neuron) in neurons {
      let population = neuron.population
      let reader = readers[population] ?? BarsReader(simulation, population: population)
      if readers[population] == nil { ranges[population] = reader.range(simulation, index: neuron.index) }
      readers[population] = reader
      guard let variable = reader.membrane else { continue }
      found.append(Row(row: row, population: population, variable: variable, index: neuron.index))
    }
    self.neurons = found
    isFixed = ranges.map { $0 != nil }
    values = Array(repeating: .nan, count: rows * window.columns)
    lastColumn = window.last(tick: simulation.tick.value)
    nextEnd = window.firstStep(ofColumn: window.column(ofStep: simulation.tick.value) + 1)
  }

  /// To be called after every step. - Complexity: O(1), and O(rows) once in a column.
  mutating func record(_ simulation: borrowing Simulation) {
    if simulation.tick.value >= nextEnd { refresh(simulation) }
  }

  /// Reads the present into the newest column, which is not over yet: to be called before a picture is written.
  mutating func refresh(_ simulation: borrowing Simulation) {
    let tick = simulation.tick.value
    // A step that fills several columns is what all of them show.
    lastColumn = window.last(tick: tick)
    let first = max(window.column(ofStep: max(0, tick - 1)), lastColumn - window.columns + 1)
    for column in first...lastColumn { read(simulation, column: column) }
    nextEnd = window.firstStep(ofColumn: window.column(ofStep: tick) + 1)
  }

  private mutating func read(_ simulation: borrowing Simulation, column: Int) {
    let place = column % window.columns
    for neuron in neurons {
      let value = simulation.state(population: neuron.population, variable: neuron.variable, index: neuron.index)
      values[neuron.row * window.columns + place] = Float(value)
      if !isFixed[neuron.population], value.isFinite { widen(neuron.population, to: value) }
    }
  }

  private mutating func widen(_ population: Int, to value: Double) {
    let range = ranges[population] ?? value...value
    ranges[population] = min(range.lowerBound, value)...max(range.upperBound, value)
  }

  mutating func removeAll() {
    for index in values.indices { values[index] = .nan }
    lastColumn = window.last(tick: 0)
    nextEnd = window.firstStep(ofColumn: 1)
  }

  /// Writes the picture, oldest column first, into memory that is used again.
  func write(into place: inout VoltageSnapshot?) {
    var next = place.take() ?? VoltageSnapshot(values: [], ranges: [])
    let columns = window.columns
    let split = (lastColumn + 1) % columns
    next.values.removeAll(keepingCapacity: true)
    for row in 0..<values.count / columns {
      next.values.append(contentsOf: values[row * columns + split..<(row + 1) * columns])
      next.values.append(contentsOf: values[row * columns..<row * columns + split])
    }
    next.ranges.removeAll(keepingCapacity: true)
    for range in ranges { next.ranges.append(range ?? 0...0) }
    place = next
  }
}
