/// A step taken apart, as lines of text and as an object.
import Basics
import Debugger
import Workbench

extension StepWords {
  /// The phases in a column, each with its formulas.
  var text: [String] {
    var lines = [title]
    for phase in phases {
      lines.append(phase.name + String(repeating: " ", count: 9 - phase.name.count) + phase.summary)
      for line in phase.lines where line != phase.summary { lines.append(String(repeating: " ", count: 9) + line) }
    }
    return lines + notes
  }
}

extension DebugAnswer {
  struct Step: Encodable {
    struct Phase: Encodable {
      let name: String
      let summary: String
      let lines: [String]
    }

    struct Weight: Encodable {
      let synapse: String
      let before: Double
      let after: Double
    }

    let neuron: String
    let model: String
    let hasFired: Bool
    /// The state between the phases, in the order of the model's variables.
    let before: [Double]
    let charged: [Double]
    let reset: [Double]
    let arrivals: [Double]
    let current: Double
    let targets: Int
    let moved: [Weight]
    let phases: [Phase]

    init(_ report: StepReport, _ words: StepWords) {
      (neuron, model, hasFired) = (report.name, report.model, report.hasFired)
      (before, charged, reset) = (report.before, report.charged, report.reset)
      (arrivals, current, targets) = (report.arrivals, report.current, report.targets)
      moved = report.learned.map { Weight(synapse: "\($0.source) -> \($0.target)", before: $0.before, after: $0.after) }
      phases = words.phases.map { Phase(name: $0.name, summary: $0.summary, lines: $0.lines) }
    }
  }
}
