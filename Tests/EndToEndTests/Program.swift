/// The program run as a process without a terminal.
import Foundation

struct Program {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs the program under test to its end.
  /// - Parameters:
  ///   - folder: where it runs; the tests' own if nil.
  ///   - environment: beside the tests' own.
  static func run(_ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Terminal.binary)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // What goes to standard error is short, so that reading one after the other never blocks.
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: complaint, as: UTF8.self))
  }

  /// What `run … --json` prints.
  static func report(_ arguments: [String]) throws -> [String: Any] {
    let outcome = try run(["run"] + arguments + ["--json", "--quiet"])
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    guard outcome.status == 0, let report = object as? [String: Any] else {
      throw Failure(text: outcome.errors + outcome.output)
    }
    return report
  }

  struct Failure: Error { let text: String }
}

/// A table of numbers with a header.
struct Table {
  let names: [String]
  let rows: [[Double]]

  init(_ text: String) {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    names = lines[0]
    rows = lines.dropFirst().map { $0.map { Double($0) ?? .nan } }
  }

  static func reference(_ name: String) throws -> Table {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Reference")
    return Table(try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8))
  }

  func column(_ name: String) -> [Double] {
    guard let index = names.firstIndex(of: name) else { return [] }
    return rows.map { $0[index] }
  }
}
