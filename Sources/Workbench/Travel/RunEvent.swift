/// What happened on the way to the end of the present branch: for the list of events and for `ganglion debug` the same.
package import Basics
package import Debugger
import NetworkModel

package struct RunEvent: Sendable, Equatable {
  package enum Kind: String, Sendable { case edit, stop, bookmark, spike, weight }

  package var tick: Tick
  /// The number of the branch on which it happened.
  package var branch: Int
  package var kind: Kind
  /// What it is of: `exc.tau_m`, `breakpoint 1`, a bookmark's name, `exc[3]`, `weight(a[3] -> b[7])`.
  package var name: String
  /// What is to be said of it.
  package var text: String

  /// Both, as far as the one does not say the other.
  package var words: String {
    switch kind {
    case .edit: text
    case .spike: name
    case .weight: "\(name) \(text)"
    case .stop, .bookmark: text.isEmpty ? name : "\(name) · \(text)"
    }
  }
}

extension WorkbenchState {
  /// Those of the list: with spikes of the selected neuron and changes of the synapse under the cursor.
  package var runEvents: [RunEvent] {
    let spikes = travel.answer.flatMap { $0.text == eventsQuery ? $0 : nil }
    return runEvents(with: [spikes, travel.weightAnswer].compactMap(\.self), mostChanges: Self.mostWeightRows)
  }

  /// More rows than these about one synapse hide everything else: they are put together by time, with how many they are.
  private static let mostWeightRows = 200

  /// In the order in which it happened.
  /// - Parameters:
  ///   - answers: to queries for spikes, or for the steps in which a weight changes.
  ///   - mostChanges: more changes of a weight than these are put together.
  /// - Complexity: O(n log n) for n edits, stops, bookmarks and rows of answers.
  package func runEvents(with answers: [QueryAnswer], mostChanges: Int = .max) -> [RunEvent] {
    let timeline = travel.timeline
    var events = travel.edits.map { edit in
      RunEvent(
        tick: edit.place.tick, branch: edit.place.branch, kind: .edit,
        name: edit.command.flatMap { network?.subject(of: $0) } ?? "", text: edit.words)
    }
    for hit in travel.hits where timeline.isOnLine(branch: hit.place.branch, hit.place.tick) {
      let name = "breakpoint \(hit.numbers.map(String.init).joined(separator: ", "))"
      events.append(
        RunEvent(tick: hit.place.tick, branch: hit.place.branch, kind: .stop, name: name, text: hit.text))
    }
    for mark in travel.bookmarks where timeline.isOnLine(branch: mark.branch, mark.tick) {
      let text = [mark.note, mark.strangeness ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
      events.append(RunEvent(tick: mark.tick, branch: mark.branch, kind: .bookmark, name: mark.name, text: text))
    }
    for answer in answers where answer.branch == timeline.branch {
      events += answer.rows.count > mostChanges && answer.isOfSteps ? gathered(answer, mostChanges) : single(answer)
    }
    return events.enumerated().sorted { ($0.element.tick, $0.offset) < ($1.element.tick, $1.offset) }.map(\.element)
  }

  private func single(_ answer: QueryAnswer) -> [RunEvent] {
    let weight = Self.weight(ofQuery: answer.text)
    return answer.rows.map { row in
      let neuron = row.neuron.flatMap { network?.name(of: $0) }
      return RunEvent(
        tick: row.tick, branch: answer.branch, kind: neuron == nil ? .weight : .spike, name: neuron ?? weight,
        text: neuron == nil ? "changes" : "fired")
    }
  }

  private func gathered(_ answer: QueryAnswer, _ most: Int) -> [RunEvent] {
    guard let first = answer.rows.first, let last = answer.rows.last else { return [] }
    let width = (last.tick.value - first.tick.value) / most + 1
    let parts = Dictionary(grouping: answer.rows) { ($0.tick.value - first.tick.value) / width }
    return parts.values.compactMap { rows in
      guard let begin = rows.first?.tick, let end = rows.last?.tick else { return nil }
      let from = NumberText.time(begin.time(dt: network?.dt ?? Milliseconds(1)))
      return RunEvent(
        tick: end, branch: answer.branch, kind: .weight, name: Self.weight(ofQuery: answer.text),
        text: "changes \(NumberText.count(rows.count, "time")) from \(from) on")
    }
  }

  // MARK: Queries

  private static let (queryStart, queryEnd) = ("steps where ", " changes")

  /// What asks for the changes of a weight, as a condition writes it, and what asks for spikes of neurons.
  package static func query(forChangesOf weight: String) -> String { queryStart + weight + queryEnd }
  package static func query(forSpikesOf neurons: String) -> String { "spikes of \(neurons)" }

  private static func weight(ofQuery text: String) -> String {
    String(text.dropFirst(queryStart.count).dropLast(queryEnd.count))
  }

  /// All spikes of the selected neuron that are behind and ahead.
  var eventsQuery: String { Self.query(forSpikesOf: neuronText) }

  /// All changes of the selected synapse's weight; nil where it does not learn, or there is none.
  var weightEventsQuery: String? {
    guard let network, let synapse = cursorSynapse, network.projections[synapse.projection].rule != nil else {
      return nil
    }
    return pointedWeight.map(Self.query(forChangesOf:))
  }
}

extension QueryAnswer {
  fileprivate var isOfSteps: Bool { rows.first?.neuron == nil }
}

extension NetworkSummary {
  /// What a command changes: `exc.tau_m`, `exc[3]`; nil where that has no name.
  fileprivate func subject(of command: EngineCommand) -> String? {
    switch command {
    case .setParameter(let neurons, let name, _), .setState(let neurons, let name, _):
      let isWhole = populations.first { $0.name == neurons.population }?.size == neurons.count
      return "\(isWhole ? neurons.population : neurons.text).\(name)"
    case .poke(let neuron): return name(of: neuron)
    case .rebuild: return "network"
    case .leaveOut(let parts): return parts.map(\.text).joined(separator: ", ")
    default: return nil
    }
  }
}
