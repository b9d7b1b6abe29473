/// Ranges of numbers, as conditions write them.
import Basics

extension ConditionParser {
  /// `5..20 Hz`, or `5 Hz..20 Hz`.
  mutating func range(of dimension: Dimension) throws(ConditionProblem) -> ClosedRange<Double> {
    let column = scanner.column
    let low = try limit()
    try expect("..")
    let high = try limit()
    let unit = high.text.firstIndex(of: " ").map { String(high.text[$0...]) } ?? ""
    let first = Operand.number(low.text.contains(" ") ? low.text : low.text + unit, column: low.column)
    let last = Operand.number(high.text, column: high.column)
    guard case .number(let to) = try last.term(expecting: dimension).term,
      case .number(let from) = try first.term(expecting: dimension).term, from < to
    else { throw ConditionProblem(.noRange, column: column) }
    return from...to
  }

  private mutating func limit() throws(ConditionProblem) -> (text: String, column: Int) {
    let column = scanner.column
    guard case .quantity(let text) = scanner.token else { throw unexpected("a range, as in 5..20 Hz,") }
    scanner.advance()
    return (text, column)
  }
}
