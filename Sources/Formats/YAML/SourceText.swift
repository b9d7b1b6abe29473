/// From the bytes of a document to text that the YAML parser may see.
import NetworkModel

/// Refuses what is no text before anything else looks at it, and says at which line and column.
enum SourceText {
  /// A document is written by hand; long lists of numbers belong into files beside it.
  static let byteLimit = 1 << 20

  /// Stands for `*` while the parser works: see `SyntaxReader`.
  static let aliasMark: Unicode.Scalar = "\u{E000}"

  /// The text of UTF-8 bytes, without a byte order mark. - Complexity: O(bytes), one pass.
  static func decode(_ bytes: [UInt8], file: String) throws(Issue) -> String {
    let start = SourceLocation(file: file, line: 1, column: 1)
    if bytes.count > byteLimit { throw Issue(at: start, .documentTooLong(bytes: bytes.count, limit: byteLimit)) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw Issue(at: start, .utf16) }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    try check(body, from: start)
    return String(decoding: body, as: UTF8.self)
  }

  private static func check(_ bytes: ArraySlice<UInt8>, from start: SourceLocation) throws(Issue) {
    var place = start
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var wasReturn = false
    while true {
      switch decoder.decode(&iterator) {
      case .emptyInput: return
      case .error: throw Issue(at: place, .notUTF8)
      case .scalarValue(let scalar):
        if !isAllowed(scalar) { throw Issue(at: place, .forbiddenCharacter(scalar)) }
        advance(&place, over: scalar, wasReturn: wasReturn)
        wasReturn = scalar == "\r"
      }
    }
  }

  private static func advance(_ place: inout SourceLocation, over scalar: Unicode.Scalar, wasReturn: Bool) {
    switch scalar {
    case "\n" where wasReturn: break
    case "\n", "\r": place = SourceLocation(file: place.file, line: place.line + 1, column: 1)
    default: place.column += 1
    }
  }

  /// What YAML allows, less byte order marks in the middle and the private-use character that we need for ourselves.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85: true
    case ..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: false
    default: scalar != aliasMark
    }
  }
}
