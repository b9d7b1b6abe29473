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
    DebugVerb(
      name: "events", usage: "[of NEURONS | of NEURON -> NEURON [of PROJECTION]]",
      help: "List what was done to the run and where it was stopped, with spikes, or changes of a weight."
    ) { (walk, text) throws(DebugProblem) in try walk.listEvents(text) },
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

  /// - Parameter text: empty, or `of exc[3]`, `of exc[3] -> inh[5]`.
  mutating func listEvents(_ text: String) throws(DebugProblem) {
    let answers = try answers(about: text)
    let (events, dt) = (state.runEvents(with: answers), session.dt)
    fill { answer in
      answer.events = events.map { event in
        DebugAnswer.Event(
          step: event.tick.value, timeMs: event.tick.time(dt: dt).written.value, kind: event.kind.rawValue,
          name: event.name, text: event.text)
      }
    }
    for event in events.prefix(Self.mostTold) {
      tell("\(NumberText.time(event.tick.time(dt: dt)))  \(event.kind.rawValue)  \(event.words)")
    }
    if events.count > Self.mostTold { tell("… and \(events.count - Self.mostTold) more: --json prints them all") }
    if answers.contains(where: \.isCut) { tell("there are more than \(NumberText.grouped(QueryAnswer.mostRows))") }
    if events.isEmpty { tell(text.isEmpty ? "nothing was done to this run" : "nothing happened \(text)") }
  }

  /// What the run tells of the neurons or the synapse that events are asked about.
  private mutating func answers(about text: String) throws(DebugProblem) -> [QueryAnswer] {
    if text.isEmpty { return [] }
    let start = "of "
    guard text.hasPrefix(start) else {
      throw DebugProblem("\"\(text)\" names no events · events of exc[17], events of exc[3] -> inh[5]")
    }
    let what = String(text.dropFirst(start.count))
    let question =
      what.contains("->")
      ? WorkbenchState.query(forChangesOf: "weight(\(what))") : WorkbenchState.query(forSpikesOf: what)
    do throws(DebugProblem) {
      try perform(.query(question))
    } catch {
      // The question has other words before the names than the command.
      let names = question.ranges(of: what).last?.lowerBound ?? question.startIndex
      let before = question.distance(from: question.startIndex, to: names)
      throw DebugProblem(error.text, column: max(0, error.column - before - 1) + start.count + 1)
    }
    return found.map { [$0] } ?? []
  }
}
