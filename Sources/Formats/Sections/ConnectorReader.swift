/// `connect:` — who is connected to whom.
import Basics
import NetworkModel

/// A connector as it was read.
struct ReadConnector {
  let connector: Connector
  /// As it was said beside the connector; nil where it was not.
  let allowSelf: Bool?
  /// Where its number was written.
  let place: SourceLocation

  /// As many different partners as are wanted must exist.
  /// - Parameter withoutSelf: whether each neuron leaves itself out.
  func checkDraws(pre: Int, post: Int, withoutSelf: Bool = false, _ scope: Scope) {
    let own = withoutSelf ? 1 : 0
    let (wanted, available): (Int, Double)
    switch connector {
    case .fixedNumberPre(let number, let again):
      (wanted, available) = (again ? min(number, 1) : number, Double(pre - own))
    case .fixedNumberPost(let number, let again):
      (wanted, available) = (again ? min(number, 1) : number, Double(post - own))
    case .fixedTotalNumber(let number, let again):
      (wanted, available) = (again ? min(number, 1) : number, Double(pre) * Double(post) - Double(own * min(pre, post)))
    default: return
    }
    if Double(wanted) > available { scope.error(at: place, .tooManyPartners(wanted: wanted, available: available)) }
  }
}

struct ConnectorReader {
  private static let all = PartDescriptor.connectors.map(\.id)
  /// Those that are told nothing more.
  private static let words = PartDescriptor.connectors.filter { part in part.fields.allSatisfy { $0.place == .beside } }
    .map(\.id)

  private let scope: Scope
  private let source: ReadSelection?
  private let target: ReadSelection
  private let receptor: Receptor?

  init(_ scope: Scope, source: ReadSelection?, target: ReadSelection, receptor: Receptor?) {
    self.scope = scope
    self.source = source
    self.target = target
    self.receptor = receptor
  }

  func read(_ syntax: Syntax) -> ReadConnector? {
    if let word = syntax.text { return bare(word, at: syntax.location) }
    guard case .mapping(let entries) = syntax.kind else {
      scope.error(at: syntax.location, .expected("a connector such as `all_to_all`", for: "connect", found: syntax))
      return nil
    }
    guard let key = entries.map(\.key).first(where: { Self.all.contains($0) }) else {
      let key = entries.first
      scope.error(
        at: key?.keyLocation ?? syntax.location, .unknownConnector(key?.key ?? "", known: Self.all))
      return nil
    }
    let beside = PartDescriptor.named(key, among: PartDescriptor.connectors).beside
    guard let fields = Fields(syntax, of: key, known: [key] + beside, scope) else { return nil }
    let allowSelf = fields["allow_self"].flatMap { scope.boolean($0, "allow_self") }
    if Self.words.contains(key) { return bare(key, at: fields.place(of: key), allowSelf: allowSelf) }
    guard let value = fields[key], let connector = connector(key, value, fields) else { return nil }
    let read = ReadConnector(connector: connector, allowSelf: allowSelf, place: value.location)
    if let pre = source?.count, let post = target.count { read.checkDraws(pre: pre, post: post, scope) }
    return read
  }

  private func bare(_ word: String, at place: SourceLocation, allowSelf: Bool? = nil) -> ReadConnector? {
    switch word {
    case "all_to_all": return ReadConnector(connector: .allToAll, allowSelf: allowSelf, place: place)
    case "one_to_one":
      if let pre = source?.count, let post = target.count, pre != post {
        scope.error(at: place, .sizesDiffer(pre, post))
        return nil
      }
      return ReadConnector(connector: .oneToOne, allowSelf: allowSelf, place: place)
    case _ where Self.all.contains(word): scope.error(at: place, .connectorNeedsValue(word))
    default: scope.error(at: place, .unknownConnector(word, known: Self.all))
    }
    return nil
  }

  private func connector(_ key: String, _ value: Syntax, _ fields: Fields) -> Connector? {
    switch key {
    case "fixed_probability": return scope.quantity(value, .none, key, in: 0...1).map { .fixedProbability($0) }
    case "distance_dependent":
      return GeometryReader(scope, source, target).distanceDependent(value).map { .distanceDependent($0) }
    case "small_world": return GeometryReader(scope, source, target).smallWorld(value)
    case "list": return ListedSynapsesReader(scope, source, target, receptor).list(value).map { .list($0) }
    case "file": return ListedSynapsesReader(scope, source, target, receptor).file(value, fields).map { .list($0) }
    case "matrix": return MatrixReader(scope, source, target, receptor).read(value, fields).map { .matrix($0) }
    default:
      let again = fields["with_replacement"].flatMap { scope.boolean($0, "with_replacement") } ?? false
      guard let number = scope.integer(value, key, in: 0...Int.max >> 16) else { return nil }
      return switch key {
      case "fixed_number_pre": .fixedNumberPre(number, withReplacement: again)
      case "fixed_number_post": .fixedNumberPost(number, withReplacement: again)
      default: .fixedTotalNumber(number, withReplacement: again)
      }
    }
  }
}
