/// A real terminal for a test: a tmux server of its own with a shell in it.
import Foundation

/// Keys go in by `send-keys`, the screen comes out by `capture-pane`.
final class Terminal {
  private let socket = "ganglion-test-\(UUID().uuidString)"
  /// A folder of its own, removed with the terminal.
  let folder: URL

  init(columns: Int, rows: Int, environment: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(socket)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let variables = environment.merging(["GANGLION": Self.binary, "PS1": "$ ", "ENV": ""]) { given, _ in given }
    let settings = variables.sorted { $0.key < $1.key }.flatMap { ["-e", "\($0.key)=\($0.value)"] }
    try tmux(
      ["-f", "/dev/null", "new-session", "-d", "-s", "test", "-x", "\(columns)", "-y", "\(rows)", "-c", folder.path]
        + settings + ["sh"])
  }

  deinit {
    _ = try? tmux(["kill-server"])
    try? FileManager.default.removeItem(at: folder)
  }

  /// The program under test: what `GANGLION_BINARY` names, otherwise the one built beside the tests.
  static var binary: String {
    if let given = ProcessInfo.processInfo.environment["GANGLION_BINARY"] {
      return URL(fileURLWithPath: given, relativeTo: top).path
    }
    return top.appendingPathComponent(".build/debug/ganglion").path
  }

  private static let top = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Keys by tmux's names: `Enter`, `Escape`, `C-z`, or characters.
  func press(_ keys: String...) throws { try tmux(["send-keys", "-t", "test"] + keys) }

  /// Characters as they are.
  func type(_ text: String) throws { try tmux(["send-keys", "-t", "test", "-l", text]) }

  /// A line for the shell.
  func run(_ line: String) throws {
    try type(line)
    try press("Enter")
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-t", "test", "-x", "\(columns)", "-y", "\(rows)"])
  }

  var screen: String { (try? tmux(["capture-pane", "-p", "-t", "test"])) ?? "" }

  /// Looks at the screen until it is as wanted; returns the last screen seen and whether it was.
  func wait(seconds: Double = 30, until isRight: (String) -> Bool) -> (screen: String, came: Bool) {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var seen = screen
    while !isRight(seen) {
      if ContinuousClock.now > deadline { return (seen, false) }
      seen = screen
    }
    return (seen, true)
  }

  func wait(for text: String) -> (screen: String, came: Bool) { wait { $0.contains(text) } }

  func file(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["tmux", "-u", "-L", socket] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
