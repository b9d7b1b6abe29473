/// `ganglion doctor`: what the terminal can do, what was chosen for it and why, and where everything lies.
import ArgumentParser
import Formats
import Foundation

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Say what the terminal can do, what would be used of it and why.",
    discussion: """
      Asks the terminal itself, and waits half a second for its answers. Ends with 1 where something keeps the \
      workbench from starting, or from looking as it should.
      """)

  @OptionGroup var options: LookOptions
  @Flag(help: "As JSON, for programs.") var json = false

  func run() throws {
    let report = DoctorReport(options, environment: ProcessInfo.processInfo.environment)
    print(json ? try report.json() : report.text, terminator: json ? "\n" : "")
    if !report.problems.isEmpty { ExitStatus.failed.exit() }
  }
}
