/// `ganglion keys`: every command and its keys, from the catalogue.
import ArgumentParser
import Workbench

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List every command of the workbench and its keys.")

  func run() { print(HelpText.plain(), terminator: "") }
}
