/// Spikes counted by row and by column of time, kept up to date bin by bin.

/// Every spike is counted once, when the next picture is asked for; a picture then is a copy of the bins. So its cost
/// does not grow with the number of spikes in the window.
struct SpikeBins {
  let window: WindowColumns
  let rows: Int
  /// By neuron, over the whole network; -1 for one that is not counted.
  let rowOfNeuron: [Int32]
  /// A ring of columns, row-major [rows × columns]: column c is at c mod columns.
  private var bins: [UInt32]
  private(set) var lastColumn = 0
  /// The first step that was counted, and the first one that was not yet.
  private(set) var firstStep = 0
  private var nextStep = 0

  init(rowOfNeuron: [Int32], rows: Int, window: WindowColumns) {
    self.rowOfNeuron = rowOfNeuron
    self.rows = rows
    self.window = window
    bins = Array(repeating: 0, count: rows * window.columns)
  }

  mutating func removeAll() {
    for index in bins.indices { bins[index] = 0 }
    lastColumn = 0
    firstStep = 0
    nextStep = 0
  }

  /// Counts what has happened since the last call. - Complexity: O(new columns + new spikes), of the window at most.
  mutating func update(_ history: SpikeHistory) {
    let end = history.endStep
    move(to: window.last(tick: end))
    let oldest = window.firstStep(ofColumn: lastColumn - window.columns + 1)
    var step = max(nextStep, history.firstStep, oldest)
    // What was missed cannot be counted any more.
    if step > nextStep { firstStep = step }
    var spike = history.range(ofSteps: step..<step).lowerBound
    while step < end {
      let column = window.column(ofStep: step)
      // All steps of a column at once.
      let next = min(end, window.firstStep(ofColumn: column + 1))
      let stop = history.range(ofSteps: step..<next).upperBound
      while spike < stop {
        count(history.spikes[spike], column: column)
        spike += 1
      }
      step = next
    }
    nextStep = end
  }

  private mutating func count(_ neuron: UInt32, column: Int) {
    let row = rowOfNeuron[Int(neuron)]
    if row >= 0 { bins[Int(row) * window.columns + column % window.columns] += 1 }
  }

  /// Empties the columns that come in at the right.
  private mutating func move(to column: Int) {
    let new = min(column - lastColumn, window.columns)
    if new > 0 {
      for added in column - new + 1...column {
        let place = added % window.columns
        for row in 0..<rows { bins[row * window.columns + place] = 0 }
      }
    }
    lastColumn = column
  }

  /// The counts of a row, oldest column first.
  func forEachCount(inRow row: Int, _ body: (UInt32) -> Void) {
    let split = (lastColumn + 1) % window.columns
    for place in row * window.columns + split..<(row + 1) * window.columns { body(bins[place]) }
    for place in row * window.columns..<row * window.columns + split { body(bins[place]) }
  }
}
