/// The command line: sub-commands, and the workbench where none is named.
package import ArgumentParser

package struct RootCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "ganglion",
    abstract: "A terminal workbench for spiking neural networks.",
    discussion: """
      Without a sub-command it opens the workbench on a document or preset; without either, on the preset `digits`.
      Press ? there for help, q to leave.
      """,
    version: "0.1.0",
    subcommands: [
      WorkbenchCommand.self, RunCommand.self, DebugCommand.self, CheckCommand.self, PresetsCommand.self,
      ModelsCommand.self,
      KeysCommand.self, BenchCommand.self, DoctorCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: WorkbenchCommand.self)

  package init() {}

  /// Runs what the command line says and ends the process with the status of the contract: 0 done, 1 failed,
  /// 2 wrong usage or invalid document, 130 interrupted.
  package static func start() -> Never {
    do {
      var command = try parseAsRoot()
      try command.run()
      ExitStatus.done.exit()
    } catch let failure as Failure {
      StandardError.print(failure.text)
      failure.status.exit()
    } catch {
      let isHelp = exitCode(for: error) == .success
      let text = fullMessage(for: error)
      if isHelp { print(text) } else { StandardError.print(text) }
      (isHelp ? ExitStatus.done : .usage).exit()
    }
  }
}
