/// What terminals answer, whole, in pieces, and among other bytes.
import NcursesScreen
import Terminal
import Testing

@Suite struct TerminalRepliesTests {
  private static let text =
    "\u{1B}[5;2R\u{1B}[5;3R\u{1B}[?2026;2$y\u{1B}[?1006;0$y\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{1B}\\\u{1B}[?62;22c"
  private static let expected: [TerminalReply] = [
    .cursor(row: 5, column: 2), .cursor(row: 5, column: 3), .mode(2026, setting: 2), .mode(1006, setting: 0),
    .background("rgb:1e1e/1e1e/2e2e"), .attributes,
  ]

  @Test func answersAreRead() {
    var replies = TerminalReplies()
    #expect(replies.take(Array(Self.text.utf8)) == Self.expected)
  }

  @Test func answersMayComeInPieces() {
    for size in 1...7 {
      var replies = TerminalReplies()
      var found: [TerminalReply] = []
      let bytes = Array(Self.text.utf8)
      for start in stride(from: 0, to: bytes.count, by: size) {
        found += replies.take(Array(bytes[start..<min(start + size, bytes.count)]))
      }
      #expect(found == Self.expected, "\(size) bytes at a time")
    }
  }

  @Test func otherBytesArePassedOver() {
    var replies = TerminalReplies()
    #expect(
      replies.take(Array("q\u{1B}[Axy\u{1B}OP\u{1B}[?62c\u{1B}]11;rgb:0/0/0\u{7}z".utf8)) == [
        .attributes, .background("rgb:0/0/0"),
      ])
    // A sequence without an end does not wait for ever.
    #expect(replies.take([0x1B, 0x5D] + Array(repeating: 0x41, count: 300)) == [])
    #expect(replies.take(Array("\u{1B}[?1c".utf8)) == [.attributes])
  }

  @Test func aTerminalIsAskedAndLeftAsItWas() throws {
    let terminal = try PseudoTerminal()
    let before = terminal.settings
    // It answers before it is asked: the answers wait to be read.
    terminal.type("\u{1B}[1;2R\u{1B}[1;3R\u{1B}[?2026;1$y\u{1B}[?1006;2$y\u{1B}[?62c\n")
    let answers = TerminalInterview.ask(terminal.inside, glyphs: ["⣿", "漢"], patience: 5000)
    #expect(answers.columns == ["⣿": 1, "漢": 2])
    #expect(answers.synchronizesOutput == true && answers.reportsMouse == true && answers.background == nil)
    #expect(terminal.settings == before)
    let asked = terminal.written()
    #expect(asked.contains("⣿\u{1B}[6n") && asked.hasSuffix("\u{1B}[c"))
  }

  @Test func aTerminalThatDoesNotAnswerIsNotWaitedForLong() throws {
    let terminal = try PseudoTerminal()
    #expect(TerminalInterview.ask(terminal.inside, glyphs: ["⣿"], patience: 1) == TerminalAnswers())
  }
}
