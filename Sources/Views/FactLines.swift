/// Facts of a few words each, side by side as far as they fit.
import Terminal

enum FactLines {
  /// As many facts to a line as fit into `width` columns, none of them broken.
  static func lines(of facts: [String], width: Int) -> [String] {
    facts.reduce(into: []) { lines, fact in
      if let last = lines.last, CharacterWidth.columns(of: last) + CharacterWidth.columns(of: fact) + 3 <= width {
        lines[lines.count - 1] += " · " + fact
      } else {
        lines.append(fact)
      }
    }
  }
}
