/// The manual page: from the parser of the command line, and from the catalogue of commands of the workbench.
import Workbench

struct ManualPage {
  private let help: CommandHelp
  private let version: String

  init(_ help: CommandHelp, version: String) {
    self.help = help
    self.version = version
  }

  /// In the language of `man`.
  var text: String {
    var page = Roff(name: help.commandName, section: 1, source: "\(help.commandName) \(version)")
    page.heading("Name")
    page.paragraph("\(help.commandName) - \(Self.lowercased(help.abstract ?? ""))")
    writeSynopsis(&page)
    page.heading("Description")
    if let discussion = help.discussion { page.paragraph(discussion) }
    page.heading("Commands")
    for command in help.shown { write(command, &page) }
    writeKeys(&page)
    page.heading("Scripts of keys")
    page.paragraph(KeyScript.guide)
    page.example(KeyScript.example)
    Surroundings.write(on: &page)
    return page.text
  }

  private func writeSynopsis(_ page: inout Roff) {
    page.heading("Synopsis")
    let usages = help.shown.map { command in
      ([help.commandName, command.commandName] + command.own.filter { $0.kind == "positional" }.map(\.synopsis)
        + (command.own.contains { $0.kind != "positional" } ? ["[OPTION …]"] : [])).joined(separator: " ")
    }
    page.example(["\(help.commandName) [DOCUMENT] [OPTION …]"] + usages)
  }

  private func write(_ command: CommandHelp, _ page: inout Roff) {
    page.subheading("\(help.commandName) \(command.commandName)")
    page.paragraph([command.abstract, command.discussion].compactMap(\.self).joined(separator: "\n"))
    for argument in command.own {
      var explanation = argument.abstract ?? ""
      if let values = argument.allValues, !values.allSatisfy(explanation.contains) {
        explanation += " One of " + values.joined(separator: ", ") + "."
      }
      if let value = argument.defaultValue { explanation += " (default: \(value))" }
      page.entry(argument.words, explanation)
    }
  }

  /// What the workbench can do, chapter by chapter.
  private func writeKeys(_ page: inout Roff) {
    page.heading("Keys of the workbench")
    page.paragraph("Every command can also be given in the : line by its name, with Tab to complete it.")
    for line in HelpText.lines(focus: nil) {
      switch line {
      case .heading(let title): page.subheading(title)
      case .note(let note): page.paragraph(note)
      case .entry(let keys, let name, let help):
        page.entry((keys.isEmpty ? "" : keys + "  ") + ":" + name, help)
      case .blank: break
      }
    }
  }

  private static func lowercased(_ sentence: String) -> String {
    let words = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
