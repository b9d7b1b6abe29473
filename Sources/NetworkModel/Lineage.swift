/// What a network that is rebuilt while it runs takes over from the one before, where names alone do not say it.

package struct Lineage: Sendable, Equatable {
  /// What a population was called before, by its present name.
  package var formerNames: [String: String]

  package init(formerNames: [String: String] = [:]) { self.formerNames = formerNames }

  /// Nothing was renamed.
  package static let plain = Lineage()

  package func formerName(of population: String) -> String { formerNames[population] ?? population }

  /// The way back.
  package var reversed: Lineage {
    Lineage(formerNames: Dictionary(formerNames.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first }))
  }
}
