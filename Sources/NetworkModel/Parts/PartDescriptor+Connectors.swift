/// Who is connected to whom: every connector that a document may name.

extension PartDescriptor {
  package static let connectors: [PartDescriptor] = [
    PartDescriptor(
      "all_to_all", .connector, "Every source to every target.", [allowSelf], example: "connect: all_to_all"),
    PartDescriptor(
      "one_to_one", .connector, "The first source to the first target, the second to the second, and so on.",
      [allowSelf], example: "connect: one_to_one"),
    PartDescriptor(
      "fixed_probability", .connector, "Every pair by itself with the same probability.",
      [PartField("fixed_probability", .value, "0…1", doc: "The probability."), allowSelf],
      example: "connect: {fixed_probability: 0.1}"),
    counted("fixed_number_pre", "Every target gets the same number of synapses, from random sources."),
    counted("fixed_number_post", "Every source makes the same number of synapses, onto random targets."),
    counted("fixed_total_number", "So many synapses in all, each between a random pair."),
    PartDescriptor(
      "distance_dependent", .connector, "Every pair by itself with a probability that depends on its distance.",
      [
        PartField(
          "p", .inside, "expression of d", doc: "The probability at a distance of d neurons of the target, cut to 0…1."),
        PartField(
          "metric", .inside, "grid or line", default: "grid for images, otherwise line",
          doc: "Whether neurons stand in rows and columns or in one row."),
        PartField("periodic", .inside, "true or false", default: "false", doc: "Whether the edges are joined."),
        allowSelf,
      ], example: "connect: {distance_dependent: {p: \"exp(-d/3)\"}}"),
    PartDescriptor(
      "small_world", .connector,
      "A ring of nearest neighbours, each synapse led elsewhere with a probability (Watts and Strogatz 1998).",
      [
        PartField("degree", .inside, "whole number ≥ 1", doc: "The neighbours that every neuron reaches."),
        PartField("rewiring", .inside, "0…1", doc: "The probability that a synapse is led to a random target."),
        allowSelf,
      ], example: "connect: {small_world: {degree: 10, rewiring: 0.1}}"),
    PartDescriptor(
      "list", .connector, "Exactly the synapses that are listed.",
      [
        PartField(
          "list", .value, "[pre, post, weight, delay], …",
          doc: "Indices from 0 into the two selections; weight and delay may be left out."), allowSelf,
      ], example: "connect: {list: [[0, 1], [2, 0, 0.2 nA, 1 ms]]}"),
    PartDescriptor(
      "matrix", .connector, "A dense matrix of weights out of a file; zeros are synapses, too.",
      [
        PartField("matrix", .value, ".npy file", doc: "The weights."), allowSelf,
        PartField("layout", .beside, "post_pre or pre_post", doc: "What its rows and its columns are."),
        PartField(
          "unit", .beside, "unit of weights", default: "that of the target's weights", doc: "What 1 stands for."),
      ], example: "connect: {matrix: weights.npy, layout: post_pre, unit: nA}"),
    PartDescriptor(
      "file", .connector, "The synapses that a file lists, a row each: pre, post, weight, delay.",
      [
        PartField(
          "file", .value, ".csv or .npy file", doc: "Two to four columns; indices from 0 into the two selections."),
        allowSelf,
        PartField(
          "weight_unit", .beside, "unit of weights", default: "that of the target's weights",
          doc: "Of the third column."),
        PartField("delay_unit", .beside, "unit of time", default: "ms", doc: "Of the fourth column."),
      ], example: "connect: {file: synapses.csv, weight_unit: nA}"),
  ]

  private static let allowSelf = PartField(
    "allow_self", .beside, "true or false", default: "true", doc: "Whether a neuron may be connected to itself.")

  private static func counted(_ id: String, _ summary: String) -> PartDescriptor {
    PartDescriptor(
      id, .connector, summary,
      [
        PartField(id, .value, "whole number", doc: "How many synapses."), allowSelf,
        PartField(
          "with_replacement", .beside, "true or false", default: "false",
          doc: "Whether the same pair may be connected several times."),
      ], example: "connect: {\(id): 10}")
  }
}
