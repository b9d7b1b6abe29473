/// What a session shows of itself at one moment: immutable, and only what was asked for.
package import Basics

/// A picture of the network between two steps.
package struct Snapshot: Sendable, Equatable {
  /// Counts the networks that were loaded; parts of an older generation do not fit a newer one.
  package var generation = 0
  package var tick = Tick.zero
  package var isRunning = false
  package var pace = Pace.realTime(1)
  /// Biological over wall time, measured over the last half second; 0 when paused.
  package var realTimeFactor = 0.0
  /// Spikes since tick 0, by population.
  package var spikeCounts: [Int] = []
  /// Mean rate over the window, by population [Hz]; in a dimensionless network the steps are taken as dt.
  package var rates: [Double] = []
  package var raster: RasterSnapshot?
  package var bars: BarsSnapshot?
  package var weights: WeightsSnapshot?
  package var fan: FanSnapshot?
  package var trace: TraceSnapshot?
  /// In the order of the request; variables that the model does not have are left out.
  package var states: [TraceSnapshot] = []
  package var orbit: OrbitSnapshot?
  package var neuron: NeuronSnapshot?
  package var classifier: ClassifierSnapshot?
  package var rateCurves: RateCurvesSnapshot?
  package var intervals: IntervalsSnapshot?
  package var spread: SpreadSnapshot?
  package var timeline = TimelineSnapshot()

  package init() {}
}

package struct RasterSnapshot: Sendable, Equatable {
  package var columns: Int
  package var rows: Int
  /// Spikes in each bin, row-major, saturating; the newest column is the last.
  package var counts: [UInt16]
  /// The first row of each population, and at the end the number of rows in use. A population that never fires has none.
  package var firstRows: [Int]
  /// Neurons to a row, at least 1 and the same for every population.
  package var neuronsPerRow: Int
  /// Where one page of a population is shown: the position, in its order, of the neuron in the first row.
  package var firstPosition: Int
  /// The membranes of the rows; nil unless asked for.
  package var voltage: VoltageSnapshot?
  /// The time at the right edge [ms] and the width [ms]. Columns stand still in time, so the right edge is that of the
  /// column in which the last step began: at most a column ahead of the tick, or less than a step behind it.
  package var end: Milliseconds
  package var window: Milliseconds

  package init(
    columns: Int, rows: Int, counts: [UInt16], firstRows: [Int], neuronsPerRow: Int, firstPosition: Int = 0,
    voltage: VoltageSnapshot? = nil, end: Milliseconds, window: Milliseconds
  ) {
    self.columns = columns
    self.rows = rows
    self.counts = counts
    self.firstRows = firstRows
    self.neuronsPerRow = neuronsPerRow
    self.firstPosition = firstPosition
    self.voltage = voltage
    self.end = end
    self.window = window
  }
}

/// What the membranes of the raster's rows were at the end of each of its columns.
package struct VoltageSnapshot: Sendable, Equatable {
  /// Row-major as the counts; NaN where nobody looked, and where several neurons share a row.
  package var values: [Float]
  /// By population, what colours are to span: from below reset to threshold where the model has them, otherwise what has
  /// been seen.
  package var ranges: [ClosedRange<Double>]
  package init(values: [Float], ranges: [ClosedRange<Double>]) {
    self.values = values
    self.ranges = ranges
  }
}

/// The membranes of consecutive neurons.
package struct BarsSnapshot: Sendable, Equatable {
  package struct Bar: Sendable, Equatable {
    /// The membrane potential, or the value that an input plays; NaN where the model has neither.
    package var v: Double
    /// NaN where the model has no threshold.
    package var threshold: Double
    /// NaN where the model has no reset.
    package var reset: Double
    /// Time left until the neuron may fire again [ms, or steps in a dimensionless network]; 0 when it may.
    package var refractory: Double
    /// Whether it fired in the last step.
    package var fired: Bool
    package init(v: Double, threshold: Double, reset: Double, refractory: Double, fired: Bool) {
      self.v = v
      self.threshold = threshold
      self.reset = reset
      self.refractory = refractory
      self.fired = fired
    }
  }
  package var population: Int
  /// The position of the first one in its population's order.
  package var first: Int
  package var bars: [Bar]
  /// The index of each neuron.
  package var indices: [Int]
  /// - Parameter indices: nil where neurons stand in the order of their indices.
  package init(population: Int, first: Int, bars: [Bar], indices: [Int]? = nil) {
    self.population = population
    self.first = first
    self.bars = bars
    self.indices = indices ?? Array(first..<first + bars.count)
  }
}

/// All there is to know about one neuron.
package struct NeuronSnapshot: Sendable, Equatable {
  package var address: NeuronAddress
  /// In the order of the model's descriptor.
  package var parameters: [ParameterSetting]
  /// In the order of the model's descriptor.
  package var state: [Double]
  /// What the stimuli sent into it in the last step [nA].
  package var current: Double
  package var synapsesIn: Int
  package var synapsesOut: Int
  package var lastSpike: Milliseconds?
  /// Over the window [Hz].
  package var rate: Double
  package init(
    address: NeuronAddress, parameters: [ParameterSetting], state: [Double], synapsesIn: Int, synapsesOut: Int,
    lastSpike: Milliseconds?, rate: Double, current: Double = 0
  ) {
    self.address = address
    self.parameters = parameters
    self.state = state
    self.synapsesIn = synapsesIn
    self.synapsesOut = synapsesOut
    self.lastSpike = lastSpike
    self.rate = rate
    self.current = current
  }
}

/// The sample being shown and what the network makes of it.
package struct ClassifierSnapshot: Sendable, Equatable {
  /// Of the data set, and of all samples presented so far (0-based).
  package var row: Int
  package var presentation: Int
  package var sampleCount: Int
  /// The sample, values in 0…1 where the data is, [rows × columns].
  package var picture: [Float]
  package var pictureColumns: Int
  package var label: Int?
  /// Potential or spike count of every output neuron.
  package var votes: [Double]
  /// The output that leads now; a tie goes to the lowest index.
  package var vote: Int
  /// Steps of this presentation done, and of all.
  package var step: Int
  package var presentSteps: Int
  /// For each time of the readout: samples read and samples right since tick 0.
  package var readAt: [Int]
  package var read: [Int]
  package var correct: [Int]
  package init(
    row: Int, presentation: Int, sampleCount: Int, picture: [Float], pictureColumns: Int, label: Int?,
    votes: [Double], vote: Int, step: Int, presentSteps: Int, readAt: [Int], read: [Int], correct: [Int]
  ) {
    self.row = row
    self.presentation = presentation
    self.sampleCount = sampleCount
    self.picture = picture
    self.pictureColumns = pictureColumns
    self.label = label
    self.votes = votes
    self.vote = vote
    self.step = step
    self.presentSteps = presentSteps
    self.readAt = readAt
    self.read = read
    self.correct = correct
  }
}
