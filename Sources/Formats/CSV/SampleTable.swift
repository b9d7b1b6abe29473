/// A table of labelled samples, one a row, read in one pass over its bytes.
import NetworkModel

/// Which columns of a table are what.
struct SampleColumns {
  let label: String?
  let split: (column: String, heldOut: String)?
  /// Names of the columns that hold values; `*` stands for any letters, `?` for one.
  let values: [String]
  /// What every value is multiplied with.
  let scale: Double
}

struct SampleTable {
  /// [samples × features], row-major.
  private(set) var values: [Float] = []
  private(set) var featureCount = 0
  private(set) var labels: [Int] = []
  private(set) var heldOutRows: [Int] = []

  private enum Role { case value, label, split, none }

  private let columns: SampleColumns
  private var scanner: CSVScanner
  private var roles: [Role] = []
  private let heldOut: [UInt8]

  /// - Complexity: O(bytes).
  init(_ bytes: [UInt8], columns: SampleColumns) throws(TableTrouble) {
    self.columns = columns
    scanner = CSVScanner(bytes)
    heldOut = Array((columns.split?.heldOut ?? "").utf8)
    if scanner.isAtEnd() { throw TableTrouble(kind: .empty, line: 1, column: 1) }
    try readHeader()
    values.reserveCapacity(bytes.count / 3)
    var row = 0
    while !scanner.isAtEnd() {
      try readRow(row, bytes)
      row += 1
    }
    if row == 0 { throw trouble(.empty) }
    if let split = columns.split, heldOutRows.isEmpty {
      throw TableTrouble(kind: .nothingHeldOut(split.heldOut, column: split.column), line: 1, column: 1)
    }
  }

  /// The rows to be presented: the held-out part, or all where there is no split.
  var presentedRows: [Int] {
    columns.split == nil ? Array(0..<(featureCount == 0 ? 0 : values.count / featureCount)) : heldOutRows
  }

  private mutating func readHeader() throws(TableTrouble) {
    var names: [String] = []
    var seen: Set<String> = []
    var endsRow = false
    while !endsRow {
      let field = scanner.next()
      let name = scanner.text(field.range, isQuoted: field.isQuoted).filter { $0 != " " }
      if !seen.insert(name).inserted { throw trouble(.doubledColumn(name)) }
      names.append(name)
      endsRow = field.endsRow
    }
    for wanted in [columns.label, columns.split?.column] {
      if let wanted, !seen.contains(wanted) { throw start(.noColumn(wanted, known: names)) }
    }
    roles = names.map { name in
      if name == columns.label { return .label }
      if name == columns.split?.column { return .split }
      return columns.values.contains { Glob.matches(name, pattern: $0) } ? .value : .none
    }
    featureCount = roles.count { $0 == .value }
    if featureCount == 0 { throw start(.noValueColumns(columns.values, known: names)) }
  }

  private mutating func readRow(_ row: Int, _ bytes: [UInt8]) throws(TableTrouble) {
    var count = 0
    var endsRow = false
    while !endsRow {
      let field = scanner.next()
      endsRow = field.endsRow
      if count < roles.count { try take(field.range, field.isQuoted, roles[count], row, bytes) }
      count += 1
    }
    if count != roles.count { throw trouble(.ragged(fields: count, expected: roles.count)) }
  }

  private mutating func take(
    _ range: Range<Int>, _ isQuoted: Bool, _ role: Role, _ row: Int, _ bytes: [UInt8]
  ) throws(TableTrouble) {
    switch role {
    case .none: break
    case .value:
      guard let number = scanner.number(range), case let value = Float(number * columns.scale), value.isFinite else {
        throw trouble(.notANumber(scanner.text(range, isQuoted: isQuoted)))
      }
      values.append(value)
    case .label:
      guard let number = scanner.number(range), let label = Int(exactly: number), label >= 0 else {
        throw trouble(.notALabel(scanner.text(range, isQuoted: isQuoted)))
      }
      labels.append(label)
    case .split:
      if bytes[range].elementsEqual(heldOut) { heldOutRows.append(row) }
    }
  }

  /// At the field that was read last.
  private func trouble(_ kind: TableTrouble.Kind) -> TableTrouble {
    TableTrouble(kind: kind, line: scanner.line, column: scanner.column)
  }

  private func start(_ kind: TableTrouble.Kind) -> TableTrouble { TableTrouble(kind: kind, line: 1, column: 1) }
}
