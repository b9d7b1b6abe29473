/// Pairs by distance, in time that grows with the synapses made and the logarithm of the neurons.
import Basics

/// Where the neurons are and how likely they are joined.
package struct DistanceWiring: Sendable {
  /// Rows and columns of a population; a line is one row.
  package struct Sides: Sendable {
    let rows: Int
    let columns: Int

    package init(rows: Int, columns: Int) {
      self.rows = rows
      self.columns = columns
    }
  }

  private let source: Sides
  let target: Sides
  let isPeriodic: Bool
  /// The neurons of the source selection.
  private let sources: TargetNeurons
  /// The positions of neurons in the target selection.
  let positions: RowMap
  /// By distance, and the greatest over a range of distances; cut to 0…1.
  private let value: @Sendable (Double) -> Double
  private let greatest: @Sendable (ClosedRange<Double>) -> Double

  package init(
    from source: Sides, _ sources: [ClosedRange<Int>], onto target: Sides, _ positions: RowMap, isPeriodic: Bool,
    value: @escaping @Sendable (Double) -> Double, greatest: @escaping @Sendable (ClosedRange<Double>) -> Double
  ) {
    self.source = source
    self.target = target
    self.isPeriodic = isPeriodic
    self.sources = TargetNeurons(sources)
    self.positions = positions
    self.value = value
    self.greatest = greatest
  }

  /// Where a source stands on the grid of the targets.
  func place(of pre: Int) -> (row: Double, column: Double) {
    let neuron = sources[pre]
    func spread(_ index: Int, _ own: Int, _ other: Int) -> Double {
      (Double(index) + 0.5) * Double(other) / Double(own) - 0.5
    }
    return (
      spread(neuron / source.columns, source.rows, target.rows),
      spread(neuron % source.columns, source.columns, target.columns)
    )
  }

  func probability(rows: Double, columns: Double) -> Double {
    min(1, max(0, value((rows * rows + columns * columns).squareRoot())))
  }

  func bound(_ rows: Strip, _ columns: Strip) -> Double {
    let (near, far) = (
      (rows.nearest * rows.nearest + columns.nearest * columns.nearest).squareRoot(),
      (rows.farthest * rows.farthest + columns.farthest * columns.farthest).squareRoot()
    )
    return min(1, max(0, greatest(near...max(near, far))))
  }

  /// Neighbouring rows or columns, with the least and greatest distance to a place.
  struct Strip {
    let first: Int
    let count: Int
    let nearest: Double
    let farthest: Double
  }

  /// All rows, or columns, in strips that are the wider the farther away they are.
  func strips(around place: Double, _ size: Int) -> [Strip] {
    let middle = min(size - 1, max(0, Int(place.rounded())))
    let (lowest, highest) =
      isPeriodic ? (middle - (size - 1) / 2, middle + size / 2) : (0, size - 1)
    var strips = [strip(middle, 1, place, size)]
    var (width, first) = (1, middle + 1)
    while first <= highest {
      let count = min(width, highest - first + 1)
      strips.append(strip(first, count, place, size))
      (width, first) = (width * 2, first + count)
    }
    var last = middle - 1
    width = 1
    while last >= lowest {
      let count = min(width, last - lowest + 1)
      strips.append(strip(last - count + 1, count, place, size))
      (width, last) = (width * 2, last - count)
    }
    return strips
  }

  private func strip(_ first: Int, _ count: Int, _ place: Double, _ size: Int) -> Strip {
    let (low, high) = (Double(first) - place, Double(first + count - 1) - place)
    let nearest = low <= 0 && high >= 0 ? 0 : min(abs(low), abs(high))
    let farthest = max(abs(low), abs(high))
    let around = isPeriodic ? max(0, Double(size) - farthest) : nearest
    return Strip(first: first, count: count, nearest: min(nearest, around), farthest: farthest)
  }

  /// How far a place is from row, or column, `index`, which may lie beyond the edge if the edges are joined.
  func distance(_ place: Double, _ index: Int, _ size: Int) -> Double {
    let straight = abs(Double(index) - place)
    return isPeriodic ? min(straight, abs(Double(size) - straight)) : straight
  }
}

extension Wiring {
  /// Around every source the targets fall into boxes that grow with distance. In each, pairs are proposed with the
  /// greatest probability that it can hold, by geometric strides, and accepted with their own over that one.
  func distance<S: PairSink>(_ wiring: DistanceWiring, _ sink: inout S) {
    var words = WordStream(random)
    for pre in 0..<preCount {
      let place = wiring.place(of: pre)
      let columns = wiring.strips(around: place.column, wiring.target.columns)
      for rows in wiring.strips(around: place.row, wiring.target.rows) {
        for columns in columns {
          let bound = wiring.bound(rows, columns)
          if bound > 0 { box(wiring, place, rows, columns, bound, pre, &words, &sink) }
        }
      }
      if !sink.goesOn(Double(pre) / Double(preCount)) { return }
    }
  }

  private func box<S: PairSink>(
    _ wiring: DistanceWiring, _ place: (row: Double, column: Double), _ rows: DistanceWiring.Strip,
    _ columns: DistanceWiring.Strip, _ bound: Double, _ pre: Int, _ words: inout WordStream, _ sink: inout S
  ) {
    let (height, width) = (wiring.target.rows, wiring.target.columns)
    let cells = rows.count * columns.count
    let perFailure = bound < 1 ? 1 / Elementary.logOnePlus(-bound) : 0
    var cell = 0
    while true {
      if bound < 1 {
        let skipped = Elementary.log(words.unit()) * perFailure
        if skipped >= Double(cells - cell) { return }
        cell += Int(skipped)
      }
      if cell >= cells { return }
      let (row, column) = (rows.first + cell / columns.count, columns.first + cell % columns.count)
      cell += 1
      let probability = wiring.probability(
        rows: wiring.distance(place.row, row, height), columns: wiring.distance(place.column, column, width))
      if words.unit() * bound >= probability { continue }
      let neuron = (row + height) % height * width + (column + width) % width
      if let post = wiring.positions.row(of: neuron), !isOwn(pre, post) { sink.add(pre, post) }
    }
  }
}
