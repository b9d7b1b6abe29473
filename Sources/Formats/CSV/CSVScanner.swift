/// Splits the bytes of a comma-separated table into fields, without making strings.

/// Quoted fields may hold commas, line ends and doubled quotes (RFC 4180). Lines end with LF, CR LF or CR.
struct CSVScanner {
  private let bytes: [UInt8]
  private var position: Int
  /// Where the field that was scanned last begins: line and column from 1, the column in characters.
  private(set) var line = 1
  private var lineStart: Int
  private var fieldStart: Int
  private var nextLine = 1
  private var nextLineStart: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    (lineStart, fieldStart, nextLineStart) = (position, position, position)
  }

  /// Whether nothing is left but, perhaps, empty lines.
  mutating func isAtEnd() -> Bool {
    while position < bytes.count, isLineEnd(bytes[position]) { skipLineEnd() }
    return position >= bytes.count
  }

  /// The next field: where its bytes are, whether it was quoted, and whether it is the last of its row.
  /// - Complexity: O(bytes of the field).
  mutating func next() -> (range: Range<Int>, isQuoted: Bool, endsRow: Bool) {
    (line, lineStart, fieldStart) = (nextLine, nextLineStart, position)
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return quoted() }
    while position < bytes.count, bytes[position] != UInt8(ascii: ","), !isLineEnd(bytes[position]) { position += 1 }
    return finish(fieldStart..<position, isQuoted: false)
  }

  private mutating func quoted() -> (range: Range<Int>, isQuoted: Bool, endsRow: Bool) {
    position += 1
    let start = position
    var end = position
    while position < bytes.count {
      end = position
      if bytes[position] == UInt8(ascii: "\"") {
        position += 1
        // A doubled quote is a quote, not the end.
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { position += 1 } else { break }
      } else if isLineEnd(bytes[position]) {
        skipLineEnd()
      } else {
        position += 1
      }
      end = position
    }
    while position < bytes.count, bytes[position] != UInt8(ascii: ","), !isLineEnd(bytes[position]) { position += 1 }
    return finish(start..<end, isQuoted: true)
  }

  private mutating func finish(_ range: Range<Int>, isQuoted: Bool) -> (
    range: Range<Int>, isQuoted: Bool, endsRow: Bool
  ) {
    guard position < bytes.count else { return (range, isQuoted, true) }
    if bytes[position] == UInt8(ascii: ",") {
      position += 1
      return (range, isQuoted, false)
    }
    skipLineEnd()
    return (range, isQuoted, true)
  }

  private mutating func skipLineEnd() {
    let wasReturn = bytes[position] == UInt8(ascii: "\r")
    position += 1
    if wasReturn, position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
    nextLine += 1
    nextLineStart = position
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  /// The column of the field that was scanned last. - Complexity: O(bytes of the line before it).
  var column: Int { bytes[lineStart..<fieldStart].count { $0 & 0xC0 != 0x80 } + 1 }

  /// The text of a field.
  func text(_ range: Range<Int>, isQuoted: Bool) -> String {
    let text = String(decoding: bytes[range], as: UTF8.self)
    if isQuoted { return text.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"") }
    return text
  }

  /// The number of a field, blanks around it allowed, or nil. - Complexity: O(bytes), no allocation for plain decimals.
  func number(_ range: Range<Int>) -> Double? { DecimalBytes.number(bytes, range) }
}
