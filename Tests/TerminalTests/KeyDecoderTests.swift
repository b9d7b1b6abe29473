/// From what ncurses reads to keys.
@testable import NcursesScreen
import Terminal
import Testing

@Suite struct KeyDecoderTests {
  /// Everything that comes out of what waits, in order.
  private func decoded(_ input: [RawInput], with decoder: inout KeyDecoder) -> [DecodedInput] {
    var waiting = input[...]
    var result: [DecodedInput] = []
    while let next = decoder.next({ waiting.popFirst() }) { result.append(next) }
    return result
  }

  private func decoded(_ text: String) -> [DecodedInput] {
    var decoder = KeyDecoder()
    return decoded(text.unicodeScalars.map { .character($0.value) }, with: &decoder)
  }

  @Test func charactersAndControls() {
    #expect(decoded("aé漢 ") == "aé漢 ".map { .key(.character($0)) })
    #expect(decoded("\u{3}\u{1A}\u{C}") == [.key(.control("c")), .key(.control("z")), .key(.control("l"))])
    #expect(decoded("\r") == [.key(.enter)])
    #expect(decoded("\n\t\u{7F}\u{8}") == [.key(.enter), .key(.tab), .key(.backspace), .key(.backspace)])
    #expect(decoded("\u{0}\u{1C}") == [.key(.control(" ")), .key(.control("\\"))])
    #expect(decoded("\u{9B}\u{202E}") == [])
  }

  @Test func codes() {
    var decoder = KeyDecoder()
    // Octal, as curses.h of every system has them.
    let codes: [Int32] = [0o402, 0o403, 0o541, 0o411, 0o432, 0o632, 0o523, 0o777]
    #expect(
      decoded(codes.map { .code($0) }, with: &decoder)
        == [.key(.down), .key(.up), .key(.backTab), .key(.function(1)), .key(.function(18)), .resized, .key(.pageUp)])
  }

  @Test(arguments: [
    ("0;10;20M", Mouse.Gesture.press), ("32;10;20M", .drag), ("0;10;20m", .release), ("64;10;20M", .wheelUp),
    ("65;10;20M", .wheelDown), ("4;10;20M", .press), ("36;10;20M", .drag),
  ])
  func reportsOfTheMouse(_ report: String, _ gesture: Mouse.Gesture) {
    let expected: [DecodedInput] = [.mouse(Mouse(gesture, Point(x: 9, y: 19))), .key(.character("q"))]
    var decoder = KeyDecoder()
    let input: [RawInput] =
      [.code(KeyDecoder.mouseBegins)] + (report + "q").unicodeScalars.map { .character($0.value) }
    #expect(decoded(input, with: &decoder) == expected)
    // In pieces, as a slow line brings it.
    #expect(input.flatMap { decoded([$0], with: &decoder) } == expected)
  }

  @Test(arguments: [
    "2;1;1M", "35;4;4M", "66;4;4M", "64;4;4m", "128;4;4M", "0;0;5M", "0;5M", "x", ";;M", "99999999;1;1M",
  ])
  func reportsThatMeanNothingHere(_ report: String) {
    var decoder = KeyDecoder()
    let input: [RawInput] = [.code(KeyDecoder.mouseBegins)] + report.unicodeScalars.map { .character($0.value) }
    let found = decoded(input, with: &decoder)
    #expect(!found.contains { if case .mouse = $0 { true } else { false } }, "\(found)")
    #expect(decoded([.character(0x71)], with: &decoder).last == .key(.character("q")))
  }

  @Test func escapeAloneAndBeforeAKey() {
    #expect(decoded("\u{1B}") == [.key(.escape)])
    #expect(decoded("\u{1B}x") == [.key(.escape), .key(.character("x"))])
    #expect(decoded("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
    #expect(decoded("\u{1B}[") == [.key(.escape), .key(.character("["))])
    #expect(decoded("\u{1B}O") == [.key(.escape), .key(.character("O"))])
  }

  @Test(arguments: ["\u{1B}[1;5A", "\u{1B}[?2026;2$y", "\u{1B}[<0;10;20M", "\u{1B}Ox", "\u{1B}[I", "\u{1B}[27;5;9~"])
  func sequencesThatNobodyKnowsAreNoKeys(sequence: String) {
    #expect(decoded(sequence) == [])
    #expect(decoded(sequence + "q") == [.key(.character("q"))])
    #expect(decoded("\u{1B}" + sequence) == [.key(.escape)])
  }

  @Test func brokenSequencesLoseNothingAfterThem() {
    #expect(decoded("\u{1B}[12\u{3}").last == .key(.control("c")))
    #expect(decoded("\u{1B}[" + String(repeating: "1", count: 300) + "q").last == .key(.character("q")))
  }

  @Test func pastedTextIsNotObeyed() {
    var decoder = KeyDecoder()
    let (begin, end) = (RawInput.code(KeyDecoder.pasteBegins), RawInput.code(KeyDecoder.pasteEnds))
    let text = "q\r:quit\u{1B}\u{3}漢".unicodeScalars.map { RawInput.character($0.value) }
    #expect(decoded([begin] + text, with: &decoder) == [])
    #expect(decoded([end, .character(0x71)], with: &decoder) == [.paste("q :quit漢"), .key(.character("q"))])
    #expect(decoded([end], with: &decoder) == [])
  }

  @Test func longPastesAreCut() {
    var decoder = KeyDecoder()
    let text = [RawInput](repeating: .character(0x61), count: 100_000)
    let result = decoded([.code(KeyDecoder.pasteBegins)] + text + [.code(KeyDecoder.pasteEnds)], with: &decoder)
    #expect(result == [.paste(String(repeating: "a", count: KeyDecoder.longestPaste))])
  }
}
