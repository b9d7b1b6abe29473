/// How the last stretch of time is cut into the columns of a picture.

/// Columns stand still in time: step k always belongs to column ⌊(k − origin) · columns / steps⌋, so that a picture moves
/// to the left column by column and never shimmers. Columns before the origin have negative numbers.
struct WindowColumns: Equatable {
  /// Steps in the window.
  let steps: Int
  /// Columns in the window; may be more than the steps.
  let columns: Int
  /// The step with which column 0 begins.
  let origin: Int

  init(steps: Int, columns: Int, origin: Int = 0) {
    precondition(steps > 0 && columns > 0, "a window has at least one step and one column")
    self.steps = steps
    self.columns = columns
    self.origin = origin
  }

  /// The column in which step `step` begins.
  func column(ofStep step: Int) -> Int { Self.floor((step - origin) * columns, steps) }

  /// The newest column when `tick` steps are done.
  func last(tick: Int) -> Int {
    // With more columns than steps a step fills several: the picture ends with the last of them.
    max(column(ofStep: max(0, tick - 1)), column(ofStep: tick) - 1)
  }

  /// The first step that begins in this column or a later one.
  func firstStep(ofColumn column: Int) -> Int { origin - Self.floor(-column * steps, columns) }

  /// The steps that begin in a column; where none does, the step in which it lies.
  func steps(ofColumn column: Int) -> Range<Int> {
    let first = firstStep(ofColumn: column)
    let next = firstStep(ofColumn: column + 1)
    if first < next { return first..<next }
    let covering = origin + Self.floor(column * steps, columns)
    return covering..<covering + 1
  }

  /// The right edge of a column, in steps since tick 0.
  func end(ofColumn column: Int) -> Double {
    Double(origin) + Double(column + 1) * Double(steps) / Double(columns)
  }

  private static func floor(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }
}
