/// A terminal that ncurses holds: opened, given away, taken back, closed.
import CNcurses
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The method of that name hides it inside of the type.
private func closeDescriptor(_ descriptor: Int32) { close(descriptor) }

/// All order of steps with ncurses and the handlers is here.
/// Safe: its two pointers are ncurses's own and are used between opening and `close()` alone, which is called once.
@safe struct OpenTerminal {
  let capabilities: ScreenCapabilities
  let input: Int32
  /// Readable when a signal came.
  let signals: Int32
  private let output: Int32
  /// ncurses's own descriptor for output.
  private let ncurses: Int32
  private let screen: OpaquePointer
  private let pad: UnsafeMutablePointer<WINDOW>
  private let isANSI: Bool
  private let synchronizes: Bool

  init(_ configuration: ScreenConfiguration) throws(ScreenError) {
    let probe = try TerminalProbe(configuration)
    ganglion_signals_remember()
    ganglion_rescue_remember(probe.output)
    guard let (screen, ncurses, colors) = unsafe Self.open(probe) else { throw .cannotStart(probe.name) }
    if colors != .none {
      start_color()
      use_default_colors()
    }
    guard let pad = unsafe ganglion_input_pad() else {
      unsafe ganglion_close(screen, nil)
      throw .cannotStart(probe.name)
    }
    var usable = probe.capabilities
    usable.colors = colors
    capabilities = usable
    unsafe (self.screen, self.pad) = (screen, pad)
    (input, output, self.ncurses, isANSI) = (probe.input, probe.output, ncurses, probe.isANSI)
    synchronizes = configuration.synchronizesOutput && probe.isANSI && environment("GANGLION_SYNC") != "off"
    ganglion_rescue_arm()
    signals = ganglion_signals_install()
    ganglion_errors_hold()
    if let delay = configuration.escapeDelay, environment("ESCDELAY").isEmpty { set_escdelay(Int32(delay)) }
    send(Self.pasteOn)
  }

  /// With an improved description and the colours that are wanted, or else as the description is.
  private static func open(_ probe: TerminalProbe) -> (screen: OpaquePointer, ncurses: Int32, colors: ColorDepth)? {
    let colors = probe.capabilities.colors
    var ncurses: Int32 = -1
    if probe.isANSI, let description = unsafe ganglion_terminfo_improved(Int32(probe.newColors)) {
      defer { unsafe free(description) }
      if let screen = unsafe ganglion_open(probe.input, probe.output, description, &ncurses) {
        return unsafe (screen, ncurses, colors)
      }
    }
    let known = TerminalTraits(name: probe.name, describedColors: min(256, Int(ganglion_terminfo_colors()))).colors
    guard let screen = unsafe ganglion_open(probe.input, probe.output, nil, &ncurses) else { return nil }
    return unsafe (screen, ncurses, min(colors, known))
  }

  var size: Size { Size(columns: Int(ganglion_columns_of_screen()), rows: Int(ganglion_lines())) }

  /// What waits to be read, one piece at a time, without waiting.
  func read() -> RawInput? {
    var value: UInt32 = 0
    switch unsafe ganglion_read(pad, &value) {
    case 0: return .character(value)
    case 1: return .code(Int32(bitPattern: value))
    default: return nil
    }
  }

  /// Sends what has changed, with the cursor where it belongs. A large frame is bracketed by DEC 2026, so that a
  /// terminal that knows it shows it in one piece; the others ignore that.
  func refresh(cursor: Point?, isLarge: Bool) {
    let brackets = synchronizes && isLarge
    ganglion_frame_begin(ncurses)
    ganglion_refresh(Int32(clamping: cursor?.y ?? -1), Int32(clamping: cursor?.x ?? -1))
    unsafe ganglion_frame_end(ncurses, output, brackets ? "\u{1B}[?2026h" : "", brackets ? "\u{1B}[?2026l" : "")
  }

  /// Gives the terminal to the shell and stops, with all that wait for this process if `withGroup`; returns when the
  /// process is continued, with the picture drawn again.
  func suspend(withGroup: Bool, takesMouse: Bool) {
    if takesMouse { report(mouse: false) }
    send(Self.pasteOff)
    endwin()
    ganglion_errors_release()
    ganglion_stop_self(withGroup ? 1 : 0)
    ganglion_errors_hold()
    ganglion_reopen(output)
    send(Self.pasteOn)
    if takesMouse { report(mouse: true) }
  }

  /// The window was resized: ncurses answers the next read with KEY_RESIZE, once for a storm of them.
  func takeSize() { ganglion_take_size(output) }

  /// Has presses, drags and the wheel reported, in the coding that has no greatest column; or leaves the mouse alone.
  func report(mouse isReported: Bool) { send(isReported ? Self.mouseOn : Self.mouseOff) }

  func close(takesMouse: Bool) {
    if takesMouse { report(mouse: false) }
    send(Self.pasteOff)
    unsafe ganglion_close(screen, pad)
    ganglion_rescue_disarm()
    ganglion_signals_restore()
    ganglion_errors_release()
    // Opened for the keys alone, because standard input is something else.
    if input > STDERR_FILENO && input != output { closeDescriptor(input) }
  }

  private static let pasteOn: StaticString = "\u{1B}[?2004h"
  private static let pasteOff: StaticString = "\u{1B}[?2004l"
  private static let mouseOn: StaticString = "\u{1B}[?1002h\u{1B}[?1006h"
  private static let mouseOff: StaticString = "\u{1B}[?1006l\u{1B}[?1002l"

  /// Past ncurses, whose own buffer is empty between two of its refreshes.
  private func send(_ sequence: StaticString) {
    if isANSI { _ = unsafe write(output, sequence.utf8Start, sequence.utf8CodeUnitCount) }
  }
}
