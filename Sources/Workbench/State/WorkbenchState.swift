/// The whole state of the screen as one value. Only `reduce` and the commands' own functions change it.
package import Basics
package import Debugger
package import NetworkModel
package import Terminal

/// The panes that can have the focus, in the order in which they are listed.
package enum PaneID: String, Sendable, CaseIterable, Hashable {
  case raster, membrane, weights, trace, classifier
  case rates, intervals, spread, graph, energy, states, firing, phase, step, log, why, timeline
  case comparison = "compare"
  case inspector
}

/// A preset or document that can be opened.
package struct PresetSummary: Sendable, Equatable {
  package var name: String
  package var title: String
  package var about: String
  package init(name: String, title: String, about: String) {
    self.name = name
    self.title = title
    self.about = about
  }
}

package struct WorkbenchState: Sendable, Equatable {
  // What does not change while the program runs.
  package var models: [ModelDescriptor]
  /// By which weights can learn.
  package var rules: [RuleDescriptor]
  package var presets: [PresetSummary]
  /// Keys that the user gave to commands; they come before the commands' own.
  package var bindings: [Key: CommandID] = [:]

  // The terminal.
  package var size: Size
  package var appearance = Appearance()
  /// Whether the mouse is the workbench's; otherwise the terminal selects text with it.
  package var takesMouse = true
  /// What the mouse holds while its button is down.
  var grip: Grip?

  // The network that is open.
  package var documentName = ""
  /// A document on its way into the engine; its name and hints hold once the engine has built it.
  package var opening: Opening?
  package var network: NetworkSummary?
  /// What it is made from; nil where only its outline is known.
  package var document: OpenDocument?
  /// The population that is to be selected when the network has been rebuilt.
  var wish: String?
  /// What is to be done once the document is saved.
  var departure: Departure?
  /// Documents that were not saved when an earlier program ended.
  package var recoverable: [RecoverableDocument] = []
  package var isRunning = true
  /// A number of steps or a run to a time that the engine is asked to make and then stop.
  package var errand: Errand?
  /// The step of the latest snapshot.
  package var tick = Tick.zero
  /// The way through the run: its timeline, and where one has been.
  package var travel = TravelState()
  /// Biological over wall time as the latest snapshot measured it; 0 when paused.
  package var realTimeFactor = 0.0
  /// Frames a second, where the terminal takes fewer than it should have.
  package var paintRate: Double?
  package var pace = Pace.realTime(1)
  package var window = Milliseconds(500)

  // Where the user is.
  package var focus = PaneID.raster {
    didSet {
      recentPanes.removeAll { $0 == focus }
      recentPanes.insert(focus, at: 0)
    }
  }
  /// The panes that had the focus, each once, the latest first.
  private(set) var recentPanes = [PaneID.raster]
  /// The panes that are open, in the order of Tab; the inspector, which always is, comes behind them.
  package var views = PaneID.usual
  /// Where the panes stand; nil as long as the size of the screen decides it.
  package var arrangement: PaneTree?
  /// The focused pane fills the screen.
  package var isZoomed = false
  /// The selected neuron: one for all panes.
  package var neuron = NeuronAddress(population: 0, index: 0)
  /// Which neurons every pane shows, and in which order; nil for all by index.
  package var order: NeuronOrder?
  /// What that was asked for.
  package var orderRequest = OrderRequest()
  /// What a document asks for while no neuron of it is so as yet, such as `rate > 5 Hz` before anybody has fired: `r` asks
  /// again, and saving keeps it.
  package var unmetOrder: OrderRequest?
  package var inspector = InspectorState()
  package var weights = WeightsCursor()
  package var weightsMode = WeightsMode.matrix
  /// The synapse under the cursor in fan-in and fan-out, by its place, and the neuron at its other end as the latest
  /// snapshot has it.
  package var fanRow = 0
  package var fanPartner: NeuronAddress?
  /// The synapse under the cursor of the weights, as the latest snapshot has it; nil where there is none.
  package var cursorSynapse: CursorSynapse?
  package var rasterMode = RasterMode.automatic
  /// The state variable that the trace shows; nil for the model's first.
  package var traceVariable: String?
  /// What starts the trace's pictures, and its cursors.
  package var scope = ScopeState()
  /// The state variable or parameter that the histogram counts; nil for the model's first variable.
  package var spreadName: String?
  /// The f-I curve that was measured last, of whatever neuron.
  package var firingCurve: FiringCurve?
  /// What was asked about the past.
  package var why = WhyState()
  /// The two branches that were compared last.
  package var comparison: BranchComparison?
  /// The step that was taken apart last, and the phase of it that is looked at, from 0.
  package var step: StepReport?
  package var phase = 0
  var dissectsOnArrival = false
  /// What was asked, until its branch begins.
  package var askedWhatIf: AskedWhatIf?
  /// Where a branch that was asked for has left the other, until the engine has come to where it is compared.
  var comparesFrom: Tick?
  package var overlay: Overlay?
  /// What help is searched for while its overlay is open; nil when nothing is.
  package var helpSearch: TextField?
  /// The `:` line as it was typed, while Tab goes through its completions; nil when the line itself is what was typed.
  package var completionStem: String?
  /// Digits typed before a command: `12.` makes twelve steps.
  package var count: Int?
  package var message: Message?
  /// What was done and what happened.
  package var log = EventLog()
  /// The latest snapshot's values of the selected neuron, brought in when a command needs them.
  package var neuronSnapshot: NeuronSnapshot?
  /// Edits that were sent and that no snapshot shows yet: at most one for each row of the inspector.
  package var pendingEdits: [PendingEdit] = []

  package init(size: Size, models: [ModelDescriptor], rules: [RuleDescriptor] = [], presets: [PresetSummary]) {
    self.rules = rules
    self.size = size
    self.models = models
    self.presets = presets
  }
}

/// The inspector: which row is selected, whether a change goes to the neuron or its population, what is being typed.
package struct InspectorState: Sendable, Equatable {
  package enum Scope: Sendable, Equatable { case population, neuron }
  /// Into the model's parameters, then its state variables.
  package var row = 0
  package var scope = Scope.population
  /// The value being typed; nil when none is.
  package var field: TextField?
  package init() {}
}

/// A document that was read and handed to the engine.
package struct Opening: Sendable, Equatable {
  package var name: String
  package var hints: WorkbenchHints
  package var spec: NetworkSpec
  /// Where it is saved; nil for what has no file of its own.
  package var file: String?
  /// Whether it comes out of a journal, so that nothing of it is saved.
  package var isRecovered: Bool
  package init(
    name: String, hints: WorkbenchHints, spec: NetworkSpec, file: String? = nil, isRecovered: Bool = false
  ) {
    self.name = name
    self.hints = hints
    self.spec = spec
    self.file = file
    self.isRecovered = isRecovered
  }
}

/// What the engine does before it stops by itself.
package enum Errand: Sendable, Equatable {
  case steps(Int)
  case runTo(Tick)
  /// To a place of the run: what is looked for, in words; none for a place by itself.
  case going(Destination, String)
  /// Looking something up in what has been run.
  case asking
}

/// A value that the user gave to the selected neuron, kept over snapshots that are older than the edit.
package struct PendingEdit: Sendable, Equatable {
  /// Into the model's parameters, then its state variables.
  package var row: Int
  package var value: ParameterSetting
  /// Snapshots after which it is given up: the engine had another opinion.
  package var patience: Int
  package init(row: Int, value: ParameterSetting, patience: Int) {
    self.row = row
    self.value = value
    self.patience = patience
  }
}

/// The projection in view and the synapse under the cursor.
package struct WeightsCursor: Sendable, Equatable {
  package var projection = 0
  package var post = 0
  package var pre = 0
  package init() {}
}

/// A synapse that is looked at, with its ends by population and index.
package struct CursorSynapse: Sendable, Equatable {
  package var projection: Int
  package var source: NeuronAddress
  package var target: NeuronAddress
  /// [base units].
  package var weight: Double
  package var delay: Milliseconds
}

/// A line of text being edited.
package struct TextField: Sendable, Equatable {
  package var text: String
  /// In characters, 0…text.count.
  package var cursor: Int
  package init(text: String = "") {
    self.text = text
    cursor = text.count
  }
}

/// What lies over the panes.
package enum Overlay: Sendable, Equatable {
  case help(firstLine: Int)
  case presets(selected: Int)
  /// The `:` line, its text and the completion that is selected.
  case prompt(TextField, selected: Int?)
  /// What a command takes, asked for row by row.
  case form(Form)
  /// The grid on which the spikes of a population are drawn.
  case spikes(SpikeGrid)
  /// The list of panes to open.
  case views(selected: Int)
  /// Nothing but the footer: the panes themselves are being arranged.
  case arranging
  /// The keys that can follow this command's.
  case choices(CommandID)
  /// A list of places, or of what was found.
  case list(TimeList, selected: Int)
  /// What the document says about itself.
  case about(firstLine: Int)
  /// The question what is to become of unsaved changes.
  case unsaved(Departure)
  /// The offer to bring back what an earlier program did not save.
  case recovery
}

/// A line for the user, shown until the next key.
package struct Message: Sendable, Equatable {
  package enum Kind: Sendable, Equatable { case info, error }
  package var kind: Kind
  package var text: String
  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
