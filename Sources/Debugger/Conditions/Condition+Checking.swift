/// Whether a text says a condition, as far as that can be told without a built network.
package import Basics

extension Condition {
  /// - Parameters:
  ///   - network: its names and sizes.
  ///   - models: of each population.
  /// - Throws: why not, and where. Whether there is a synapse that it speaks of, only the built network knows.
  package static func check(
    _ text: String, in network: NetworkSummary, models: [ModelDescriptor]
  ) throws(ConditionProblem) {
    var parser = ConditionParser(text, network: network, models: models)
    _ = try parser.parse()
  }
}
