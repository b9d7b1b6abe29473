/// A table of synapses: `pre,post`, `pre,post,weight` or `pre,post,weight,delay`, one a line.

enum SynapseTable {
  private static let names = ["pre", "post", "weight", "delay"]

  /// The numbers of the table, [synapses × columns]. - Complexity: O(bytes).
  static func read(_ bytes: [UInt8]) throws(TableTrouble) -> NPYArray {
    var scanner = CSVScanner(bytes)
    if scanner.isAtEnd() { throw TableTrouble(kind: .empty, line: 1, column: 1) }
    let columns = try header(&scanner)
    var values: [Double] = []
    var rows = 0
    while !scanner.isAtEnd() {
      values += try row(&scanner, columns: columns)
      rows += 1
    }
    return NPYArray(shape: [rows, columns], values: values)
  }

  private static func header(_ scanner: inout CSVScanner) throws(TableTrouble) -> Int {
    var found: [String] = []
    var endsRow = false
    while !endsRow {
      let field = scanner.next()
      found.append(scanner.text(field.range, isQuoted: field.isQuoted).filter { $0 != " " })
      endsRow = field.endsRow
    }
    guard found.count >= 2, found == Array(names.prefix(found.count)) else {
      throw TableTrouble(kind: .notSynapses(found), line: 1, column: 1)
    }
    return found.count
  }

  private static func row(_ scanner: inout CSVScanner, columns: Int) throws(TableTrouble) -> [Double] {
    var values: [Double] = []
    var endsRow = false
    while !endsRow {
      let field = scanner.next()
      guard let number = scanner.number(field.range) else {
        let text = scanner.text(field.range, isQuoted: field.isQuoted)
        throw TableTrouble(kind: .notANumber(text), line: scanner.line, column: scanner.column)
      }
      values.append(number)
      endsRow = field.endsRow
    }
    if values.count == columns { return values }
    let kind = TableTrouble.Kind.ragged(fields: values.count, expected: columns)
    throw TableTrouble(kind: kind, line: scanner.line, column: scanner.column)
  }
}
