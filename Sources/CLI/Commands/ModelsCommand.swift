/// `ganglion models`: what models, rules, connectors, currents and stimuli are, from their own descriptors.
import ArgumentParser
import Basics
import Kernels
import NetworkModel

struct ModelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "List every model, rule, connector, current and stimulus, or explain one: equations, parameters, units.")

  @Argument(help: "A name, standard or plain, to explain it.") var name: String?
  @Flag(help: "Print JSON: everything, or what was named.") var json = false

  func run() throws {
    guard let name else {
      return print(try json ? ModelsReport.everything.json : Explanation.list.joined(separator: "\n"))
    }
    let entries = ModelsReport.Entry.named(name)
    guard !entries.isEmpty else {
      let known = ModelsReport.Entry.all.map(\.name)
      let hint = Spelling.nearest(to: name, among: known).map { "did you mean \"\($0)\"?" }
      throw Failure(
        .usage, "ganglion: nothing is called \"\(name)\" · \(hint ?? "there are " + known.joined(separator: ", "))")
    }
    if json { return print(try entries.map { try $0.json }.joined(separator: "\n")) }
    print(entries.map { $0.explanation.joined(separator: "\n") }.joined(separator: "\n\n"))
  }
}
