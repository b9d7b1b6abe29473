/// The text of help, made from the catalogue: for the overlay, for `ganglion keys`, for the README.
package import Terminal

/// One line of help, laid out by whoever shows it.
package enum HelpLine: Sendable, Equatable {
  case heading(String)
  case entry(keys: String, name: String, help: String)
  case note(String)
  case blank
}

package enum HelpText {
  /// What can be done: first in the focused pane, then everywhere, chapter by chapter.
  /// - Parameters:
  ///   - search: only entries that contain this are kept, whatever the case; empty for all.
  ///   - bindings: the user's own keys; they stand first, as they come first.
  package static func lines(focus: PaneID?, search: String = "", bindings: [Key: CommandID] = [:]) -> [HelpLine] {
    var blocks = [given(bindings, search)]
    if let focus { blocks.append(here(focus, search)) }
    for section in Command.Section.allCases {
      let commands = CommandCatalogue.all.filter { $0.section == section }
      blocks.append(
        block(section.rawValue, entries(commands, search) { focus == nil ? $0.allKeysText : $0.firstKeysText }))
    }
    if search.isEmpty { blocks.append([.heading("Typing")] + typing.map(HelpLine.note)) }
    let kept = blocks.filter { !$0.isEmpty }
    return kept.isEmpty ? [.note("nothing in help contains \"\(search)\"")] : Array(kept.joined(separator: [.blank]))
  }

  /// The same as plain text in columns, for `ganglion keys`.
  package static func plain() -> String {
    let lines = lines(focus: nil)
    var keysWidth = 0
    var nameWidth = 0
    for case .entry(let keys, let name, _) in lines {
      keysWidth = max(keysWidth, keys.count)
      nameWidth = max(nameWidth, name.count)
    }
    return lines.map { line in
      switch line {
      case .heading(let text): text
      case .note(let text): "  " + text
      case .blank: ""
      case .entry(let keys, let name, let help):
        "  \(padded(keys, keysWidth))  \(padded(":" + name, nameWidth + 1))  \(help)"
      }
    }.joined(separator: "\n") + "\n"
  }

  private static func given(_ bindings: [Key: CommandID], _ search: String) -> [HelpLine] {
    let commands = CommandCatalogue.all.filter { bindings.values.contains($0.id) }
    return block(
      "Your own keys",
      entries(commands, search) { command in
        Command.text(of: bindings.filter { $0.value == command.id }.keys.sorted { $0.label < $1.label })
      })
  }

  private static func here(_ focus: PaneID, _ search: String) -> [HelpLine] {
    let commands = CommandCatalogue.all.filter { !$0.particularKeys(in: focus).isEmpty }
    return block(
      "In this pane: \(focus.rawValue)",
      entries(commands, search) { Command.text(of: $0.particularKeys(in: focus)) })
  }

  private static func block(_ title: String, _ entries: [HelpLine]) -> [HelpLine] {
    entries.isEmpty ? [] : [.heading(title)] + entries
  }

  private static func entries(
    _ commands: [Command], _ search: String, keys: (Command) -> String
  ) -> [HelpLine] {
    let wanted = search.lowercased()
    return commands.compactMap { command in
      let name = command.argument.isEmpty ? command.id.name : "\(command.id.name) \(command.argument)"
      let text = "\(keys(command)) \(name) \(command.title) \(command.help)"
      guard wanted.isEmpty || text.lowercased().contains(wanted) else { return nil }
      return .entry(keys: keys(command), name: name, help: command.help)
    }
  }

  /// What no single command can say.
  private static let typing = [
    "A number before a command repeats it or says which: 12 . makes twelve steps, 17 G selects neuron 17.",
    "In the inspector a digit or - begins a value instead; units are understood: 15 ms, 0.3 nA, -52 mV.",
    "Every command can be given in the : line; Tab completes, and the first letters are enough.",
    "Esc leaves what is open, / searches this text.",
  ]

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
