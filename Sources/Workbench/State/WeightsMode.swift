/// How the weights pane shows synapses.

package enum WeightsMode: String, Sendable, CaseIterable {
  /// The whole matrix of a projection, in tiles.
  case matrix
  /// What the selected neuron receives and gives, the strongest first.
  case fanIn = "fan-in"
  case fanOut = "fan-out"
  /// The receptive fields of a page of targets, where the sources are a picture.
  case fields
  /// How the projection's weights are spread.
  case histogram

  package var isFan: Bool { self == .fanIn || self == .fanOut }

  /// What one sees, as a sentence for the user.
  var words: String {
    switch self {
    case .matrix: "matrix: targets down, sources across"
    case .fanIn: "fan-in: what the selected neuron receives, the strongest first"
    case .fanOut: "fan-out: what the selected neuron gives, the strongest first"
    case .fields: "fields: what each target receives from a picture of sources"
    case .histogram: "histogram: how the weights of the projection are spread"
    }
  }
}
