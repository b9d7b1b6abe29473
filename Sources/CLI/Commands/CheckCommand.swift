/// `ganglion check`: says whether documents are valid, and where not.
import ArgumentParser
import Basics
import Formats
import NetworkModel
import Simulation

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say whether documents are valid, and where they are not.",
    discussion: "Prints FILE:LINE:COLUMN: error: what is wrong · what would be right. Ends with 2 if anything is wrong."
  )

  @Argument(help: "Documents or presets.") var documents: [String]

  func run() throws {
    var isValid = true
    for name in documents {
      do {
        let document = try DocumentSource().load(name)
        for warning in document.warnings { print(warning.description) }
        print("\(name): valid · \(Self.outline(document.spec))")
      } catch {
        isValid = false
        StandardError.print(error.text)
      }
    }
    if !isValid { ExitStatus.usage.exit() }
  }

  /// `3 populations, 202 neurons`.
  static func outline(_ spec: NetworkSpec) -> String {
    let neurons = spec.populations.reduce(0) { $0 + $1.size }
    return "\(count(spec.populations.count, "population")), \(count(neurons, "neuron")), "
      + count(spec.projections.count, "projection")
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
