/// The keys of one mapping of a document, checked against those that it may have.
import NetworkModel

struct Fields {
  /// What the mapping describes, in words for a message: `a population`.
  let what: String
  let location: SourceLocation
  private let scope: Scope
  private var entries: [String: Syntax.Entry] = [:]

  /// Complains about everything that is not in `known`; nil where `syntax` is no mapping.
  /// - Parameter planned: keys of the format that this version cannot carry out yet. They are refused, never ignored.
  init?(_ syntax: Syntax, of what: String, known: [String], planned: [String] = [], _ scope: Scope) {
    guard case .mapping(let entries) = syntax.kind else {
      scope.error(at: syntax.location, .expected("a mapping of `key: value`", for: what, found: syntax))
      return nil
    }
    self.what = what
    self.location = syntax.location
    self.scope = scope
    for entry in entries {
      if planned.contains(entry.key) {
        scope.error(at: entry.keyLocation, .notSupportedYet(entry.key))
      } else if !known.contains(entry.key) {
        scope.error(at: entry.keyLocation, .unknownKey(entry.key, in: what, known: known))
      } else {
        if entry.value.isNull { scope.error(at: entry.keyLocation, .missingValue(entry.key)) }
        self.entries[entry.key] = entry
      }
    }
  }

  /// The value of a key, or nil where it is absent or empty.
  subscript(key: String) -> Syntax? {
    guard let value = entries[key]?.value, !value.isNull else { return nil }
    return value
  }

  func has(_ key: String) -> Bool { entries[key] != nil }

  /// Where the key was written, or where the mapping begins.
  func place(of key: String) -> SourceLocation { entries[key]?.keyLocation ?? location }

  /// The value of a key that must be there.
  func required(_ key: String, example: String) -> Syntax? {
    if !has(key) { scope.error(at: location, .missingKey(key, in: what, example: example)) }
    return self[key]
  }
}
