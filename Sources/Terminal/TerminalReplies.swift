/// What a terminal answers to questions about itself, read out of the bytes that it sent.

package enum TerminalReply: Sendable, Equatable {
  /// Where the cursor stands, counted from 1.
  case cursor(row: Int, column: Int)
  /// A mode of DEC's and its setting: 0 unknown, 1 set, 2 reset, 3 and 4 the same for good.
  case mode(Int, setting: Int)
  /// What kind of terminal it is; every one answers this, so that it comes last.
  case attributes
  /// The colour of the background, as the terminal writes it: `rgb:1e1e/1e1e/1e1e`.
  case background(String)
}

/// Takes bytes as they come. Whatever is no answer, a key struck meanwhile, is passed over.
package struct TerminalReplies: Sendable {
  private var waiting: [UInt8] = []
  private static let escape: UInt8 = 0x1B
  private static let mostBytes = 256

  package init() {}

  /// The answers that are complete with these bytes, in order.
  package mutating func take(_ bytes: [UInt8]) -> [TerminalReply] {
    waiting += bytes
    var replies: [TerminalReply] = []
    while let start = waiting.firstIndex(of: Self.escape) {
      waiting.removeFirst(start)
      guard let end = Self.end(of: waiting) else {
        if waiting.count > Self.mostBytes { waiting.removeFirst() }
        if waiting.first == Self.escape { return replies }
        continue
      }
      if let reply = Self.reply(String(decoding: waiting[..<end], as: UTF8.self)) { replies.append(reply) }
      waiting.removeFirst(end)
    }
    waiting.removeAll()
    return replies
  }

  /// Behind the sequence that begins the bytes: `ESC [ … letter`, or `ESC ] …` up to a bell or `ESC \`.
  private static func end(of bytes: [UInt8]) -> Int? {
    guard bytes.count >= 2 else { return nil }
    switch bytes[1] {
    case UInt8(ascii: "["): return bytes.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) }.map { $0 + 1 }
    case UInt8(ascii: "]"):
      for index in bytes.indices.dropFirst(2) {
        if bytes[index] == 0x07 { return index + 1 }
        if bytes[index] == escape { return index + 1 < bytes.count ? index + 2 : nil }
      }
      return nil
    default: return 1
    }
  }

  private static func reply(_ sequence: String) -> TerminalReply? {
    let body = sequence.dropFirst(2)
    let numbers = body.dropFirst(body.first == "?" ? 1 : 0).prefix { $0.isNumber || $0 == ";" }
      .split(separator: ";").compactMap { Int($0) }
    if sequence.hasPrefix("\u{1B}]11;") {
      return .background(String(body.dropFirst(3).prefix { $0.isLetter || $0.isNumber || $0 == ":" || $0 == "/" }))
    }
    switch body.last {
    case "R" where numbers.count == 2: return .cursor(row: numbers[0], column: numbers[1])
    case "y" where numbers.count == 2 && body.hasPrefix("?"): return .mode(numbers[0], setting: numbers[1])
    case "c" where body.hasPrefix("?"): return .attributes
    default: return nil
    }
  }
}
