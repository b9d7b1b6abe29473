/// The word that somebody meant, for messages that say what would be right.

package enum Spelling {
  /// The candidate nearest to `word`, or nil where none is near: at most a third of its letters differ.
  ///
  /// Upper and lower case differ by less than a letter, so that `mv` finds `mV`.
  /// - Complexity: O(candidates · letters²).
  package static func nearest(to word: String, among candidates: [String]) -> String? {
    guard word.unicodeScalars.count <= 40 else { return nil }
    let limit = max(1, word.count / 3)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates where candidate != word && abs(candidate.count - word.count) <= limit {
      let distance =
        2 * self.distance(word.lowercased(), candidate.lowercased()) + (sameCase(word, candidate) ? 0 : 1)
      if distance <= 2 * limit + 1, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    // A word of one letter shares nothing with another.
    guard let best, word.count > 1 || best.distance == 1 else { return nil }
    return best.candidate
  }

  private static func sameCase(_ a: String, _ b: String) -> Bool {
    zip(a, b).filter { $0 != $1 && $0.lowercased() == $1.lowercased() }.isEmpty
  }

  /// Insertions, deletions, replacements and exchanges of neighbours between two words.
  package static func distance(_ first: String, _ second: String) -> Int {
    let a = Array(first)
    let b = Array(second)
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var least = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, beforeLast[j - 1] + 1) }
        row.append(least)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
