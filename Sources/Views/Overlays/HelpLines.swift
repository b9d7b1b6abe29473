/// Help as lines, made from the commands.
import Terminal
import Workbench

struct HelpLine: Equatable, Sendable {
  enum Kind: Equatable, Sendable { case heading, command, blank }
  var kind: Kind
  /// Keys, and the name with its argument in the `:` line.
  var keys = ""
  var name = ""
  var text: String
}

enum HelpLines {
  /// The commands of the focused pane first, then what can be done everywhere, then the other panes'.
  /// - Parameter search: only commands that contain these words; empty for all.
  static func lines(_ commands: [Command], focus: PaneID, search: String) -> [HelpLine] {
    let found = commands.filter { matches($0, search.lowercased()) }
    let here = found.filter { belongs($0, to: focus) }
    let everywhere = found.filter { $0.scope == .everywhere }
    let elsewhere = found.filter { $0.scope != .everywhere && !belongs($0, to: focus) }
    let title = PaneCatalogue.pane(focus)?.descriptor.title ?? focus.rawValue
    let lines =
      section("In this pane: \(title)", here) + section("Everywhere", everywhere)
      + section("In other panes", elsewhere)
    return lines.isEmpty ? [HelpLine(kind: .heading, text: "No command matches “\(search)”.")] : Array(lines.dropLast())
  }

  private static func section(_ title: String, _ commands: [Command]) -> [HelpLine] {
    guard !commands.isEmpty else { return [] }
    let lines = commands.map { command in
      HelpLine(
        kind: .command, keys: command.keys.map(\.label).joined(separator: " "),
        name: ":" + command.id.name + (command.argument.isEmpty ? "" : " " + command.argument), text: command.help)
    }
    return [HelpLine(kind: .heading, text: title)] + lines + [HelpLine(kind: .blank, text: "")]
  }

  private static func belongs(_ command: Command, to pane: PaneID) -> Bool {
    if case .panes(let panes) = command.scope { return panes.contains(pane) }
    return false
  }

  /// Every word of the search occurs in name, title or help.
  private static func matches(_ command: Command, _ search: String) -> Bool {
    let text = "\(command.id.name) \(command.title) \(command.help)".lowercased()
    return search.split(separator: " ").allSatisfy { text.contains($0) }
  }
}
