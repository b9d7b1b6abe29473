/// What a network that is rebuilt while it runs takes over from the one before, where names alone do not say it.

package struct Lineage: Sendable, Equatable {
  /// What a population was called before, by its present name.
  package var formerNames: [String: String] = [:]
  /// By what the weights of projections are multiplied as they are now, learned ones too, whatever the description says
  /// of them: 1 where it has only come to say what they are.
  package var weightFactors: [String: Double] = [:]
  /// Whether it goes back to what has been, or on again: what was removed then comes back as it was, and so do weights.
  package var isReturn = false

  package init(formerNames: [String: String] = [:], weightFactors: [String: Double] = [:]) {
    self.formerNames = formerNames
    self.weightFactors = weightFactors
  }

  /// Nothing was renamed.
  package static let plain = Lineage()

  package func formerName(of population: String) -> String { formerNames[population] ?? population }

  /// The way back. Weights that were scaled are those of before again; those that were only written down go on.
  package var reversed: Lineage {
    var way = Lineage(
      formerNames: Dictionary(formerNames.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first }),
      weightFactors: weightFactors.filter { $0.value == 1 })
    way.isReturn = true
    return way
  }

  /// The same way once more.
  package var repeated: Lineage {
    var way = self
    way.isReturn = true
    return way
  }
}
