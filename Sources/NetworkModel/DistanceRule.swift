/// Connection by distance: the probability, and how far apart two neurons are.

package struct DistanceRule: Sendable, Equatable {
  package enum Metric: String, Sendable, CaseIterable {
    /// Populations are images: the distance of rows and columns.
    case grid
    /// Neurons stand in a row, in the order of their numbers.
    case line
  }

  /// By the distance in neurons of the target population, over which the sources are spread evenly; cut to 0…1.
  package let probability: DistanceExpression
  /// Its text, as the document has it.
  package let text: String
  package let metric: Metric
  /// Whether the edges are joined, so that all neurons have equally many neighbours.
  package let isPeriodic: Bool

  package init(probability: DistanceExpression, text: String, metric: Metric, isPeriodic: Bool) {
    self.probability = probability
    self.text = text
    self.metric = metric
    self.isPeriodic = isPeriodic
  }

  /// Rows and columns of a population under the metric.
  package func sides(of shape: [Int]) -> (rows: Int, columns: Int) {
    metric == .grid && shape.count == 2 ? (shape[0], shape[1]) : (1, shape.reduce(1, *))
  }

  /// How many synapses a neuron that is far from all edges makes, about: the integral of the probability.
  /// - Parameter shape: of the target population.
  package func expectedDegree(onto shape: [Int]) -> Double {
    let sides = sides(of: shape)
    let isLine = sides.rows == 1
    let farthest = Double(max(sides.rows, sides.columns)) * (isPeriodic ? 0.5 : 1)
    var sum = isLine ? min(1, max(0, probability.value(at: 0))) : 0
    var low = isLine ? 0.5 : 0
    while low < farthest {
      // Shells of a sixteenth of their radius, and of a quarter near the centre.
      let high = min(farthest, low + max(0.25, low / 16))
      let value = min(1, max(0, probability.value(at: (low + high) / 2)))
      sum += value * (isLine ? 2 * (high - low) : .pi * (high * high - low * low))
      low = high
    }
    return min(sum, Double(sides.rows) * Double(sides.columns))
  }
}
