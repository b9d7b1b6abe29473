/// What the environment, the locale and the terminal's description say before the screen is started.
import CNcurses
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A terminal that can carry a screen.
struct TerminalProbe {
  let input: Int32
  let output: Int32
  let traits: TerminalTraits
  let capabilities: ScreenCapabilities
  /// The colours that the description is to be given; 0 where its own will do. With 256 of them it gets the plain
  /// sequence always: ncurses reads it for every change of colour, and the usual one costs a quarter of a frame.
  let newColors: Int
  let isANSI: Bool
  let name: String

  init(_ configuration: ScreenConfiguration) throws(ScreenError) {
    (input, output) = try Self.descriptors(configuration)
    name = environment("TERM")
    try Self.loadDescription(name, output)
    let wantsGlyphs = configuration.glyphs != nil && configuration.glyphs != .ascii
    traits = Self.traits(name, isUTF8: ganglion_use_locale(wantsGlyphs ? 1 : 0) != 0)
    isANSI = ganglion_terminfo_is_ansi() != 0
    var wanted = ScreenCapabilities(traits, color: configuration.color, glyphs: configuration.glyphs)
    // Without ECMA-48 there is no way to say a colour that the description does not know.
    if !isANSI { wanted.colors = min(wanted.colors, traits.colors) }
    capabilities = wanted
    let hasColors = wanted.colors <= .sixteen && wanted.colors.rawValue <= max(0, traits.describedColors)
    newColors = hasColors && traits.describedColors <= 256 ? 0 : wanted.colors.rawValue
  }

  /// Keys come from standard input, or from the terminal that controls the process where input is a file or a pipe.
  private static func descriptors(_ configuration: ScreenConfiguration) throws(ScreenError) -> (Int32, Int32) {
    if let terminal = configuration.terminal { return (terminal, terminal) }
    guard isatty(STDOUT_FILENO) == 1 else { throw .outputIsNotATerminal }
    if isatty(STDIN_FILENO) == 1 { return (STDIN_FILENO, STDOUT_FILENO) }
    let controlling = unsafe open("/dev/tty", O_RDONLY | O_CLOEXEC)
    guard controlling >= 0 else { throw .noTerminalForKeys }
    return (controlling, STDOUT_FILENO)
  }

  private static func loadDescription(_ name: String, _ output: Int32) throws(ScreenError) {
    guard !name.isEmpty else { throw .terminalIsNotNamed }
    switch Int(ganglion_terminfo_load(output)) {
    case GANGLION_TERMINFO_OK: return
    case GANGLION_TERMINFO_DUMB: throw .terminalCannotPositionCursor(name)
    default: throw .unknownTerminal(name)
    }
  }

  private static func traits(_ name: String, isUTF8: Bool) -> TerminalTraits {
    TerminalTraits(
      name: name, colorTerm: environment("COLORTERM"), wantsNoColor: !environment("NO_COLOR").isEmpty, isUTF8: isUTF8,
      describedColors: Int(ganglion_terminfo_colors()),
      describesDirectColor: ganglion_terminfo_has_direct_color() != 0,
      isInsideScreen: name.hasPrefix("screen") && environment("TMUX").isEmpty && !environment("STY").isEmpty)
  }
}

/// The value of an environment variable; empty where it is not set.
func environment(_ name: String) -> String {
  guard let value = unsafe getenv(name) else { return "" }
  return unsafe String(cString: value)
}
