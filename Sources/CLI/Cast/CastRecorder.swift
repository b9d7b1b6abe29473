/// What the screen shows, taken down as an asciicast: version 2 of asciinema's format, one JSON value a line.
import Charts
import Foundation
import Terminal

/// The header, then an event a line: seconds since the beginning, a kind, its data. Every event is written at once, so
/// that what is there is whole whenever the program ends.
/// - References: asciinema, "asciicast v2", docs.asciinema.org/manual/asciicast/v2.
struct CastRecorder {
  let file: String
  private let handle: FileHandle
  private let clock = ContinuousClock()
  private var start: ContinuousClock.Instant?
  private var size = Size(columns: 0, rows: 0)
  private var writer = FrameWriter(.trueColor)

  /// Makes the file; nothing is in it before the first frame.
  init(file: String) throws(Failure) {
    self.file = file
    guard FileManager.default.createFile(atPath: file, contents: nil), let handle = FileHandle(forWritingAtPath: file)
    else { throw Failure(.usage, "ganglion: \(file) cannot be written · name a file in another folder") }
    self.handle = handle
  }

  /// Takes down a frame. Where the size is another than before, or nothing was before, all of it must be in the
  /// difference.
  /// - Throws: where the file cannot be written any further.
  mutating func record(_ difference: FrameDiff, size: Size, at now: ContinuousClock.Instant) throws {
    var text = ""
    if start == nil {
      start = now
      try write(header(size))
      text = FrameWriter.clear
    } else if size != self.size {
      try write(event(now, "r", "\(size.columns)x\(size.rows)"))
      text = FrameWriter.clear
    }
    self.size = size
    text += writer.text(of: difference)
    if !text.isEmpty { try write(event(now, "o", text)) }
  }

  /// Nothing has been taken down yet.
  var isEmpty: Bool { start == nil }

  /// How long it is.
  func duration(at now: ContinuousClock.Instant) -> Duration { start.map { now - $0 } ?? .zero }

  private func header(_ size: Size) -> String {
    "{\"version\": 2, \"width\": \(size.columns), \"height\": \(size.rows), \"title\": \"Ganglion\", "
      + "\"env\": {\"TERM\": \"xterm-256color\"}}"
  }

  private func event(_ now: ContinuousClock.Instant, _ kind: String, _ data: String) -> String {
    "[\(Digits.fixed(duration(at: now).seconds, 6)), \"\(kind)\", \(Self.json(data))]"
  }

  private func write(_ line: String) throws { try handle.write(contentsOf: Data((line + "\n").utf8)) }

  /// A string of JSON; control characters as `\u001b`.
  private static func json(_ text: String) -> String {
    var escaped = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": escaped += "\\" + String(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped + "\""
  }
}
