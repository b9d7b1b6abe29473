/// Editing a line of text, with the keys that every shell has taught.
import Terminal

extension TextField {
  /// Carries out an editing key; false where the key means nothing to a line of text.
  mutating func edit(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(character)
    case .backspace, .control("h"): if cursor > 0 { remove(cursor - 1..<cursor) }
    case .delete, .control("d"): if cursor < text.count { remove(cursor..<cursor + 1) }
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(text.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .control("u"): remove(0..<cursor)
    case .control("k"): remove(cursor..<text.count)
    case .control("w"): remove(startOfWord..<cursor)
    default: return false
    }
    return true
  }

  /// A line longer than this takes no more: nothing that can be typed here needs it.
  private static let limit = 500

  private mutating func insert(_ character: Character) {
    guard text.count < Self.limit, !character.isNewline else { return }
    let before = text.count
    text.insert(character, at: text.index(text.startIndex, offsetBy: cursor))
    // A combining mark joins the character before it, and the text gets no longer.
    cursor = min(text.count, cursor + text.count - before)
  }

  private mutating func remove(_ range: Range<Int>) {
    let start = text.index(text.startIndex, offsetBy: range.lowerBound)
    text.removeSubrange(start..<text.index(start, offsetBy: range.count))
    cursor = min(range.lowerBound, text.count)
  }

  private var startOfWord: Int {
    let characters = Array(text)
    var index = cursor
    while index > 0, characters[index - 1].isWhitespace { index -= 1 }
    while index > 0, !characters[index - 1].isWhitespace { index -= 1 }
    return index
  }
}
