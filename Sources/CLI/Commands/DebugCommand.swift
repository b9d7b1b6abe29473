/// `ganglion debug`: a run walked back and forth by a list of commands, without a screen.
import ArgumentParser
import Debugger
import Formats
import Foundation
import NetworkModel
import Simulation

struct DebugCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "debug", abstract: "Walk through a run, forwards and backwards, by commands from a file.",
    discussion: DebugVerbs.help)

  @Argument(help: "A document, or the name of a preset.") var document: String
  @Option(help: ArgumentHelp("Commands, one a line; - for standard input.", valueName: "file")) var commands: String
  @Option(help: "Threads; the result is the same for any number.") var threads: Int = 1
  @Flag(help: "Print one JSON object for each command.") var json = false

  func validate() throws {
    if threads < 1 { throw ValidationError("--threads must be 1 or more") }
  }

  func run() throws {
    do {
      try walk()
    } catch let refusal as DebugRefusal {
      // Who reads objects finds the end of the walk among them.
      if json { print(try refusal.json) }
      throw refusal.failure
    }
  }

  private func walk() throws {
    var store = DocumentStore()
    let spec = try store.load(document).spec
    let script = try DebugScript(
      parsing: try ScriptFile.text(commands, option: "--commands"),
      name: commands == "-" ? "standard input" : commands)
    var options = SessionOptions.standard
    options.threads = threads
    options.memoryLimit = Int(clamping: ProcessInfo.processInfo.physicalMemory)
    let session: DebugSession
    do {
      session = try DebugSession(spec, options: options)
    } catch {
      throw Failure(.failed, "ganglion: \(document): \(error)")
    }
    var walk = DebugWalk(session, spec: spec, document: document, store: store)
    for line in script.lines {
      let answer = try walk.carryOut(line, of: script.name)
      print(json ? try answer.json : answer.text)
    }
  }
}
