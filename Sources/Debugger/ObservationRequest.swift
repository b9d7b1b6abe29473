/// What of a network is on the screen: the session copies this into its snapshots and nothing else.
package import Basics

/// Sizes are in drawing units of the panes (dots, rows, cells); a part that is nil is not on the screen.
package struct ObservationRequest: Sendable, Equatable, Codable {
  /// Spike counts in `columns` × `rows` bins over the last `window`, all spiking neurons in the order of the network.
  package struct Raster: Sendable, Equatable, Codable {
    package var columns: Int
    package var rows: Int
    /// The neurons that are shown, a row each; nil for all, as many to a row as it takes.
    package var page: Page?
    /// Whether the rows are those of neurons with a state instead of those that spike, with their membranes.
    package var showsVoltage: Bool
    package init(columns: Int, rows: Int, page: Page? = nil, showsVoltage: Bool = false) {
      self.columns = columns
      self.rows = rows
      self.page = page
      self.showsVoltage = showsVoltage
    }
  }
  /// Consecutive neurons of one population, by their positions in its order.
  package struct Page: Sendable, Equatable, Codable {
    package var population: Int
    package var first: Int
    package var count: Int
    package init(population: Int, first: Int, count: Int) {
      self.population = population
      self.first = first
      self.count = count
    }
  }
  /// A projection's weights, in as many ways as the pane shows them.
  package struct Weights: Sendable, Equatable, Codable {
    package var projection: Int
    /// The whole matrix is brought down to at most `rows` × `columns` tiles; no tiles where one of them is 0.
    package var rows: Int
    package var columns: Int
    /// The synapse under the cursor, if any: indices into the target and source selections.
    package var cursorPost: Int
    package var cursorPre: Int
    /// The targets, as indices into their selection, whose weights from all sources are wanted one by one.
    package var fields: [Int]
    /// How many bars a histogram of all weights is to have; 0 for none.
    package var bins: Int
    package init(
      projection: Int, rows: Int = 0, columns: Int = 0, cursorPost: Int, cursorPre: Int, fields: [Int] = [],
      bins: Int = 0
    ) {
      self.projection = projection
      self.rows = rows
      self.columns = columns
      self.cursorPost = cursorPost
      self.cursorPre = cursorPre
      self.fields = fields
      self.bins = bins
    }
  }
  /// A part of the selected neuron's synapses, the strongest first.
  package struct Fan: Sendable, Equatable, Codable {
    /// Those that leave it, and not those that end on it.
    package var isOutgoing: Bool
    /// Of the synapses in view: the place of the first, and how many.
    package var first: Int
    package var count: Int
    package init(isOutgoing: Bool, first: Int, count: Int) {
      self.isOutgoing = isOutgoing
      self.first = first
      self.count = count
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
    /// In which direction a level is passed; up is said of reaching it, down of falling below it.
    package enum Edge: String, Sendable, CaseIterable, Codable {
      case rising, falling, either
    }
    /// What the variable must pass, in its base unit; a spike counts as higher than every level. Nil for a spike.
    package var level: Double?
    /// Of no meaning for spikes.
    package var edge: Edge
    /// Whether the picture ends now as long as nothing triggers, or stays as it is.
    package var isAutomatic: Bool
    package init(level: Double?, edge: Edge = .rising, isAutomatic: Bool) {
      self.level = level
      self.edge = edge
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
  /// Neurons whose membranes are shown as they are now.
  package var bars: Page?
  package var weights: Weights?
  package var fan: Fan?
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
