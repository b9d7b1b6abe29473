/// What snapshots say of synapses: a projection's weights, and what one neuron receives and gives.
package import Analysis
package import Basics

package struct WeightsSnapshot: Sendable, Equatable {
  package var projection: Int
  package var rows: Int
  package var columns: Int
  /// How many targets a row and how many sources a column stands for.
  package var targetsPerRow: Int
  package var sourcesPerColumn: Int
  /// Mean weight of the synapses in each tile, row-major [rows = post × columns = pre]; NaN where there is none. Both
  /// sides in the order of neurons.
  package var tiles: [Float]
  /// Where all synapses are equal and a tile stands for many pairs: synapses for each pair of neurons, as `tiles`.
  package var densities: [Float]
  /// The least and greatest weight of the projection.
  package var range: ClosedRange<Double>
  /// The tile of the synapse under the cursor; nil where these neurons are not shown.
  package var cursorRow: Int?
  package var cursorColumn: Int?
  /// The synapse under the cursor; nil where these two are not connected. Several between the same pair are summed.
  package var cursorWeight: Double?
  package var cursorDelay: Milliseconds?
  /// The receptive fields of these targets, as indices into their selection: the weights from every source, one field
  /// after another, NaN where there is no synapse.
  package var fieldTargets: [Int]
  package var fields: [Float]
  /// How all weights are spread; nil unless asked for, and until every synapse was read once.
  package var histogram: Histogram?
  /// How much of the synapses was read, 0…1: a large projection is read over many snapshots.
  package var progress: Double
  package init(
    projection: Int, rows: Int, columns: Int, targetsPerRow: Int, sourcesPerColumn: Int, tiles: [Float],
    range: ClosedRange<Double>, cursorRow: Int? = nil, cursorColumn: Int? = nil, cursorWeight: Double?,
    cursorDelay: Milliseconds?, densities: [Float] = [], fieldTargets: [Int] = [], fields: [Float] = [],
    histogram: Histogram? = nil,
    progress: Double = 1
  ) {
    self.projection = projection
    self.rows = rows
    self.columns = columns
    self.targetsPerRow = targetsPerRow
    self.sourcesPerColumn = sourcesPerColumn
    self.tiles = tiles
    self.densities = densities
    self.range = range
    self.cursorRow = cursorRow
    self.cursorColumn = cursorColumn
    self.cursorWeight = cursorWeight
    self.cursorDelay = cursorDelay
    self.fieldTargets = fieldTargets
    self.fields = fields
    self.histogram = histogram
    self.progress = progress
  }
}

/// A part of one neuron's synapses, the strongest first.
package struct FanSnapshot: Sendable, Equatable {
  package struct Synapse: Sendable, Equatable {
    package var projection: Int
    /// The neuron at the other end.
    package var partner: NeuronAddress
    package var weight: Double
    package var delay: Milliseconds
    package init(projection: Int, partner: NeuronAddress, weight: Double, delay: Milliseconds) {
      self.projection = projection
      self.partner = partner
      self.weight = weight
      self.delay = delay
    }
  }
  package var neuron: NeuronAddress
  package var isOutgoing: Bool
  /// Those in view, and the place of the first of them among all.
  package var synapses: [Synapse]
  package var first: Int
  /// How many there are, and the greatest magnitude of a weight; until every synapse was read once, of those read.
  package var total: Int
  package var greatest: Double
  /// How much of the synapses was read, 0…1.
  package var progress: Double
  package init(
    neuron: NeuronAddress, isOutgoing: Bool, synapses: [Synapse], first: Int, total: Int, greatest: Double,
    progress: Double = 1
  ) {
    self.neuron = neuron
    self.isOutgoing = isOutgoing
    self.synapses = synapses
    self.first = first
    self.total = total
    self.greatest = greatest
    self.progress = progress
  }
}
