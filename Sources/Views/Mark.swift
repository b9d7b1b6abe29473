/// The small signs that panes point with, in what the terminal's font has.
import Terminal

enum Mark {
  /// What is selected, in a list or beside a picture.
  case selected
  /// The column of the cursor, above a picture.
  case column
  /// A value further to the left or right than the scale goes.
  case below, beyond
  /// A neuron that fired in the last step; the leader of a vote.
  case fired, leader
  /// Lines at a potential.
  case reset, threshold
  /// A slider's knob, and the default.
  case knob, standard
  /// On a timeline: the present, something that was done, where a breakpoint stopped the run, a bookmark.
  case now, edit, stop, bookmark
  /// More lines than there is room for.
  case above, further, ellipsis

  /// The second is for console fonts of 256 characters, which have the signs of the old code page 437.
  func scalar(_ glyphs: GlyphSet) -> Unicode.Scalar {
    let (rich, console, plain): (Unicode.Scalar, Unicode.Scalar, Unicode.Scalar) =
      switch self {
      case .selected: ("▸", "►", ">")
      case .column: ("▾", "▼", "v")
      case .below: ("◂", "◄", "<")
      case .beyond: ("▸", "►", ">")
      case .fired: ("▲", "▲", "*")
      case .leader: ("▲", "▲", "^")
      case .reset: ("╎", "·", ":")
      case .threshold: ("┊", "│", "|")
      case .knob: ("●", "■", "O")
      case .standard: ("┼", "┼", "+")
      case .now: ("●", "■", "@")
      case .edit: ("✎", "≡", "e")
      case .stop: ("◆", "♦", "*")
      case .bookmark: ("⚑", "¶", "m")
      case .above: ("↑", "↑", "^")
      case .further: ("↓", "↓", "v")
      case .ellipsis: ("…", "~", "~")
      }
    return switch glyphs {
    case .braille, .eighths: rich
    case .blocks: console
    case .ascii: plain
    }
  }

  func cell(_ theme: Theme, _ style: Style) -> Cell { Cell(scalar(theme.glyphs), style: style) }
}
