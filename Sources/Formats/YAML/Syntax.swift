/// A YAML document as a tree of values that know where they were written.
import NetworkModel

/// Scalars stay text: what `on`, `1e-3` or `1/16` means is decided by the key that they belong to, never by YAML's rules.
struct Syntax {
  enum Kind {
    /// `isPlain`: written without quotes.
    case scalar(String, isPlain: Bool)
    case sequence([Syntax])
    case mapping([Entry])
  }

  struct Entry {
    let key: String
    let keyLocation: SourceLocation
    let value: Syntax
  }

  let kind: Kind
  let location: SourceLocation

  /// Nothing was written: `dt:` or `dt: ~`.
  var isNull: Bool {
    if case .scalar(let text, true) = kind { text.isEmpty || text == "~" || text == "null" } else { false }
  }

  /// The text of a scalar, or nil.
  var text: String? {
    if case .scalar(let text, _) = kind { text } else { nil }
  }

  /// The values of a sequence; a single value counts as a sequence of one.
  var elements: [Syntax] {
    if case .sequence(let values) = kind { values } else { [self] }
  }

  /// What it is, in words for a message.
  var kindName: String {
    switch kind {
    case .scalar: "a single value"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
