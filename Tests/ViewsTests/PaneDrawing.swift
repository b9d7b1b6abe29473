/// One pane drawn alone, for tests that look at single cells.
import Debugger
import Terminal
import Testing
import Views
import Workbench

/// The canvas of a pane of this size, and the words for its title.
func drawn(
  _ pane: PaneID, _ state: WorkbenchState, _ snapshot: Snapshot?, columns: Int, rows: Int,
  theme: Theme = TestThemes.trueColor
) throws -> (canvas: Canvas, details: [String]) {
  var canvas = Canvas(size: Size(columns: columns, rows: rows))
  let pane = try #require(PaneCatalogue.pane(pane))
  let details = pane.draw(state, snapshot, canvas.bounds, &canvas, theme)
  return (canvas, details)
}

/// What the pane of this size asks for.
func request(_ pane: PaneID, _ state: WorkbenchState, columns: Int, rows: Int, _ glyphs: GlyphSet = .braille) throws
  -> ObservationRequest
{
  var request = ObservationRequest(neuron: state.neuron, window: state.window)
  try #require(PaneCatalogue.pane(pane)).observe(state, Size(columns: columns, rows: rows), glyphs, &request)
  return request
}
