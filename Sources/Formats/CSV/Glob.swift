/// Names by pattern: `*` stands for any letters, `?` for one.

enum Glob {
  /// - Complexity: O(name · pattern) at worst.
  static func matches(_ name: String, pattern: String) -> Bool {
    let (name, pattern) = (Array(name), Array(pattern))
    var (n, p) = (0, 0)
    // Where the last star was, and how many letters it has taken.
    var star: (pattern: Int, name: Int)?
    while n < name.count {
      if p < pattern.count, pattern[p] == "*" {
        star = (p, n)
        p += 1
      } else if p < pattern.count, pattern[p] == "?" || pattern[p] == name[n] {
        (n, p) = (n + 1, p + 1)
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        (n, p) = (last.name + 1, last.pattern + 1)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }
}
