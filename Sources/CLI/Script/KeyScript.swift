/// Keys in a file, for demonstrations and tests: what is pressed, what is typed, what is waited for.
import Basics
import Foundation
import Terminal

/// How it is written stands in `guide`, for those who write them.
struct KeyScript: Equatable {
  static let guide = """
    A line holds keys by their names, as the list of keys gives them (space, Tab, Ctrl-L, ↑, q), in quotes text to be \
    typed, and click@12,5, drag@12,5-20,5 or wheel-up@12,5 for the mouse, with columns and rows from 0. A line that \
    begins with one of these words waits instead: wait TIME by the clock; until TIME for the simulated time; until \
    "WORDS" for words on the screen; rest for the network to stand still, with all that it did on the screen; pace TIME \
    before every key that follows. # begins a line that is a comment. Where the script ends without leaving, the \
    keyboard goes on.
    """

  static let example = [
    "# half a second, then half the time constant", "pace 150ms", "until \"running\"", "space", "rest",
    ": \"run-to 500 ms\" Enter", "until 500ms", ": \"set exc.tau_m 10 ms\" Enter", "space", "wait 2s", "q",
  ]

  enum Cue: Equatable {
    case key(Key)
    case mouse(Mouse)
    case pace(Duration)
    case wait(Duration)
    case untilTime(Milliseconds)
    case untilText(String)
    case rest
  }

  struct PlacedCue: Equatable {
    let cue: Cue
    /// From 1.
    let line: Int
    let column: Int
  }

  let name: String
  private(set) var cues: [PlacedCue] = []

  /// - Parameter name: of the file, for what is said about it.
  /// - Throws: for the first thing that cannot be read, with its line and column.
  init(parsing text: String, name: String) throws(Failure) {
    self.name = name
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      try read(line, number: index + 1)
    }
  }

  /// Reads a file. - Throws: also where there is none.
  init(file: String) throws(Failure) {
    try self.init(parsing: try ScriptFile.text(file, option: "--script"), name: file)
  }

  /// What the words mean that a line can begin with.
  private static let waits: [Substring: @Sendable (Substring) -> Cue?] = [
    "wait": { duration($0).map(Cue.wait) },
    "pace": { duration($0).map(Cue.pace) },
    "until": { text in quoted(text).map(Cue.untilText) ?? milliseconds(text).map(Cue.untilTime) },
    "rest": { $0.isEmpty ? .rest : nil },
  ]

  private mutating func read(_ line: Substring, number: Int) throws(Failure) {
    var rest = line.drop(while: \.isWhitespace)
    if rest.first == "#" { return }
    let first = rest.prefix { !$0.isWhitespace }
    if let wait = Self.waits[first] {
      let argument = rest[first.endIndex...].trimmingWhitespace
      guard let cue = wait(argument) else {
        let hint = #"e.g. wait 2s, pace 150ms, until 500ms, until "paused", rest"#
        throw failure("\"\(rest.trimmingWhitespace)\" waits for nothing that can come", hint, rest, of: line, number)
      }
      return cues.append(PlacedCue(cue: cue, line: number, column: Self.column(rest, of: line)))
    }
    while !rest.isEmpty {
      try readKey(&rest, of: line, number)
      rest = rest.drop(while: \.isWhitespace)
    }
  }

  /// One key, or a text in quotes.
  private mutating func readKey(_ rest: inout Substring, of line: Substring, _ number: Int) throws(Failure) {
    let column = Self.column(rest, of: line)
    let word = rest.prefix { !$0.isWhitespace }
    if rest.first == "\"", word != "\"" || rest.dropFirst().contains("\"") {
      guard let end = rest.dropFirst().firstIndex(of: "\"") else {
        throw failure("the text has no end", "close it with \" on the same line", rest, of: line, number)
      }
      let text = rest[rest.index(after: rest.startIndex)..<end]
      cues += text.map { PlacedCue(cue: .key(.character($0)), line: number, column: column) }
      rest = rest[line.index(after: end)...]
    } else {
      guard let read = Key(label: String(word)).map({ [.key($0)] }) ?? Self.gestures(word) else {
        throw failure("there is no key \"\(word)\"", "text to be typed stands in quotes", rest, of: line, number)
      }
      cues += read.map { PlacedCue(cue: $0, line: number, column: column) }
      rest = rest[word.endIndex...]
    }
  }

  private static func gestures(_ word: Substring) -> [Cue]? {
    Mouse.gestures(label: String(word))?.map(Cue.mouse)
  }

  private static func column(_ rest: Substring, of line: Substring) -> Int {
    line.distance(from: line.startIndex, to: rest.startIndex) + 1
  }

  private func failure(
    _ what: String, _ hint: String, _ rest: Substring, of line: Substring, _ number: Int
  ) -> Failure {
    Failure(.usage, "\(name):\(number):\(Self.column(rest, of: line)): error: \(what) · \(hint)")
  }

  // MARK: What is waited for

  private static func quoted(_ text: Substring) -> String? {
    guard text.count > 2, text.first == "\"", text.last == "\"" else { return nil }
    return String(text.dropFirst().dropLast())
  }

  private static func milliseconds(_ text: Substring) -> Milliseconds? {
    guard let quantity = try? Quantity(parsing: String(text)), quantity.dimension == .time,
      (0...1e9).contains(quantity.value)
    else { return nil }
    return Milliseconds(quantity.value)
  }

  private static func duration(_ text: Substring) -> Duration? {
    milliseconds(text).map { .microseconds(Int64(($0.value * 1000).rounded())) }
  }
}

extension Substring {
  fileprivate var trimmingWhitespace: Substring {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
