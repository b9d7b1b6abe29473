/// A real terminal for a test: a tmux server of its own with a shell in it.
import Foundation

/// Keys go in by `send-keys`, the screen comes out by `capture-pane`. The shell has job control, and one locale
/// whatever the machine's is.
final class Terminal {
  private let socket = "ganglion-test-\(UUID().uuidString)"
  /// A folder of its own, removed with the terminal.
  let folder: URL

  /// - Parameter environment: beside the usual one; journals and configuration lie in the folder unless it says
  ///   otherwise.
  init(columns: Int = 120, rows: Int = 36, environment: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(socket)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let standard = [
      "GANGLION": Self.binary, "PS1": "$ ", "ENV": "", "LC_ALL": "C.UTF-8", "NO_COLOR": "",
      "SWIFT_BACKTRACE": "enable=no", "XDG_STATE_HOME": folder.path + "/state",
      "XDG_CONFIG_HOME": folder.path + "/config",
    ]
    let variables = environment.merging(standard) { given, _ in given }
    let settings = variables.sorted { $0.key < $1.key }.flatMap { ["-e", "\($0.key)=\($0.value)"] }
    try tmux(
      ["-f", "/dev/null", "new-session", "-d", "-s", "test", "-x", "\(columns)", "-y", "\(rows)", "-c", folder.path]
        + settings + ["sh", "-i"])
    _ = wait(for: "$")
  }

  deinit {
    // A pipe that is still open would keep the server alive.
    _ = try? tmux(["pipe-pane", "-t", "test"])
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

  /// A line for the shell, or behind a `:` for the program.
  func run(_ line: String) throws {
    try type(line)
    try press("Enter")
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-t", "test", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// What is on the screen, a line a row.
  var screen: String { (try? tmux(["capture-pane", "-p", "-t", "test"])) ?? "" }

  /// The same with the sequences that give it colours.
  var coloredScreen: String { (try? tmux(["capture-pane", "-p", "-e", "-t", "test"])) ?? "" }

  /// Modes of the terminal that a program may leave behind: alternate screen, hidden cursor, keypad, mouse.
  var modes: String {
    let names = ["alternate_on", "cursor_flag", "keypad_flag", "keypad_cursor_flag", "mouse_any_flag", "insert_flag"]
    return (try? tmux(["display-message", "-p", "-t", "test", names.map { "\($0)=#{\($0)}" }.joined(separator: " ")]))
      ?? ""
  }

  /// From now on every byte that is written to the terminal goes into a file, too.
  func keepBytes() throws { try tmux(["pipe-pane", "-t", "test", "cat > '\(folder.path)/bytes'"]) }

  var bytes: Data { (try? Data(contentsOf: folder.appendingPathComponent("bytes"))) ?? Data() }

  /// Looks at the screen until it is as wanted; returns the last screen seen and whether it was.
  func wait(seconds: Double = 60, until isRight: (String) -> Bool) -> (screen: String, came: Bool) {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var seen = screen
    while !isRight(seen) {
      if ContinuousClock.now > deadline { return (seen, false) }
      // Leaves the processors to the program that is waited for.
      Thread.sleep(forTimeInterval: 0.02)
      seen = screen
    }
    return (seen, true)
  }

  func wait(for text: String) -> (screen: String, came: Bool) { wait { $0.contains(text) } }

  /// Waits for a file that a line for the shell is to write.
  func awaitedFile(_ name: String) -> String? {
    var text: String?
    _ = wait { _ in
      text = try? file(name)
      return text != nil
    }
    return text
  }

  func file(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // Neither a server in which the tests run nor its configuration has a say.
    process.arguments = ["-u", "TMUX", "tmux", "-u", "-L", socket] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.runWithSignals()
    // The end of its output is that of the client. Its process is not waited for: the server, which it leaves behind,
    // keeps what Foundation would learn the end from.
    let data = output.fileHandleForReading.readDataToEndOfFile()
    return String(decoding: data, as: UTF8.self)
  }
}

extension Process {
  /// Starts it with no signal blocked: the threads that tests run on block most, and a child would inherit that.
  fileprivate func runWithSignals() throws {
    var none = sigset_t()
    var before = sigset_t()
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    try run()
  }
}
