/// Recordings of the screen, read back as JSON and played onto a terminal.
import Foundation
import Support
import Terminal
import Testing

@testable import CLI

/// A recording as its format says it.
struct Cast {
  struct Event {
    let time: Double
    let kind: String
    let data: String
  }

  let size: Size
  let version: Int?
  let events: [Event]

  init(file: String) throws {
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    let values = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
    let header = try #require(values.first as? [String: Any])
    version = header["version"] as? Int
    size = Size(columns: try #require(header["width"] as? Int), rows: try #require(header["height"] as? Int))
    events = try values.dropFirst().map { value in
      let event = try #require(value as? [Any])
      #expect(event.count == 3)
      return Event(
        time: try #require(event[0] as? Double), kind: try #require(event[1] as? String),
        data: try #require(event[2] as? String))
    }
  }

  /// What a terminal shows after each piece of output.
  func play() -> [Canvas] {
    var terminal = ANSITerminal(size)
    var screens: [Canvas] = []
    for event in events {
      if event.kind == "r" {
        let numbers = event.data.split(separator: "x").compactMap { Int($0) }
        terminal.resize(Size(columns: numbers[0], rows: numbers[1]))
      } else {
        terminal.feed(event.data)
        screens.append(terminal.picture)
      }
    }
    #expect(terminal.unknown.isEmpty)
    return screens
  }
}

@Suite struct CastTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  @Test(arguments: 0..<12)
  func framesAndSizesComeBackAsTheyWere(_ seed: Int) throws {
    try inFolder { folder in
      var random = SeededGenerator(seed: UInt64(seed))
      var recorder = try CastRecorder(file: folder + "/a.cast")
      var now = ContinuousClock.now
      var shown: Canvas?
      var frames: [Canvas] = []
      var size = Size(columns: 20, rows: 5)
      for _ in 0..<15 {
        if Int.random(in: 0..<4, using: &random) == 0 {
          size = Size(columns: .random(in: 1...40, using: &random), rows: .random(in: 1...9, using: &random))
        }
        var next = Canvas(size: size)
        let word = ["\"a\\b\"", "⣿▀é", "x", "漢字"].randomElement(using: &random) ?? ""
        next.text(word, x: .random(in: 0..<size.columns, using: &random), y: .random(in: 0..<size.rows, using: &random))
        if Bool.random(using: &random) { next.cursor = Point(x: 0, y: 0) }
        let difference = FrameDiff(from: shown, to: next)
        try recorder.record(difference, size: size, at: now)
        if !difference.isEmpty { frames.append(next) }
        shown = next
        now += .milliseconds(40)
      }
      let cast = try Cast(file: folder + "/a.cast")
      #expect(cast.version == 2)
      let played = cast.play()
      #expect(played.map(\.cells) == frames.map(\.cells))
      #expect(played.map(\.cursor) == frames.map(\.cursor))
      let times = cast.events.map(\.time)
      #expect(times.first == 0 && times == times.sorted())
      #expect(abs((times.last ?? 0) * 25 - ((times.last ?? 0) * 25).rounded()) < 1e-6)
    }
  }

  @Test func aFileThatCannotBeMadeIsToldAtOnce() {
    #expect(failure { _ = try CastRecorder(file: "no/such/folder/a.cast") }?.text.contains("a.cast") == true)
  }
}

extension TerminalLoopTests {
  @Test func aRecordingShowsWhatTheScreenShowed() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.path + "/demo.cast"
    let ending = try play(
      [
        key(" "), .until("paused"), key(":"), .event(.paste("cast start \(file)")),
        .event(.key(.enter)), .until("recording into"), key("R"), .until("0.000 0 s"),
        .event(.resize(Size(columns: 80, rows: 24))), .until("Inspector"), key("."), .until("0.000 1 s"),
      ])
    let cast = try Cast(file: file)
    #expect(cast.size == Size(columns: 100, rows: 30))
    #expect(cast.events.contains { $0.kind == "r" && $0.data == "80x24" })
    let last = try #require(cast.play().last)
    #expect(last.cells == ending.screen.inner.contents.cells)
    #expect(last.cursor == ending.screen.inner.contents.cursor)
  }

  @Test func stoppingSaysHowLongItIsAndOnlyWhatWasBegunIsStopped() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.path + "/demo.cast"
    let enter = CuedScreen.Cue.event(.key(.enter))
    _ = try play(
      [
        key(" "), .until("paused"), key(":"), .event(.paste("cast stop")), enter, .until("nothing is being recorded"),
        key(":"), .event(.paste("cast start \(file)")), enter, .until("recording into"), key(":"),
        .event(.paste("cast start other.cast")), enter, .until("is being recorded already"), key(":"),
        .event(.paste("cast stop")), enter, .until("recorded"),
      ])
    #expect(try Cast(file: file).events.count >= 3)
  }
}
