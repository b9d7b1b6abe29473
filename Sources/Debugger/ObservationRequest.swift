/// What of a network is on the screen: the session copies this into its snapshots and nothing else.
package import Basics

/// Sizes are in drawing units of the panes (dots, rows, cells); a part that is nil is not on the screen.
package struct ObservationRequest: Sendable, Equatable, Codable {
  /// Spike counts in `columns` × `rows` bins over the last `window`, all spiking neurons in network order.
  package struct Raster: Sendable, Equatable, Codable {
    package var columns: Int
    package var rows: Int
    package init(columns: Int, rows: Int) {
      self.columns = columns
      self.rows = rows
    }
  }
  /// The state of consecutive neurons of one population.
  package struct Bars: Sendable, Equatable, Codable {
    package var population: Int
    package var first: Int
    package var count: Int
    package init(population: Int, first: Int, count: Int) {
      self.population = population
      self.first = first
      self.count = count
    }
  }
  /// Tiles of a projection's weights. The whole matrix is brought down to at most `rows` × `columns` tiles.
  package struct Weights: Sendable, Equatable, Codable {
    package var projection: Int
    package var rows: Int
    package var columns: Int
    /// The synapse under the cursor, if any: indices into the target and source selections.
    package var cursorPost: Int
    package var cursorPre: Int
    /// Whether the weights of all sources onto the cursor's target are wanted one by one.
    package var showsField: Bool
    package init(
      projection: Int, rows: Int, columns: Int, cursorPost: Int, cursorPre: Int, showsField: Bool = false
    ) {
      self.projection = projection
      self.rows = rows
      self.columns = columns
      self.cursorPost = cursorPost
      self.cursorPre = cursorPre
      self.showsField = showsField
    }
  }
  /// One state variable of the selected neuron over the last `window`, in `columns` bins.
  package struct Trace: Sendable, Equatable, Codable {
    package var variable: String
    package var columns: Int
    /// Where the picture begins; nil for one that ends now.
    package var trigger: Trigger?
    /// Where values are to be read: how long before the right edge of the picture.
    package var cursors: [Milliseconds]
    package init(variable: String, columns: Int, trigger: Trigger? = nil, cursors: [Milliseconds] = []) {
      self.variable = variable
      self.columns = columns
      self.trigger = trigger
      self.cursors = cursors
    }
  }
  /// What a sweep of the trace waits for. A fifth of the picture lies before it.
  package struct Trigger: Sendable, Equatable, Codable {
    /// What the variable must rise to, in its base unit; a spike counts as higher than every level. Nil for a spike.
    package var level: Double?
    /// Whether the picture ends now as long as nothing triggers, or stays as it is.
    package var isAutomatic: Bool
    package init(level: Double?, isAutomatic: Bool) {
      self.level = level
      self.isAutomatic = isAutomatic
    }
  }
  /// Several state variables of the selected neuron over the last `window`, in `columns` bins.
  package struct States: Sendable, Equatable, Codable {
    package var variables: [String]
    package var columns: Int
    package init(variables: [String], columns: Int) {
      self.variables = variables
      self.columns = columns
    }
  }
  /// The way of the selected neuron through the plane of two state variables over the last `window`, in about `points`
  /// places.
  package struct Orbit: Sendable, Equatable, Codable {
    package var x: String
    package var y: String
    package var points: Int
    package init(x: String, y: String, points: Int) {
      self.x = x
      self.y = y
      self.points = points
    }
  }
  /// Mean rates of every population in `columns` parts of the window.
  package struct Rates: Sendable, Equatable, Codable {
    package var columns: Int
    package init(columns: Int) { self.columns = columns }
  }
  /// The intervals between the spikes of a population's neurons within the window, and what they say.
  package struct Intervals: Sendable, Equatable, Codable {
    package var population: Int
    package var bins: Int
    package init(population: Int, bins: Int) {
      self.population = population
      self.bins = bins
    }
  }
  /// How a parameter or a state variable is spread over a population.
  package struct Spread: Sendable, Equatable, Codable {
    package var population: Int
    package var name: String
    package var bins: Int
    package init(population: Int, name: String, bins: Int) {
      self.population = population
      self.name = name
      self.bins = bins
    }
  }

  /// The selected neuron: the inspector's and the trace's.
  package var neuron: NeuronAddress
  /// The span of time that raster and trace show.
  package var window: Milliseconds
  package var raster: Raster?
  package var bars: Bars?
  package var weights: Weights?
  package var trace: Trace?
  package var states: States?
  package var orbit: Orbit?
  package var rates: Rates?
  package var intervals: Intervals?
  package var spread: Spread?
  package var showsClassifier: Bool

  package init(neuron: NeuronAddress, window: Milliseconds) {
    self.neuron = neuron
    self.window = window
    showsClassifier = true
  }
}
