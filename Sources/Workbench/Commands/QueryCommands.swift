/// Looking something up in what has been run: what happened, and questions in the language of conditions.
package import Basics
package import Debugger
import Terminal

package enum QueryCommands {
  static let all = [events, query, answer]

  static let events = Command(
    "events", title: "events",
    help: "List spikes of this neuron, changes of the synapse under the cursor, edits, stops and bookmarks.",
    keys: [.character("I")], section: .time, footerRank: 24, disabledReason: Requirement.network
  ) { state, _ in
    state.show(.events)
    guard state.travel.timeline.end > state.travel.timeline.earliest else { return [] }
    state.travel.weightAnswer = nil
    if Requirement.firingModel(state) == nil { return state.ask(state.eventsQuery, into: nil) }
    return state.weightEventsQuery.map { state.ask($0, into: nil) } ?? []
  }

  static let query = Command(
    "query", title: "query", help: "List what was, by a condition; > FILE.csv puts it into a file.", section: .time,
    argument: "spikes [of NEURONS] | steps [where CONDITION] [from TIME] [to TIME]",
    disabledReason: Requirement.network, completions: ConditionCompletions.afterQuery,
    preview: { _, text in
      let (_, file) = parts(text)
      return file.map { "the answer goes into \($0)" }
        ?? "a condition may speak of v(self), of v(post) and v(pre) of partners; > FILE.csv at the end writes a file"
    }
  ) { state, text in
    let (question, file) = parts(text)
    if file == nil { state.show(.answer) }
    return state.ask(question, into: file)
  }

  static let answer = Command(
    "answer", title: "answer", help: "Show what the last query found.", section: .time,
    disabledReason: { $0.travel.answer == nil ? "nothing was asked yet · :query asks" : nil }
  ) { state, _ in
    state.show(.answer)
    return []
  }

  /// The question, and the file behind it.
  package static func parts(_ text: String) -> (question: String, file: String?) {
    guard text.hasSuffix(".csv"), let sign = text.lastIndex(of: ">") else { return (text, nil) }
    let file = text[text.index(after: sign)...].drop { $0.isWhitespace }
    guard file.count > 4, !file.contains(" ") else { return (text, nil) }
    var question = text[..<sign]
    while question.last?.isWhitespace == true { question.removeLast() }
    return (String(question), String(file))
  }
}

extension WorkbenchState {
  mutating func ask(_ question: String, into file: String?) -> [Effect] {
    travel.answerFile = file
    travel.answer = nil
    travel.progress = nil
    errand = .asking
    isRunning = true
    return [.engine(.query(question))]
  }

  mutating func take(_ answer: QueryAnswer) -> [Effect] {
    endErrand()
    if case .list(.events, _) = overlay, answer.text == weightEventsQuery {
      travel.weightAnswer = answer
      return []
    }
    travel.answer = answer
    if case .list(.events, _) = overlay, answer.text == eventsQuery, let next = weightEventsQuery {
      errand = .asking
      isRunning = true
      return [.engine(.query(next))]
    }
    let count = NumberText.count(answer.rows.count, "row") + (answer.isCut ? ", and more" : "")
    guard let file = travel.answerFile else {
      if case .list(.answer, _) = overlay { inform(count) }
      return []
    }
    travel.answerFile = nil
    let dt = network?.dt ?? Milliseconds(1)
    let csv = answer.csv(names: network?.populations.map(\.name) ?? [], dt: dt)
    return [.capture(CaptureRequest(.text(csv), file: file, isNamed: true))]
  }
}

extension QueryAnswer {
  /// `time_ms,neuron,post,v(post)_mV`, a line for each row; neurons as they are named.
  package func csv(names: [String], dt: Milliseconds) -> String {
    func name(_ address: NeuronAddress?) -> String {
      guard let address, names.indices.contains(address.population) else { return "" }
      return "\(names[address.population])[\(address.index)]"
    }
    let isSpikes = rows.contains { $0.neuron != nil }
    var header = ["time_ms"]
    if isSpikes { header.append("neuron") }
    if let partners { header.append(partners.rawValue) }
    header += variables.map { $0.name + ($0.dimension.baseUnit.isEmpty ? "" : "_" + $0.dimension.baseUnit) }
    var lines = [header.joined(separator: ",")]
    for row in rows {
      var cells = ["\(row.tick.time(dt: dt).written.value)"]
      if isSpikes { cells.append(name(row.neuron)) }
      if partners != nil { cells.append(name(row.partner)) }
      cells += row.values.map { "\($0)" }
      lines.append(cells.joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
