/// The seam between the program and a terminal. Two implementations: ncurses, and memory for tests.

/// What a screen tells the program.
package enum ScreenEvent: Sendable, Equatable {
  case key(Key)
  /// Text from the clipboard, without control characters (a line break is a space): to be typed into a field, never
  /// to be obeyed as keys.
  case paste(String)
  case mouse(Mouse)
  case resize(Size)
  /// Somebody wrote to the wake descriptor.
  case wake
  /// Nothing happened until the deadline.
  case timeout
  /// The terminal went away, or the process was asked to end.
  case hangup
}

/// A text screen.
package protocol Screen {
  var size: Size { get }
  var capabilities: ScreenCapabilities { get }
  /// Brings the changed cells to the terminal, in one refresh. Does nothing, writes nothing, for an empty difference.
  mutating func apply(_ difference: FrameDiff)
  /// Waits for the next event, at most `milliseconds`; nil waits without end and without waking up.
  mutating func nextEvent(within milliseconds: Int?) -> ScreenEvent
  /// The next `apply` repaints everything, whatever the terminal is thought to show.
  mutating func invalidate()
  /// Whether the mouse is reported; otherwise the terminal selects text with it.
  var takesMouse: Bool { get set }
  /// Gives the terminal back to the shell, stops the process as Ctrl-Z does, and takes the terminal again after `fg`.
  mutating func suspend()
}

package enum ColorDepth: Int, Sendable, Comparable, CaseIterable {
  case none = 0, eight = 8, sixteen = 16, indexed = 256, trueColor = 16_777_216
  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Which characters may be drawn with.
package enum GlyphSet: String, Sendable, CaseIterable {
  /// Everything: braille, eighth blocks, box drawing.
  case braille
  /// All but braille: bars grow by eighths, dots are half blocks.
  case eighths
  /// What the fonts of consoles have: half blocks, and lines without rounded corners.
  case blocks
  /// 7 bits.
  case ascii
}

package struct ScreenCapabilities: Sendable, Equatable {
  package var colors: ColorDepth
  package var glyphs: GlyphSet
  /// Whether characters of more than 7 bits can be sent at all.
  package var isUTF8: Bool

  /// - Parameter isUTF8: as the glyphs ask for it, unless it is said.
  package init(colors: ColorDepth, glyphs: GlyphSet, isUTF8: Bool? = nil) {
    self.colors = colors
    self.glyphs = glyphs
    self.isUTF8 = isUTF8 ?? (glyphs != .ascii)
  }
}
