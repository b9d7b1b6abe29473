/// `workbench:` of a document.
package import Basics

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
  /// How the raster shows its neurons, and how the weights are shown, by name; nil for the usual way.
  package var raster: String?
  package var weights: String?
  /// In which order neurons stand, `rate` or `v up`, and which of them are shown, `v > -55 mV and rate < 5 Hz`, as the
  /// commands of these names take them; nil for all by index.
  package var sort: String?
  package var filter: String?
  /// In the order of their numbers.
  package var breakpoints: [BreakpointHint] = []
  /// Each under a name of its own.
  package var bookmarks: [BookmarkHint] = []

  /// Every pane that can be opened, as documents write it.
  package static let paneNames = [
    "raster", "membrane", "weights", "trace", "classifier", "rates", "intervals", "spread", "graph", "energy",
    "states", "firing", "phase", "step", "log", "why", "timeline", "compare",
  ]
  /// The ways to show the raster and the weights, as documents write them; the first is the usual one.
  package static let rasterModes = ["automatic", "dots", "density", "voltage"]
  package static let weightsModes = ["matrix", "fan-in", "fan-out", "fields", "histogram"]
  /// What all neurons can be sorted and filtered by, beside the variables and parameters of their models.
  package static let orderKeys = ["index", "rate", "population"]

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
