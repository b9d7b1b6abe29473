/// Why a command of `ganglion debug` cannot be carried out, and where in its argument.

struct DebugProblem: Error {
  let text: String
  /// In the argument, from 1.
  let column: Int

  init(_ text: String, column: Int = 1) {
    self.text = text
    self.column = column
  }
}
