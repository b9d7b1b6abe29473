/// How a screen is to be started.
package import Terminal

package struct ScreenConfiguration: Sendable {
  package var color: ColorChoice
  /// nil for what the terminal and the locale have.
  package var glyphs: GlyphSet?
  /// Becomes readable when somebody has something to tell; the screen only waits for it: who
  /// receives `.wake` has to read it empty.
  package var wakeDescriptor: Int32?
  /// Whether large frames are bracketed by DEC 2026, so that they appear in one piece where the terminal knows it.
  /// The variable GANGLION_SYNC=off switches it off, too.
  package var synchronizesOutput: Bool
  /// How long Esc waits for the rest of a key's sequence [ms]; nil for 25. The variable ESCDELAY comes before it.
  package var escapeDelay: Int?
  /// Where the terminal is: nil for standard input and output.
  package var terminal: Int32?

  package init(
    color: ColorChoice = .auto, glyphs: GlyphSet? = nil, wakeDescriptor: Int32? = nil,
    synchronizesOutput: Bool = true, escapeDelay: Int? = nil, terminal: Int32? = nil
  ) {
    self.escapeDelay = escapeDelay
    self.color = color
    self.glyphs = glyphs
    self.wakeDescriptor = wakeDescriptor
    self.synchronizesOutput = synchronizesOutput
    self.terminal = terminal
  }
}
