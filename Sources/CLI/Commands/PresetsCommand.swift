/// `ganglion presets`: lists the presets, or prints one.
import ArgumentParser
import Foundation
import Workbench

struct PresetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "presets", abstract: "List the presets, or print the document of one.")

  @Argument(help: "A preset, to print its document.") var name: String?

  func run() throws {
    if let name { return print(try document(name), terminator: "") }
    let library = PresetLibrary.standard
    if library.names.isEmpty { throw Failure(.failed, "ganglion: no presets were found · set GANGLION_PRESETS") }
    let width = library.names.map(\.count).max() ?? 0
    for preset in library.summaries {
      print(preset.name.padding(toLength: width + 2, withPad: " ", startingAt: 0) + preset.title)
    }
  }

  private func document(_ name: String) throws -> String {
    guard let path = PresetLibrary.standard.path(of: name) else {
      let known = PresetLibrary.standard.names.joined(separator: ", ")
      throw Failure(.usage, "ganglion: there is no preset \"\(name)\" · the presets are \(known)")
    }
    return try String(contentsOfFile: path, encoding: .utf8)
  }
}
