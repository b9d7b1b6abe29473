/// Text broken into lines by the columns that it takes, in any script.
import Terminal

package enum LineBreaking {
  /// Lines of at most `width` columns, broken between words and between ideographs; a longer word is cut.
  /// - Complexity: O(length).
  package static func lines(_ text: String, width: Int) -> [String] {
    let width = max(1, width)
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      for (index, piece) in pieces(word, width: width).enumerated() {
        let space = index == 0 && !line.isEmpty ? 1 : 0
        if used + space + piece.columns > width, !line.isEmpty {
          lines.append(line)
          line = ""
          used = 0
        } else if space == 1 {
          line += " "
          used += 1
        }
        line += piece.text
        used += piece.columns
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The lines of a paragraph joined as its script joins words: ideographs without a space between them.
  package static func joined(_ lines: [Substring]) -> String {
    lines.reduce(into: "") { text, line in
      let isIdeographic = text.last.map(isWide) ?? true && line.first.map(isWide) ?? true
      text += (text.isEmpty || isIdeographic ? "" : " ") + line
    }
  }

  private struct Piece {
    var text: Substring
    var columns: Int
  }

  /// What must not be broken within a word: ideographs one by one, everything else together, up to a whole line.
  private static func pieces(_ word: Substring, width: Int) -> [Piece] {
    // Plain words that fit, which nearly all are, need no measuring.
    if word.utf8.count <= width, word.utf8.allSatisfy({ $0 < 0x80 }) {
      return [Piece(text: word, columns: word.utf8.count)]
    }
    var pieces: [Piece] = []
    var mayBreak = true
    for index in word.indices {
      let character = word[index]
      let columns = CharacterWidth.columns(of: String(character))
      let next = word.index(after: index)
      if var last = pieces.popLast() {
        let belongs = !(mayBreak || isWide(character)) || neverFirst.contains(character)
        if belongs, last.columns + columns <= width {
          last = Piece(text: word[last.text.startIndex..<next], columns: last.columns + columns)
          pieces.append(last)
        } else {
          pieces += [last, Piece(text: word[index..<next], columns: columns)]
        }
      } else {
        pieces.append(Piece(text: word[index..<next], columns: columns))
      }
      mayBreak = isWide(character)
    }
    return pieces
  }

  private static func isWide(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { CharacterWidth.columns(of: $0) == 2 } ?? false
  }

  /// Signs that a line does not begin with.
  private static let neverFirst: Set<Character> = [
    "，", "。", "、", "；", "：", "？", "！", "）", "」", "』", "》", "〉", "】", "”", "’", "…", "—",
  ]
}
