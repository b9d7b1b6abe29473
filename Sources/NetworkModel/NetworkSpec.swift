/// The description of a network: what it is, never how it is computed.
package import Basics

/// A whole document as values. One that comes from a file has been checked as a whole by the reader of documents.
package struct NetworkSpec: Sendable, Equatable {
  package var title = ""
  package var about = ""
  package var dt = Milliseconds(0.1)
  /// How long `ganglion run` simulates when it is not told; nil where the document does not say.
  package var duration: Milliseconds?
  package var seed: UInt64 = 1
  package var precision = Precision.single
  package var populations: [PopulationSpec] = []
  package var projections: [ProjectionSpec] = []
  package var stimuli: [StimulusSpec] = []
  package var datasets: [Dataset] = []
  package var readout: ReadoutSpec?
  /// What it is run without.
  package var without: [WithoutSpec] = []
  package var notes: [NoteSpec] = []
  package var workbench = WorkbenchHints()

  package init() {}

  package func population(_ name: String) -> PopulationSpec? { populations.first { $0.name == name } }
  package func dataset(_ name: String) -> Dataset? { datasets.first { $0.name == name } }

  /// The data that drives the network, where there is one: its stimulus and table.
  package var presentation: (stimulus: DataStimulus, target: Selection, dataset: Dataset)? {
    for stimulus in stimuli {
      if case .data(let data) = stimulus.kind, let table = dataset(data.dataset) {
        return (data, stimulus.target, table)
      }
    }
    return nil
  }
}

/// A population of equal neurons.
package struct PopulationSpec: Sendable, Equatable {
  package var name: String
  /// [n] for a plain population, [rows, columns] for one that is shown as an image.
  package var shape: [Int]
  /// The `id` of a `ModelDescriptor`.
  package var model: String
  /// Only what the document sets; every other parameter has the descriptor's default.
  package var parameters: [String: ParameterSource]
  /// Only what the document sets. An unset `v` starts at `v_rest` where the model has one, otherwise 0.
  package var initial: [String: ValueSource]
  package var location: SourceLocation

  package init(
    name: String, shape: [Int], model: String, parameters: [String: ParameterSource] = [:],
    initial: [String: ValueSource] = [:], location: SourceLocation = .none
  ) {
    self.name = name
    self.shape = shape
    self.model = model
    self.parameters = parameters
    self.initial = initial
    self.location = location
  }

  package var size: Int { shape.reduce(1, *) }
}

/// What a document gives to a parameter.
package enum ParameterSource: Sendable, Equatable {
  case number(ValueSource)
  case choice(String)
  /// Points in time, for `SpikeSourceArray`: sorted, the same for all neurons or one list for each.
  case spikeTimes([[Milliseconds]])
}

/// Synapses from one selection to another.
package struct ProjectionSpec: Sendable, Equatable {
  /// Unique; `exc->inh` unless the document names it. Random streams are keyed by it.
  package var name: String
  package var source: Selection
  package var target: Selection
  package var connector: Connector
  package var receptor: Receptor
  /// In base units of the target model's weight dimension; currents and jumps are below 0 on the inhibitory receptor.
  package var weight: ValueSource
  /// [ms], rounded to the grid; constant 0 means arrival within the step.
  package var delay: ValueSource
  package var allowSelf: Bool
  /// Nil where weights stay as they are.
  package var plasticity: PlasticitySpec?
  /// Synapses that have a weight or a delay of their own, set by hand, whatever the others have; of a pair that is not
  /// joined nothing comes of it.
  package var exceptions: [ListedSynapse] = []
  package var location: SourceLocation

  package init(
    name: String, from source: Selection, to target: Selection, connector: Connector,
    receptor: Receptor = .excitatory, weight: ValueSource = .constant(1), delay: ValueSource = .constant(0),
    allowSelf: Bool = true, plasticity: PlasticitySpec? = nil, location: SourceLocation = .none
  ) {
    self.name = name
    self.source = source
    self.target = target
    self.connector = connector
    self.receptor = receptor
    self.weight = weight
    self.delay = delay
    self.allowSelf = allowSelf
    self.plasticity = plasticity
    self.location = location
  }

  /// How it is called where the document does not name it.
  package var usualName: String { Self.usualName(from: source.population, to: target.population) }

  package static func usualName(from source: String, to target: String) -> String { "\(source)->\(target)" }
}

/// What the screen should look like when the document opens.
package struct WorkbenchHints: Sendable, Equatable {
  /// Biological over wall time; nil for the default of 1, infinity for as fast as it goes.
  package var speed: Double?
  /// The span of time that raster and trace show; nil for the default.
  package var window: Milliseconds?
  /// The neuron, the first of these, that is selected at first; nil for the first neuron that can fire.
  package var select: Selection?
  /// The panes that are open, by name, in the order of Tab; nil for the usual ones, or for those of `layout`.
  package var panes: [String]?
  /// Where the panes stand, by name; nil where that is left to the size of the screen.
  package var layout: SplitTree<String>?

  /// Every pane that can be opened, as documents write it.
  package static let paneNames = [
    "raster", "membrane", "weights", "trace", "classifier", "rates", "intervals", "spread", "graph", "energy",
    "states", "firing", "phase", "log",
  ]
  /// The one that is always there, so that only layouts name it.
  package static let inspectorName = "inspector"

  package init(
    speed: Double? = nil, window: Milliseconds? = nil, select: Selection? = nil, panes: [String]? = nil,
    layout: SplitTree<String>? = nil
  ) {
    self.panes = panes
    self.layout = layout
    self.speed = speed
    self.window = window
    self.select = select
  }
}

extension SourceLocation {
  /// For what no file said.
  package static let none = SourceLocation(file: "", line: 0, column: 0)
}
