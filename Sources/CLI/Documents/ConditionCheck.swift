/// Whether the conditions of a document's breakpoints can be met in its network.
import Basics
import Debugger
import Kernels
import NetworkModel

enum ConditionCheck {
  /// What is wrong with them, each with its line and column; a synapse that is not there only a built network knows.
  static func issues(_ spec: NetworkSpec) -> [Issue] {
    let models = spec.populations.compactMap { population in
      Catalogue.descriptors.first { $0.id == population.model }
    }
    guard !spec.workbench.breakpoints.isEmpty, models.count == spec.populations.count else { return [] }
    let network = NetworkSummary(outlineOf: spec, models: models)
    return spec.workbench.breakpoints.compactMap { hint in
      do throws(ConditionProblem) {
        try Condition.check(hint.condition, in: network, models: models)
        return nil
      } catch {
        var place = hint.location
        place.column += error.column - 1
        let parts = error.description.split(separator: " · ", maxSplits: 1).map(String.init)
        return Issue(.error, at: place, parts.first ?? "", hint: parts.count > 1 ? parts[1] : "")
      }
    }
  }
}
