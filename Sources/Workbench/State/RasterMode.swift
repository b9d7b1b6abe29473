/// How the raster shows its neurons.

package enum RasterMode: String, Sendable, CaseIterable {
  /// Dots where every neuron has a row, and density where there are more.
  case automatic
  /// A row a neuron and a mark a spike; where not all have room, a page of the selected population.
  case dots
  /// All neurons, as many to a row as it takes, with their firing as brightness.
  case density
  /// A row a neuron, as with dots, with the membrane as colour.
  case voltage

  /// What one sees, as a sentence for the user.
  var words: String {
    switch self {
    case .automatic: "dots where every neuron has a row of its own, density where there are more"
    case .dots: "dots: a row a neuron, a mark a spike"
    case .density: "density: all neurons, their firing as brightness"
    case .voltage: "voltage: a row a neuron, the membrane as colour"
    }
  }
}
