/// The commands of `ganglion debug` that the workbench's `:` line has not: one line each.
import Basics
import Workbench

/// A command by its first word.
struct DebugVerb: Sendable {
  let name: String
  /// What stands behind it; empty where nothing may.
  let usage: String
  let help: String
  let run: @Sendable (inout DebugWalk, _ argument: String) throws(DebugProblem) -> Void
}

enum DebugVerbs {
  static let all: [DebugVerb] = going + breakpoints + looking + querying + why + whatIf + endless

  static func named(_ name: String) -> DebugVerb? { all.first { $0.name == name } }

  /// Why there is no such command; nil where there is.
  static func problem(ofVerb name: String) -> String? {
    if named(name) != nil || CommandCatalogue.command(CommandID(name)) != nil { return nil }
    let names = all.map(\.name) + CommandCatalogue.all.map(\.id.name)
    return "there is no command \"\(name)\""
      + (Spelling.nearest(to: name, among: names).map { " · did you mean \($0)?" } ?? " · see ganglion debug --help")
  }

  /// For `--help` and the manual.
  static var help: String {
    let rows = all.map { verb in
      let left = verb.usage.isEmpty ? verb.name : "\(verb.name) \(verb.usage)"
      return "  " + left + String(repeating: " ", count: max(2, 44 - left.count)) + verb.help
    }
    return
      (["Commands, one a line, with # before a comment; times carry their units:", ""] + rows + [
        "", "and every command of the workbench's : line that changes the network, such as set exc.tau_m 15 ms.",
        "Where two projections join the same neurons, one says which: weight(a[3] -> b[7] of drive).",
      ]).joined(separator: "\n")
  }
}
