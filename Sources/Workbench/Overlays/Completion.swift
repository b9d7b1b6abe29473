/// What could stand in the `:` line: the names of commands, then what they take.

package struct Completion: Sendable, Equatable {
  /// The whole line when it is chosen.
  package let line: String
  /// How the list shows it: `run-to TIME`, `exc.tau_m`.
  package let label: String
  /// The keys that do the same, and what it does; empty for arguments.
  package let keys: String
  package let help: String

  package init(line: String, label: String, keys: String = "", help: String = "") {
    self.line = line
    self.label = label
    self.keys = keys
    self.help = help
  }
}

extension WorkbenchState {
  /// The completions of the `:` line as it was typed, best first; none while it is not open.
  package var completions: [Completion] {
    guard case .prompt(let field, _) = overlay else { return [] }
    let line = PromptLine(completionStem ?? field.text)
    return line.isPastName ? argumentCompletions(line) : Self.nameCompletions(line.name)
  }

  /// Names that begin with what was typed, then those that contain it, then commands whose title does.
  private static func nameCompletions(_ typed: String) -> [Completion] {
    let word = typed.lowercased()
    let ranked = CommandCatalogue.all.compactMap { command -> (rank: Int, command: Command)? in
      let name = command.id.name
      if name.hasPrefix(word) { return (0, command) }
      if name.contains(word) { return (1, command) }
      return command.title.lowercased().contains(word) ? (2, command) : nil
    }
    // By rank, and within a rank in the catalogue's order.
    return (0...2).flatMap { rank in ranked.filter { $0.rank == rank }.map { Completion($0.command) } }
  }

  private func argumentCompletions(_ line: PromptLine) -> [Completion] {
    guard let command = try? line.command() else { return [] }
    return command.completions(self, line.typedArgument)
      .filter { $0.hasPrefix(line.typedArgument) && $0 != line.typedArgument }
      .map { Completion(line: "\(command.id.name) \($0)", label: $0) }
  }
}

extension Completion {
  fileprivate init(_ command: Command) {
    let name = command.id.name
    self.init(
      line: command.argument.isEmpty ? name : name + " ",
      label: command.argument.isEmpty ? name : "\(name) \(command.argument)", keys: command.keysText,
      help: command.help)
  }
}
