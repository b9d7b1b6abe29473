/// The real screen on a pseudo-terminal: bytes, keys, signals, restoration. One at a time: ncurses is one.
import Foundation
import NcursesScreen
import Terminal
import Testing

@Suite(.serialized) struct NcursesScreenTests {
  let terminal: PseudoTerminal

  init() throws {
    terminal = try PseudoTerminal()
    setVariables(term: "xterm-256color", locale: "C.UTF-8")
  }

  private func setVariables(term: String, locale: String) {
    for (name, value) in [("TERM", term), ("LC_ALL", locale)] { unsafe setenv(name, value, 1) }
    for name in ["COLORTERM", "NO_COLOR", "TMUX", "STY", "ESCDELAY", "GANGLION_SYNC"] { unsafe unsetenv(name) }
  }

  private func start(_ color: ColorChoice = .auto, wake: Int32? = nil) throws -> NcursesScreen {
    try NcursesScreen.start(ScreenConfiguration(color: color, wakeDescriptor: wake, terminal: terminal.inside))
  }

  private func frame(_ text: String, _ size: Size, style: Style = .plain) -> Canvas {
    var canvas = Canvas(size: size)
    canvas.text(text, x: 2, y: 1, style: style)
    return canvas
  }

  @Test func leavesTheTerminalAsItWas() throws {
    let before = terminal.settings
    let screen = try start()
    #expect(terminal.settings != before)
    screen.apply(FrameDiff(from: nil, to: frame("hello", screen.size)))
    #expect(terminal.written().contains("\u{1B}[?1049h"))
    screen.stop()
    screen.stop()
    #expect(terminal.settings == before)
    let end = terminal.written()
    #expect(end.contains("\u{1B}[?1049l"))
    #expect(end.contains("\u{1B}[?2004l"))
    #expect(screen.nextEvent(within: 0) == .hangup)
  }

  @Test func theMouseIsTakenAndLeftAlone() throws {
    let screen = try start()
    #expect(!terminal.written().contains("\u{1B}[?1002h"))
    screen.takesMouse = true
    #expect(terminal.written() == "\u{1B}[?1002h\u{1B}[?1006h")
    terminal.type("\u{1B}[<0;300;5Mq\u{1B}[<65;1;1M")
    let events = (0..<3).map { _ in screen.nextEvent(within: 5000) }
    #expect(
      events == [
        .mouse(Mouse(.press, Point(x: 299, y: 4))), .key(.character("q")), .mouse(Mouse(.wheelDown, Point(x: 0, y: 0))),
      ])
    screen.takesMouse = false
    #expect(terminal.written() == "\u{1B}[?1006l\u{1B}[?1002l")
    screen.takesMouse = true
    screen.stop()
    #expect(terminal.written().contains("\u{1B}[?1006l\u{1B}[?1002l"))
  }

  @Test func lettingGoIsStopping() throws {
    let before = terminal.settings
    _ = try start()
    #expect(terminal.settings == before)
  }

  @Test func writesWhatChangedAndNothingElse() throws {
    let screen = try start()
    let first = frame("first 漢字 ⣿", screen.size)
    screen.apply(FrameDiff(from: nil, to: first))
    #expect(terminal.written().contains("first 漢字 ⣿"))
    screen.apply(FrameDiff(from: first, to: first))
    #expect(screen.nextEvent(within: 0) == .timeout)
    #expect(terminal.written() == "")
    var second = first
    second[40, 20] = Cell("Z")
    screen.apply(FrameDiff(from: first, to: second))
    let written = terminal.written()
    #expect(written.contains("Z") && written.utf8.count < 20, "\(written.debugDescription)")
    screen.invalidate()
    screen.apply(FrameDiff(from: second, to: second))
    #expect(terminal.written().contains("first 漢字 ⣿"))
  }

  @Test(arguments: [
    (ColorChoice.trueColor, "38;2;18;52;86"), (.indexed, "38;5;"), (.sixteen, "34m"), (.eight, "34m"),
  ])
  func colorsAreSaidAsTheTerminalTakesThem(color: ColorChoice, sequence: String) throws {
    let screen = try start(color)
    #expect(screen.capabilities.colors == color.depth)
    let style = Style(foreground: Color(hex: color.depth ?? .none >= .indexed ? 0x123456 : 0x0000E0))
    screen.apply(FrameDiff(from: nil, to: frame("colour", screen.size, style: style)))
    #expect(terminal.written().contains(sequence))
  }

  @Test func noColorMeansNone() throws {
    unsafe setenv("NO_COLOR", "1", 1)
    let screen = try start()
    let style = Style(foreground: Color(hex: 0xFF0000), attributes: .bold)
    screen.apply(FrameDiff(from: nil, to: frame("plain", screen.size, style: style)))
    let written = terminal.written()
    #expect(written.contains("plain"))
    #expect(!written.contains("[31m") && !written.contains("38;"))
  }

  /// More pairs than ncurses has room for, in many frames: each is drawn in its own colours.
  @Test func colorsDoNotRunOut() throws {
    let screen = try start(.trueColor)
    var previous: Canvas?
    var seen = Set<String>()
    for number in 0..<40 {
      var canvas = Canvas(size: screen.size)
      for y in 0..<canvas.size.rows {
        for x in 0..<canvas.size.columns {
          let color = UInt32(number << 16 | y << 8 | x)
          canvas[x, y] = Cell("x", style: Style(foreground: Color(hex: color | 0x400000)))
        }
        // Row by row: a pseudo-terminal holds little until it is read.
        screen.apply(FrameDiff(from: previous, to: canvas))
        previous = canvas
        let written = terminal.written()
        if written.contains("38;2;\(number | 0x40);\(y);79m") { seen.insert("\(number).\(y)") }
      }
    }
    #expect(seen.count == 40 * screen.size.rows)
  }

  /// Where the description has no switch for automatic margins, ncurses inserts the last cell, and loses it here.
  @Test(arguments: ["screen-256color", "screen", "xterm-256color", "vt100"])
  func theLastCellIsDrawnBehindAWideCharacter(name: String) throws {
    setVariables(term: name, locale: "C.UTF-8")
    let screen = try start()
    var canvas = Canvas(size: screen.size)
    canvas.text("漢X", x: 77, y: 23)
    screen.apply(FrameDiff(from: nil, to: canvas))
    let written = terminal.written()
    #expect(written.contains("\u{1B}[?7lX"), "\(written.debugDescription)")
  }

  @Test func withoutUTF8OnlySevenBitsAreSent() throws {
    setVariables(term: "xterm", locale: "C")
    let screen = try start()
    #expect(screen.capabilities.glyphs == .ascii)
    screen.apply(FrameDiff(from: nil, to: frame("µ漢⣿", screen.size)))
    let written = terminal.written()
    #expect(written.unicodeScalars.allSatisfy { $0.isASCII })
    #expect(written.contains("?? ?"))
  }

  @Test func keysArrive() throws {
    let screen = try start()
    terminal.type("aé\u{1B}OA\u{1B}[1;5C\u{1B}[Z\u{3}\u{1A}\u{1B}[200~q\r!\u{1B}[201~\u{1B}")
    let expected: [ScreenEvent] = [
      .key(.character("a")), .key(.character("é")), .key(.up), .key(.backTab), .key(.control("c")),
      .key(.control("z")), .paste("q !"), .key(.escape),
    ]
    #expect(expected.map { _ in screen.nextEvent(within: 5000) } == expected)
    #expect(screen.nextEvent(within: 0) == .timeout)
  }

  /// To the process: the threads that tests run on block signals.
  private func send(_ signal: Int32) { kill(getpid(), signal) }

  @Test func aStormOfResizesEndsAtTheLastSize() throws {
    let screen = try start()
    let last = Size(columns: 139, rows: 30)
    for columns in UInt16(40)..<140 {
      terminal.resize(columns: columns, rows: 30)
      send(SIGWINCH)
    }
    var events: [ScreenEvent] = []
    repeat { events.append(screen.nextEvent(within: 5000)) } while ![.resize(last), .timeout].contains(events.last)
    #expect(events.last == .resize(last))
    #expect(screen.size == last)
    screen.apply(FrameDiff(from: frame("old", Size(columns: 80, rows: 24)), to: frame("new", screen.size)))
    #expect(terminal.written().contains("new"))
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT]) func signalsToEndAreAHangup(number: Int32) throws {
    // Test runners may be started with some of them ignored.
    let former = signal(number, SIG_DFL)
    defer { signal(number, former) }
    let screen = try start()
    send(number)
    // The signal of another test's terminal may have come before: it names the present size, and nothing is lost by it.
    var event = screen.nextEvent(within: 5000)
    if case .resize = event { event = screen.nextEvent(within: 5000) }
    #expect(event == .hangup)
    #expect(screen.nextEvent(within: 5000) == .hangup)
  }

  @Test func whatIsIgnoredStaysIgnored() throws {
    let former = signal(SIGHUP, SIG_IGN)
    defer { signal(SIGHUP, former) }
    let screen = try start()
    send(SIGHUP)
    terminal.type("x")
    #expect(screen.nextEvent(within: 5000) == .key(.character("x")))
  }

  @Test func aClosedWindowIsAHangup() throws {
    let screen = try start()
    terminal.hangUp()
    #expect(screen.nextEvent(within: 5000) == .hangup)
    screen.apply(FrameDiff(from: nil, to: frame("nobody sees it", screen.size)))
    screen.stop()
  }

  @Test func theBellRingsUntilItsOwnerAnswers() throws {
    var ends: [Int32] = [0, 0]
    unsafe #expect(pipe(&ends) == 0)
    let screen = try start(wake: ends[0])
    _ = unsafe write(ends[1], "x", 1)
    #expect(screen.nextEvent(within: nil) == .wake)
    #expect(screen.nextEvent(within: 0) == .wake)
    var byte: UInt8 = 0
    _ = unsafe read(ends[0], &byte, 1)
    #expect(screen.nextEvent(within: 0) == .timeout)
    close(ends[1])
    #expect(screen.nextEvent(within: 0) == .timeout)
    close(ends[0])
  }

  @Test func terminalsThatCannotAreRefusedInWords() throws {
    let before = terminal.settings
    for (name, error) in [
      ("", ScreenError.terminalIsNotNamed), ("no-such-terminal", .unknownTerminal("no-such-terminal")),
      ("dumb", .terminalCannotPositionCursor("dumb")),
    ] {
      setVariables(term: name, locale: "C.UTF-8")
      #expect(throws: error) { try start() }
    }
    #expect(terminal.settings == before)
  }
}
