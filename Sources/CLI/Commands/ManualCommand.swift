/// `ganglion man`: the manual page, from the parser and the catalogue.
import ArgumentParser

struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "man", abstract: "Print the manual page, for man: ganglion man | man -l -")

  func run() throws {
    print(try ManualPage(CommandHelp.root(), version: RootCommand.configuration.version).text, terminator: "")
  }
}
