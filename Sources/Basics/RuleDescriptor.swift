/// What a rule of plasticity says of itself: the source of `ganglion models` and of the checks of a document.

package struct RuleDescriptor: Sendable, Equatable {
  /// As it is written in a document: `stdp_pair`.
  package let id: String
  package let summary: String
  /// The equations, one a line, as text.
  package let equations: [String]
  /// Beside the bounds of the weight, `w_min` and `w_max`, which every rule has.
  package let parameters: [ParameterField]
  package let reference: String

  package init(
    id: String, summary: String, equations: [String], parameters: [ParameterField], reference: String
  ) {
    self.id = id
    self.summary = summary
    self.equations = equations
    self.parameters = parameters
    self.reference = reference
  }

  package func parameter(_ name: String) -> ParameterField? { parameters.first { $0.name == name } }
}
