/// What a connector says of itself: the source of the form that connects, and of what stands behind `:connect A B`.

package struct ConnectorDescriptor: Sendable, Equatable {
  /// A number, or an expression, that belongs to it.
  package struct Parameter: Sendable, Equatable {
    /// As a document has it: `p`, `degree`.
    package let name: String
    /// What is usual, as it is typed.
    package let usual: String
    package let doc: String
  }

  /// As a document names it: `fixed_probability`.
  package let id: String
  /// As the `:` line names it: `p` in `p=0.1`.
  package let word: String
  package let summary: String
  /// In the order in which the `:` line has them, with commas between them.
  package let parameters: [Parameter]

  package func parameter(_ name: String) -> Parameter? { parameters.first { $0.name == name } }

  /// The connector with this id or word.
  package static func named(_ name: String) -> ConnectorDescriptor? { all.first { $0.id == name || $0.word == name } }
}

extension ConnectorDescriptor {
  private static let again = Parameter(
    name: "with_replacement", usual: "", doc: "\"again\" lets the same pair be drawn more than once.")

  /// Every connector that a line of text can say, one entry each; matrices and long lists are the documents'.
  package static let all: [ConnectorDescriptor] = [
    ConnectorDescriptor(
      id: "all_to_all", word: "all", summary: "Every source reaches every target.", parameters: []),
    ConnectorDescriptor(
      id: "one_to_one", word: "one", summary: "The first source reaches the first target, and so on; equal sizes.",
      parameters: []),
    ConnectorDescriptor(
      id: "fixed_probability", word: "p", summary: "Every pair is connected with one probability, independently.",
      parameters: [Parameter(name: "p", usual: "0.1", doc: "The probability of each pair, 0 to 1.")]),
    ConnectorDescriptor(
      id: "fixed_number_pre", word: "in", summary: "Every target has the same number of sources, drawn at random.",
      parameters: [Parameter(name: "n", usual: "10", doc: "Synapses onto each target."), again]),
    ConnectorDescriptor(
      id: "fixed_number_post", word: "out", summary: "Every source has the same number of targets, drawn at random.",
      parameters: [Parameter(name: "n", usual: "10", doc: "Synapses from each source."), again]),
    ConnectorDescriptor(
      id: "fixed_total_number", word: "total", summary: "So many synapses in all, each between a random pair.",
      parameters: [Parameter(name: "n", usual: "1000", doc: "Synapses in all."), again]),
    ConnectorDescriptor(
      id: "distance_dependent", word: "dist", summary: "The farther apart two neurons are, the rarer the synapse.",
      parameters: [
        Parameter(name: "p", usual: "exp(-d/3)", doc: "The probability by the distance d, in neurons: exp(-d/3)."),
        Parameter(name: "metric", usual: "", doc: "\"grid\" measures over an image, otherwise along a line."),
        Parameter(name: "periodic", usual: "", doc: "\"periodic\" joins the edges."),
      ]),
    ConnectorDescriptor(
      id: "small_world", word: "ring", summary: "A ring of nearest neighbours with shortcuts; equal sizes.",
      parameters: [
        Parameter(name: "degree", usual: "4", doc: "Neighbours that each neuron reaches."),
        Parameter(name: "rewiring", usual: "0.1", doc: "Which part is led to random targets, 0 to 1."),
      ]),
    ConnectorDescriptor(
      id: "list", word: "pairs", summary: "Exactly the pairs that are listed, and no others.",
      parameters: [Parameter(name: "pairs", usual: "0>0", doc: "Source > target, counted from 0: 0>3,1>4.")]),
  ]
}
