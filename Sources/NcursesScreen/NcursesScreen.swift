/// The screen on a real terminal, by ncurses.
import CNcurses
package import Terminal

/// One at a time, used by one thread. It holds the terminal until `stop()`, or until it is let go.
package final class NcursesScreen: Screen {
  package let capabilities: ScreenCapabilities
  var isRunning = true
  var hasEnded = false
  var repaintsAll = false
  package var takesMouse = false {
    didSet { if isRunning, takesMouse != oldValue { terminal.report(mouse: takesMouse) } }
  }
  var wake: Int32?
  var decoder = KeyDecoder()
  /// Something may be left to read without waiting for it.
  var keysMayWait = true
  let terminal: OpenTerminal
  private var writer: CellWriter
  /// What the terminal shows, to draw it again with another table of colours.
  private var shown: Canvas
  private var cursorIsVisible = true

  /// Takes the terminal. From here to `stop()` standard error is kept back, and fatal signals restore the terminal.
  /// - Throws: `ScreenError`, with the terminal as it was.
  package static func start(_ configuration: ScreenConfiguration = ScreenConfiguration()) throws(ScreenError)
    -> NcursesScreen
  {
    NcursesScreen(try OpenTerminal(configuration), wake: configuration.wakeDescriptor)
  }

  private init(_ terminal: OpenTerminal, wake: Int32?) {
    self.terminal = terminal
    self.wake = wake
    capabilities = terminal.capabilities
    let colors = ColorTable(depth: terminal.capabilities.colors, capacity: Int(ganglion_color_pairs()))
    writer = CellWriter(isUTF8: terminal.capabilities.isUTF8, colors: colors)
    shown = Canvas(size: terminal.size)
  }

  deinit { stop() }

  package var size: Size { terminal.size }

  package func apply(_ difference: FrameDiff) {
    guard isRunning, repaintsAll || !difference.isEmpty else { return }
    if shown.size != size { shown = Canvas(size: size) }
    shown.apply(difference)
    for run in difference.runs { writer.write(run) }
    if writer.ranOutOfPairs && capabilities.colors >= .indexed { drawAgain() }
    if repaintsAll { ganglion_forget_contents() }
    let cells = repaintsAll ? shown.cells.count : difference.runs.reduce(0) { $0 + $1.cells.count }
    repaintsAll = false
    show(cursor: difference.cursor, isLarge: cells > Self.cellsInOneWrite)
  }

  package func invalidate() { repaintsAll = true }

  /// Gives the terminal back as it was. Once is enough; more does no harm.
  package func stop() {
    guard isRunning else { return }
    isRunning = false
    terminal.close(takesMouse: takesMouse)
  }

  /// More than a terminal takes in at once, so that a part of the frame could be seen.
  private static let cellsInOneWrite = 400

  private func show(cursor: Point?, isLarge: Bool) {
    if (cursor != nil) != cursorIsVisible {
      cursorIsVisible = cursor != nil
      curs_set(cursorIsVisible ? 1 : 0)
    }
    terminal.refresh(cursor: cursor, isLarge: isLarge)
  }

  /// The table of colours was full of those of earlier frames: start another with those of this one.
  private func drawAgain() {
    writer.forgetColors()
    for run in FrameDiff(from: nil, to: shown).runs { writer.write(run) }
    repaintsAll = true
  }
}
