/// How the `:` line and the form say a connector; what it is, its description for documents says.

package struct ConnectorDescriptor: Sendable, Equatable {
  /// A number, an expression or a file that belongs to it.
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
  /// In the order in which the `:` line has them, with commas between them.
  package let parameters: [Parameter]
  /// Whether a file says who is connected to whom.
  package var isOfFile: Bool { id == "file" || id == "matrix" }

  package var summary: String { PartDescriptor.named(id, among: PartDescriptor.connectors).summary }

  init(_ id: String, word: String, _ parameters: [Parameter] = []) {
    (self.id, self.word, self.parameters) = (id, word, parameters)
  }

  package func parameter(_ name: String) -> Parameter? { parameters.first { $0.name == name } }

  /// The connector with this id or word.
  package static func named(_ name: String) -> ConnectorDescriptor? { all.first { $0.id == name || $0.word == name } }
}

extension ConnectorDescriptor {
  private static let again = Parameter(
    name: "with_replacement", usual: "", doc: "\"again\" lets the same pair be drawn more than once.")
  private static let unit = Parameter(
    name: "unit", usual: "", doc: "The unit of its weights; nothing for the target's own, such as nA.")

  /// Every connector, one entry each.
  package static let all: [ConnectorDescriptor] = [
    ConnectorDescriptor("all_to_all", word: "all"),
    ConnectorDescriptor("one_to_one", word: "one"),
    ConnectorDescriptor(
      "fixed_probability", word: "p",
      [Parameter(name: "p", usual: "0.1", doc: "The probability of each pair, 0 to 1.")]),
    ConnectorDescriptor(
      "fixed_number_pre", word: "in", [Parameter(name: "n", usual: "10", doc: "Synapses onto each target."), again]),
    ConnectorDescriptor(
      "fixed_number_post", word: "out", [Parameter(name: "n", usual: "10", doc: "Synapses from each source."), again]),
    ConnectorDescriptor(
      "fixed_total_number", word: "total", [Parameter(name: "n", usual: "1000", doc: "Synapses in all."), again]),
    ConnectorDescriptor(
      "distance_dependent", word: "dist",
      [
        Parameter(name: "p", usual: "exp(-d/3)", doc: "The probability by the distance d, in neurons: exp(-d/3)."),
        Parameter(name: "metric", usual: "", doc: "\"grid\" measures over an image, otherwise along a line."),
        Parameter(name: "periodic", usual: "", doc: "\"periodic\" joins the edges."),
      ]),
    ConnectorDescriptor(
      "small_world", word: "ring",
      [
        Parameter(name: "degree", usual: "4", doc: "Neighbours that each neuron reaches."),
        Parameter(name: "rewiring", usual: "0.1", doc: "Which part is led to random targets, 0 to 1."),
      ]),
    ConnectorDescriptor(
      "list", word: "pairs",
      [Parameter(name: "pairs", usual: "0>0", doc: "Source > target, counted from 0: 0>3,1>4.")]),
    ConnectorDescriptor(
      "file", word: "file",
      [
        Parameter(
          name: "file", usual: "synapses.csv",
          doc: "A .csv or .npy file beside the document; a row each: source, target, weight, delay."), unit,
      ]),
    ConnectorDescriptor(
      "matrix", word: "matrix",
      [
        Parameter(name: "matrix", usual: "weights.npy", doc: "A .npy file beside the document."),
        Parameter(name: "layout", usual: "", doc: "\"pre_post\" where a row is a source; otherwise it is a target."),
        unit,
      ]),
  ]
}
