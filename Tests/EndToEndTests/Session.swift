/// The workbench started from a shell in a real terminal, and what the terminal was like before.
import Foundation
import Testing

/// All tests in terminals, one after the other: each has the machine to itself, as a user has.
@Suite(.serialized) enum InATerminal {}

struct Session {
  let terminal: Terminal
  /// The lines of the shell's screen when the program was started.
  private let before: String
  private let modes: String
  private let tellsStatus: Bool

  /// - Parameters:
  ///   - arguments: of the program, as the shell takes them.
  ///   - sign: what the screen shows once it runs.
  ///   - tellsStatus: its status is written down as soon as it ends. So keys that it did not come to read, which then are
  ///     the shell's, do no harm; but it may not be suspended.
  init(
    _ arguments: String, until sign: String = "running", columns: Int = 120, rows: Int = 36,
    environment: [String: String] = [:], tellsStatus: Bool = false, _ location: SourceLocation = #_sourceLocation
  ) throws {
    self.tellsStatus = tellsStatus
    terminal = try Terminal(columns: columns, rows: rows, environment: environment)
    try terminal.run("stty -a > before; echo the-screen-of-the-shell")
    _ = terminal.wait { $0.contains("\nthe-screen-of-the-shell\n$") }
    let line = "sh -c 'echo $$ > pid; exec \"$GANGLION\" \(arguments)'" + (tellsStatus ? "; \(Self.statusLine)" : "")
    try terminal.type(line)
    before = Self.trimmed(terminal.wait { Self.dense($0).hasSuffix(Self.dense(line)) }.screen)
    modes = terminal.modes
    try terminal.press("Enter")
    shows(sign, location)
  }

  var screen: String { terminal.screen }

  /// The program's process, which the shell has replaced itself with.
  func processID() throws -> Int32 {
    try #require(terminal.awaitedFile("pid").flatMap { Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) })
  }

  /// Holds when this text comes upon the screen; returns that screen.
  @discardableResult
  func shows(_ text: String, _ location: SourceLocation = #_sourceLocation) -> String {
    let (screen, came) = terminal.wait(for: text)
    #expect(came, "\"\(text)\" never came:\n\(screen)", sourceLocation: location)
    return screen
  }

  @discardableResult
  func shows(
    _ what: Comment, _ location: SourceLocation = #_sourceLocation, where isRight: (String) -> Bool
  ) -> String {
    let (screen, came) = terminal.wait(until: isRight)
    #expect(came, "\(what):\n\(screen)", sourceLocation: location)
    return screen
  }

  /// A `:` command.
  func command(_ text: String) throws {
    try terminal.press(":")
    shows("Completions")
    try terminal.run(text)
  }

  /// Holds when the shell has its terminal back as it was: screen, modes, line discipline; returns the exit status.
  func endsCleanly(_ location: SourceLocation = #_sourceLocation) throws -> Int32 {
    if tellsStatus {
      _ = terminal.awaitedFile("status")
      // A line of its own for the keys that were not read.
      try terminal.press("Enter")
    }
    expectShell(location)
    try terminal.run((tellsStatus ? "" : "\(Self.statusLine); ") + "stty -a > s; mv s after")
    let after = try #require(terminal.awaitedFile("after"), sourceLocation: location)
    #expect(try after == terminal.file("before"), sourceLocation: location)
    let status = try terminal.file("status").trimmingCharacters(in: .whitespacesAndNewlines)
    return try #require(Int32(status), sourceLocation: location)
  }

  private static let statusLine = "echo $? > s; mv s status"

  /// Holds when the shell's screen and the terminal's modes are back.
  func expectShell(_ location: SourceLocation = #_sourceLocation) {
    let wanted = before
    let back = terminal.wait { Self.trimmed($0).hasPrefix(wanted) && Self.trimmed($0).hasSuffix("\n$") }
    #expect(back.came, "the shell's screen is not back:\n\(back.screen)", sourceLocation: location)
    #expect(terminal.modes == modes, sourceLocation: location)
  }

  /// However long lines are broken.
  private static func dense(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  private static func trimmed(_ screen: String) -> String {
    String(screen.reversed().drop { $0.isWhitespace }.reversed())
  }
}

extension String {
  /// The simulated time on the status line [s]; nil where there is none.
  var simulatedSeconds: Double? {
    guard let line = split(separator: "\n").first,
      let range = line.range(of: #"[0-9][0-9. ]* s "#, options: .regularExpression)
    else { return nil }
    return Double(line[range].filter { $0.isNumber || $0 == "." })
  }
}
