/// `like:` — what a population takes over from another.
import NetworkModel

/// Model, parameters and initial state are taken over, never the size; own keys come first, one by one.
struct Likeness {
  /// Longer chains nobody could follow, and following all of them would take long.
  private static let longestChain = 32

  let scope: Scope
  /// The names of all populations, in order.
  let names: [String]
  /// The mappings of the populations by name; absent where one is no mapping.
  let fields: [String: Fields]

  /// Complains where a population's `like` leads nowhere or back to itself.
  func check(_ own: Fields) {
    guard let syntax = own["like"], let name = scope.text(syntax, "like") else { return }
    if !names.contains(name) {
      scope.error(at: syntax.location, .unknownPopulation(name, known: names))
    } else if fields[name] != nil, chain(from: name) == nil {
      scope.error(at: syntax.location, .likeInCircle(name))
    }
  }

  /// The value of a key, own or taken over.
  func value(of key: String, in name: String) -> Syntax? {
    chain(from: name)?.lazy.compactMap { $0[key] }.first
  }

  /// The entries of a mapping, own and taken over.
  func entries(of key: String, in name: String) -> [Syntax.Entry] {
    var result: [Syntax.Entry] = []
    var taken: Set<String> = []
    for fields in chain(from: name) ?? [] {
      guard let syntax = fields[key] else { continue }
      guard case .mapping(let entries) = syntax.kind else {
        scope.error(at: syntax.location, .expected("a mapping of `name: value`", for: key, found: syntax))
        continue
      }
      result += entries.filter { taken.insert($0.key).inserted }
    }
    return result
  }

  /// A population and those it is like, nearest first; nil in a circle and in a chain that is too long.
  private func chain(from name: String) -> [Fields]? {
    var visited: Set<String> = []
    var chain: [Fields] = []
    var next: String? = name
    while let current = next, let own = fields[current] {
      guard visited.insert(current).inserted, visited.count <= Self.longestChain else { return nil }
      chain.append(own)
      next = own["like"]?.text
    }
    return chain
  }
}
