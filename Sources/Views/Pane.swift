/// What a pane is: a rectangle of the screen that shows one side of the network.
package import Charts
package import Debugger
package import Terminal
package import Workbench

/// What a pane says of itself.
package struct PaneDescriptor: Sendable, Equatable {
  package let id: PaneID
  package let title: String
  /// One sentence, for help.
  package let doc: String
}

/// Two pure steps: state and snapshot into a small model, model into cells.
package protocol Pane: SendableMetatype {
  associatedtype Model: Equatable & Sendable
  static var descriptor: PaneDescriptor { get }
  /// Adds what the pane needs to see in an area of `size` cells.
  static func observe(_ state: WorkbenchState, size: Size, glyphs: GlyphSet, _ request: inout ObservationRequest)
  static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model
  /// A few words for the right end of the frame's title, the best first: the first that fits is shown.
  static func details(_ model: Model) -> [String]
  /// Draws within `area`, to which the canvas is clipped.
  static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme)
  /// What the pane shows, for screen readers; nil where the picture's own words and numbers have to do.
  static func words(_ model: Model) -> [PlainLine]?
  /// What is drawn at a point of `area`; nil where it is nothing in particular.
  static func target(_ model: Model, at point: Point, in area: Rect, glyphs: GlyphSet) -> MouseTarget?
}

extension Pane {
  package static func words(_ model: Model) -> [PlainLine]? { nil }
  package static func target(_ model: Model, at point: Point, in area: Rect, glyphs: GlyphSet) -> MouseTarget? { nil }
}

/// A pane whose picture can be printed: the same model, drawn between axes.
package protocol PrintedPane: Pane {
  /// How fine the picture is, as if the pane had so many cells.
  static var printedSize: Size { get }
  /// Nil while there is nothing to show.
  static func figure(_ model: Model) -> Figure?
}

/// A pane without its model's type, for the catalogue.
package struct AnyPane: Sendable {
  package let descriptor: PaneDescriptor
  package let observe: @Sendable (WorkbenchState, Size, GlyphSet, inout ObservationRequest) -> Void
  /// Draws and returns the details for the title.
  package let draw: @Sendable (WorkbenchState, Snapshot?, Rect, inout Canvas, Theme) -> [String]
  /// Its picture for paper; nil where it has none.
  package let printing: Printing?
  /// What is drawn at a point of the area.
  package let target: @Sendable (WorkbenchState, Snapshot?, Point, Rect, GlyphSet) -> MouseTarget?

  package struct Printing: Sendable {
    package let size: Size
    package let figure: @Sendable (WorkbenchState, Snapshot?) -> Figure?
  }

  package init<P: Pane>(_ pane: P.Type) { self.init(pane, printing: nil) }

  package init<P: PrintedPane>(_ pane: P.Type) {
    self.init(
      pane,
      printing: Printing(size: P.printedSize) { state, snapshot in
        guard var figure = P.figure(P.model(state, snapshot)) else { return nil }
        if let title = state.network?.title, !title.isEmpty { figure.title += " · " + title }
        return figure
      })
  }

  private init<P: Pane>(_ pane: P.Type, printing: Printing?) {
    self.printing = printing
    descriptor = P.descriptor
    observe = { P.observe($0, size: $1, glyphs: $2, &$3) }
    draw = { state, snapshot, area, canvas, theme in
      let model = P.model(state, snapshot)
      if theme.isPlain, let words = P.words(model) {
        PlainLine.draw(words, in: area, on: &canvas, theme: theme)
      } else {
        P.draw(model, in: area, on: &canvas, theme: theme)
      }
      return P.details(model)
    }
    target = { state, snapshot, point, area, glyphs in
      P.target(P.model(state, snapshot), at: point, in: area, glyphs: glyphs)
    }
  }
}

extension AnyPane {
  /// The pane within its frame, which bears its title or those of all that share it.
  func draw(
    _ state: WorkbenchState, _ snapshot: Snapshot?, framed frame: Rect, titles: [String], front: Int, isFocused: Bool,
    on canvas: inout Canvas, theme: Theme
  ) {
    Frame.draw(frame, isFocused: isFocused, on: &canvas, theme: theme)
    let inside = frame.inset(by: 1)
    canvas.clip = inside
    var details = draw(state, snapshot, inside, &canvas, theme)
    canvas.clip = canvas.bounds
    // An answer may fill the screen though nobody asked it to: the way back has to be told.
    if state.isZoomed, isFocused, PaneID.answers.contains(descriptor.id) {
      details = Self.saying(Words.advice("zoom", "all panes"), behind: details)
    }
    Frame.title(titles, front: front, details: details, isFocused: isFocused, of: frame, on: &canvas, theme: theme)
  }

  private static func saying(_ hint: String, behind details: [String]) -> [String] {
    details.filter { !$0.isEmpty }.map { "\($0) · \(hint)" } + (details.isEmpty ? [hint] : details)
  }

  /// The pane alone on a canvas, as it stands on the screen.
  package func picture(_ state: WorkbenchState, _ snapshot: Snapshot?, size: Size, theme: Theme) -> Canvas {
    var canvas = Canvas(size: size)
    draw(
      state, snapshot, framed: canvas.bounds, titles: [descriptor.title], front: 0, isFocused: false, on: &canvas,
      theme: theme)
    canvas.cursor = nil
    return canvas
  }
}
