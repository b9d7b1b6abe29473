/// YAML text to a tree, by Yams, within bounds.
import NetworkModel
import Yams

/// Yams would expand aliases while it composes, which a few hundred bytes can make take for ever. So the parser never
/// sees one: every `*` is replaced by a private-use character of the same width (places stay true), a plain scalar that
/// begins with it is an alias, and this type follows it and counts what comes out.
struct SyntaxReader {
  /// How many values a document may hold, aliases followed.
  static let valueLimit = 200_000
  /// How deep lists and mappings may be nested. No key of a document lies deeper than 6.
  static let depthLimit = 64

  /// What YAML's own tags for texts, numbers, lists and mappings say is known without them.
  private static let plainTags: Set<String> = Set(
    ["str", "int", "float", "bool", "null", "seq", "map"].map { "tag:yaml.org,2002:" + $0 } + ["", "!"])

  private let file: String
  private var anchors: [String: (syntax: Syntax, size: Int)] = [:]
  private var size = 0

  private init(file: String) { self.file = file }

  /// The tree of a document's bytes. - Complexity: O(bytes + values).
  static func read(_ bytes: [UInt8], file: String) throws(Issue) -> Syntax {
    let text = try SourceText.decode(bytes, file: file)
    var reader = SyntaxReader(file: file)
    return try reader.compose(text)
  }

  private mutating func compose(_ text: String) throws(Issue) -> Syntax {
    let start = SourceLocation(file: file, line: 1, column: 1)
    let parser: Parser
    let root: Node?
    do {
      // No resolver rules: scalars stay text, and no regular expression is compiled.
      parser = try Parser(yaml: Self.hidingAliases(in: text), resolver: .basic, encoding: .utf8)
      root = try parser.singleRoot()
    } catch let error as YamlError {
      throw YAMLTrouble.issue(error, in: text, file: file)
    } catch {
      throw Issue(at: start, .yaml("it cannot be parsed"))
    }
    // The nodes hold their anchors weakly; the parser owns them.
    defer { withExtendedLifetime(parser) {} }
    guard let root else { throw Issue(at: start, .emptyDocument) }
    return try convert(root, depth: 0)
  }

  private static func hidingAliases(in text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "*")) else { return text }
    return replacing("*", by: SourceText.aliasMark, in: text)
  }

  private static func replacing(_ old: Unicode.Scalar, by new: Unicode.Scalar, in text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(scalar == old ? new : scalar) }
    return String(result)
  }

  private mutating func convert(_ node: Node, depth: Int) throws(Issue) -> Syntax {
    let place = location(of: node)
    if depth > Self.depthLimit { throw Issue(at: place, .tooDeep(limit: Self.depthLimit)) }
    if let alias = alias(node) { return try follow(alias, at: place) }
    let before = size
    try count(1, at: place)
    try checkTag(of: node, at: place)
    let syntax = Syntax(kind: try kind(of: node, at: place, depth: depth), location: place)
    if let anchor = node.anchor { anchors[anchor.rawValue] = (syntax, size - before) }
    return syntax
  }

  private mutating func kind(of node: Node, at place: SourceLocation, depth: Int) throws(Issue) -> Syntax.Kind {
    switch node {
    case .scalar(let scalar): return .scalar(restored(scalar.string), isPlain: scalar.style == .plain)
    case .sequence(let sequence):
      var values: [Syntax] = []
      for value in sequence { values.append(try convert(value, depth: depth + 1)) }
      return .sequence(values)
    case .mapping(let mapping):
      var entries: [Syntax.Entry] = []
      for (key, value) in mapping { entries.append(try entry(key, value, depth: depth)) }
      return .mapping(entries)
    case .alias: throw Issue(at: place, .yaml("an alias in an unexpected place"))
    }
  }

  private mutating func entry(_ key: Node, _ value: Node, depth: Int) throws(Issue) -> Syntax.Entry {
    let place = location(of: key)
    guard case .scalar(let scalar) = key, alias(key) == nil else { throw Issue(at: place, .keyIsNoText) }
    try count(1, at: place)
    return Syntax.Entry(
      key: restored(scalar.string), keyLocation: place, value: try convert(value, depth: depth + 1))
  }

  private func alias(_ node: Node) -> String? {
    guard case .scalar(let scalar) = node, scalar.style == .plain,
      scalar.string.unicodeScalars.first == SourceText.aliasMark
    else { return nil }
    return String(scalar.string.unicodeScalars.dropFirst())
  }

  private mutating func follow(_ name: String, at place: SourceLocation) throws(Issue) -> Syntax {
    guard let anchor = anchors[name] else { throw Issue(at: place, .unknownAlias(name)) }
    try count(anchor.size, at: place)
    return anchor.syntax
  }

  private mutating func count(_ values: Int, at place: SourceLocation) throws(Issue) {
    size += values
    if size > Self.valueLimit { throw Issue(at: place, .tooManyValues(limit: Self.valueLimit)) }
  }

  private func checkTag(of node: Node, at place: SourceLocation) throws(Issue) {
    let tag =
      switch node {
      case .scalar(let value): value.tag
      case .sequence(let value): value.tag
      case .mapping(let value): value.tag
      case .alias(let value): value.tag
      }
    if !Self.plainTags.contains(tag.description) { throw Issue(at: place, .foreignTag(tag.description)) }
  }

  private func restored(_ text: String) -> String {
    guard text.unicodeScalars.contains(SourceText.aliasMark) else { return text }
    return Self.replacing(SourceText.aliasMark, by: "*", in: text)
  }

  private func location(of node: Node) -> SourceLocation {
    SourceLocation(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }
}
