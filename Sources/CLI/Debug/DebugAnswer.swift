/// What a command of `ganglion debug` answers: where the session then is, and what was asked for.
import Foundation

struct DebugAnswer: Encodable {
  struct Branch: Encodable {
    let number: Int
    let name: String
    let reason: String?
    let parent: Int?
    let forkStep: Int
    let endStep: Int
  }

  struct Breakpoint: Encodable {
    let number: Int
    let condition: String
    /// The same as it was understood; nil where it cannot be met.
    let understood: String?
    let isOn: Bool
    let isOneShot: Bool
    let ignore: Int
    let hits: Int
    let problem: String?
  }

  struct Edit: Encodable {
    let number: Int
    let step: Int
    let timeMs: Double
    let words: String
  }

  struct Neuron: Encodable {
    let name: String
    let values: [String: Double]
  }

  struct Row: Encodable {
    let step: Int
    let timeMs: Double
    let neuron: String?
    let partner: String?
    let values: [String: Double]
  }

  struct Event: Encodable {
    let step: Int
    let timeMs: Double
    let kind: String
    /// What it is of.
    let name: String
    let text: String
  }

  let line: Int
  let command: String
  var step = 0
  var timeMs = 0.0
  var branch = ""
  /// What was told, for people.
  var messages: [String] = []
  /// False where it was to go somewhere, and there is no such place.
  var found: Bool?
  var hash: String?
  /// Of a bookmark that was gone to: the run in which it was made, where that was another than this.
  var madeOn: String?
  /// The numbers of the breakpoints that stopped the run here.
  var hit: [Int]?
  var branches: [Branch]?
  var breakpoints: [Breakpoint]?
  var neurons: [Neuron]?
  var edits: [Edit]?
  var comparison: Comparison?
  /// The next step of a neuron.
  var phases: Step?
  /// Whether a run of the document that was written comes to the same state.
  var savedRunsAlike: Bool?
  var why: DebugWhy?
  /// What a query found.
  var rows: [Row]?
  var events: [Event]?
  /// How long the command took.
  var wallMs: Double?

  var json: String { get throws { try Self.json(self) } }

  /// An object in one line, for a command that was carried out and for one that was not.
  static func json(_ answer: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return String(decoding: try encoder.encode(answer), as: UTF8.self)
  }

  /// One line for where it is, and one for each thing that was told.
  var text: String {
    let place = "\(String(format: "%.10g", timeMs)) ms · step \(step)" + (branch == "main" ? "" : " · \(branch)")
    let first = "\(command) → \(place)" + (wallMs.map { String(format: " · %.3f ms", $0) } ?? "")
    return ([first] + messages.map { "  " + $0 }).joined(separator: "\n")
  }
}
