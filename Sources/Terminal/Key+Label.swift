/// Keys by their labels, as scripts of keys spell them.
extension Key {
  /// The inverse of `label`; the words also in any case, and with the names that people type: `up`, `esc`, `ctrl-l`.
  /// A single character is that key. nil for anything else.
  package init?(label: String) {
    if label.count == 1, let character = label.first, Key.arrows[label] == nil {
      self = .character(character)
    } else if let key = Key.arrows[label] ?? Key.words[label.lowercased()] ?? Key.numbered(label.lowercased()) {
      self = key
    } else {
      return nil
    }
  }

  private static let arrows: [String: Key] = ["↑": .up, "↓": .down, "←": .left, "→": .right]

  private static let words: [String: Key] = [
    "space": .character(" "), "enter": .enter, "return": .enter, "esc": .escape, "escape": .escape, "tab": .tab,
    "shift-tab": .backTab, "backtab": .backTab, "backspace": .backspace, "del": .delete, "delete": .delete,
    "up": .up, "down": .down, "left": .left, "right": .right, "home": .home, "end": .end,
    "pgup": .pageUp, "pageup": .pageUp, "pgdn": .pageDown, "pagedown": .pageDown,
  ]

  /// `f1`…`f63`, and `ctrl-` with one character.
  private static func numbered(_ label: String) -> Key? {
    if label.hasPrefix("f"), let number = Int(label.dropFirst()), (1...63).contains(number) { return .function(number) }
    let letter = label.dropFirst(5)
    return label.hasPrefix("ctrl-") && letter.count == 1 ? letter.first.map { .control($0) } : nil
  }
}
