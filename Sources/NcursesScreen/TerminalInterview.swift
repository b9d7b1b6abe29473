/// Asks a terminal what it can do. Not for the start of the workbench: an answer takes as long as the line does.
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a terminal answered; nil for what it did not.
package struct TerminalAnswers: Sendable, Equatable {
  /// Columns that it gave to each character that it was asked about.
  package var columns: [Unicode.Scalar: Int] = [:]
  /// Whether it knows DEC 2026.
  package var synchronizesOutput: Bool?
  /// Whether it reports the mouse in SGR coding.
  package var reportsMouse: Bool?
  package var background: String?

  package init() {}

  fileprivate init(_ replies: [TerminalReply], glyphs: [Unicode.Scalar]) {
    var asked = glyphs[...]
    for reply in replies {
      switch reply {
      case .cursor(_, let column): if let glyph = asked.popFirst() { columns[glyph] = column - 1 }
      case .mode(2026, let setting): synchronizesOutput = setting != 0
      case .mode(1006, let setting): reportsMouse = setting != 0
      case .background(let color): background = color
      case .mode, .attributes: break
      }
    }
  }
}

package enum TerminalInterview {
  /// Writes the characters on the present line, one after the other, and asks where the cursor stands then; asks for
  /// modes and background; takes away what it wrote. Returns when the terminal has answered all, or after the patience.
  /// - Parameters:
  ///   - terminal: a terminal that speaks ECMA-48.
  ///   - patience: [ms]
  package static func ask(_ terminal: Int32, glyphs: [Unicode.Scalar], patience: Int = 500) -> TerminalAnswers {
    guard let settings = quiet(terminal) else { return TerminalAnswers() }
    defer { restore(terminal, settings) }
    let widths = glyphs.map { "\r\u{1B}[K\($0)\u{1B}[6n" }.joined() + "\r\u{1B}[K"
    send(widths + "\u{1B}[?2026$p\u{1B}[?1006$p\u{1B}]11;?\u{1B}\\\u{1B}[c", to: terminal)
    var reader = TerminalReplies()
    var replies: [TerminalReply] = []
    let deadline = ContinuousClock.now + .milliseconds(patience)
    while !replies.contains(.attributes), let bytes = bytes(from: terminal, until: deadline) {
      replies += reader.take(bytes)
    }
    return TerminalAnswers(replies, glyphs: glyphs)
  }

  /// Answers are not echoed and need no Enter; nil where this is no terminal.
  private static func quiet(_ terminal: Int32) -> termios? {
    var settings = termios()
    guard unsafe tcgetattr(terminal, &settings) == 0 else { return nil }
    var quiet = settings
    quiet.c_lflag &= ~tcflag_t(ICANON | ECHO)
    _ = unsafe tcsetattr(terminal, TCSANOW, &quiet)
    return settings
  }

  private static func restore(_ terminal: Int32, _ settings: termios) {
    var settings = settings
    _ = unsafe tcsetattr(terminal, TCSANOW, &settings)
  }

  private static func send(_ text: String, to terminal: Int32) {
    let bytes = Array(text.utf8)
    _ = unsafe write(terminal, bytes, bytes.count)
  }

  /// What waits, as soon as there is something; nil at the deadline.
  private static func bytes(from terminal: Int32, until deadline: ContinuousClock.Instant) -> [UInt8]? {
    let left = (deadline - .now) / .milliseconds(1)
    var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard left > 0, unsafe poll(&waiting, 1, Int32(left.rounded(.up))) == 1 else { return nil }
    var block = [UInt8](repeating: 0, count: 256)
    let count = unsafe read(terminal, &block, block.count)
    return count > 0 ? Array(block[..<count]) : nil
  }
}
