/// `:learn`: a projection, a rule out of a list that explains each, and the rule's parameters.
import Basics
import NetworkModel

enum LearnForm {
  static let definition = FormDefinition { state, form in
    let projections = state.document?.spec.projections ?? []
    let name = form.choice(
      "projection", help: "Whose weights learn.",
      projections.map {
        FormChoice($0.name, note: $0.plasticity?.rule ?? "", help: "\($0.source.text) → \($0.target.text)")
      })
    let id = form.choice(
      "rule", usual: projections.first { $0.name == name }?.plasticity?.rule, help: "How they learn.",
      state.rules.map { FormChoice($0.id, help: $0.summary) })
    let projection = projections.first { $0.name == name }
    let dimension = projection.flatMap { projection in
      state.document.map { ProjectionBuilding.dimension(of: projection, state, $0.spec) }
    }
    let usual = projection.flatMap(LearningBuilding.usualGreatest)
    let greatest = form.text(
      "w_max", usual: NumberText.quantity(usual ?? 1, dimension ?? .none), help: "No weight becomes greater than this.")
    let fields = state.rules.first { $0.id == id }?.parameters ?? []
    let settings = fields.compactMap { SettingText.word($0, projection?.plasticity?.parameters[$0.name], &form) }
    return ([name, id, greatest.filter { !$0.isWhitespace }] + settings).joined(separator: " ")
  }
}
