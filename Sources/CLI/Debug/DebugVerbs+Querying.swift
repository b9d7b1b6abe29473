/// Commands that look something up in what has been run.
import Basics
import Debugger
import NetworkModel
import Workbench

extension DebugVerbs {
  static let querying: [DebugVerb] = [
    DebugVerb(
      name: "query", usage: "spikes [of N] | steps [where …] [from T] [to T]",
      help: "List what was: v(self), v(post), v(pre) in the condition; > FILE.csv."
    ) { (walk, text) throws(DebugProblem) in try walk.ask(text) },
    DebugVerb(name: "events", usage: "", help: "List what was done to the run, and where it was stopped.") {
      (walk, _) throws(DebugProblem) in walk.listEvents()
    },
  ]
}

extension DebugWalk {
  /// More rows are for a file.
  private static var mostTold: Int { 100 }

  mutating func ask(_ text: String) throws(DebugProblem) {
    let (question, file) = QueryCommands.parts(text)
    try perform(.query(question))
    guard let found = found else { return }
    let names = session.summary.populations.map(\.name)
    if let file {
      do throws(WriteTrouble) {
        try AtomicFile.write(Array(found.csv(names: names, dt: session.dt).utf8), to: file, shownAs: file)
      } catch {
        throw DebugProblem(error.text)
      }
      return tell("\(NumberText.count(found.rows.count, "row")) in \(file)\(found.isCut ? ", and there are more" : "")")
    }
    let network = session.summary
    func name(_ address: NeuronAddress?) -> String? { address.flatMap(network.name) }
    let dt = session.dt
    fill { answer in
      answer.rows = found.rows.map { row in
        DebugAnswer.Row(
          step: row.tick.value, timeMs: row.tick.time(dt: dt).written.value, neuron: name(row.neuron),
          partner: name(row.partner),
          values: Dictionary(zip(found.variables.map(\.name), row.values), uniquingKeysWith: { first, _ in first }))
      }
    }
    tell(NumberText.count(found.rows.count, "row") + (found.isCut ? ", and there are more" : ""))
    for row in found.rows.prefix(Self.mostTold) {
      let values = zip(found.variables, row.values).map { variable, value in
        "\(variable.name) \(NumberText.quantity(value, variable.dimension, digits: 6))"
      }
      let words = [NumberText.time(row.tick.time(dt: dt)), name(row.neuron), name(row.partner)].compactMap(\.self)
      tell((words + values).joined(separator: "  "))
    }
    if found.rows.count > Self.mostTold { tell("… a file takes them all: query … > rows.csv") }
  }

  mutating func listEvents() {
    let (events, dt) = (state.runEvents, session.dt)
    fill { answer in
      answer.events = events.map { event in
        DebugAnswer.Event(
          step: event.tick.value, timeMs: event.tick.time(dt: dt).written.value,
          what: "\(event.kind.rawValue)  \(event.words)")
      }
    }
    for event in events {
      tell("\(NumberText.time(event.tick.time(dt: dt)))  \(event.kind.rawValue)  \(event.words)")
    }
    if events.isEmpty { tell("nothing was done to this run") }
  }
}
