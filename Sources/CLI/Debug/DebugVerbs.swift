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

  /// For `--help` and the manual, in lines so short that neither breaks them.
  static var help: String {
    let ends = [
      "And every command of the workbench's : line that changes the network, such as set exc.tau_m 15 ms.",
      "Where two projections join the same neurons, one says which: weight(a[3] -> b[7] of drive).",
    ]
    return
      (["Commands, one a line, with # before a comment; times carry their", "units:", ""] + all.flatMap(\.row) + [""]
      + ends.flatMap { LineBreaking.lines($0, width: DebugVerb.helpWidth) }).joined(separator: "\n")
  }
}

extension DebugVerb {
  fileprivate static var helpWidth: Int { 68 }
  private static var indent: Int { 22 }

  /// The command, and what it does beside it, or below where there is no room.
  fileprivate var row: [String] {
    let left = "  " + (usage.isEmpty ? name : "\(name) \(usage)")
    let space = String(repeating: " ", count: Self.indent)
    let right = LineBreaking.lines(help, width: Self.helpWidth - Self.indent).map { space + $0 }
    guard left.count + 2 <= Self.indent, let first = right.first else { return [left] + right }
    return [left + first.dropFirst(left.count)] + right.dropFirst()
  }
}
