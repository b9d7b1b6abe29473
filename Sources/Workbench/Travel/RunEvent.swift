/// What happened on the way to the end of the present branch: for the list of events and for `ganglion debug` the same.
package import Basics
import Debugger

package struct RunEvent: Sendable, Equatable {
  package enum Kind: String, Sendable { case edit, stop, bookmark, spike, weight }

  package var tick: Tick
  /// The number of the branch on which it happened.
  package var branch: Int
  package var kind: Kind
  package var words: String
}

extension WorkbenchState {
  /// In the order in which it happened. - Complexity: O(n log n) for n edits, stops, bookmarks and rows of answers.
  package var runEvents: [RunEvent] {
    let timeline = travel.timeline
    var events = travel.edits.map {
      RunEvent(tick: $0.place.tick, branch: $0.place.branch, kind: .edit, words: $0.words)
    }
    for hit in travel.hits where timeline.isOnLine(branch: hit.place.branch, hit.place.tick) {
      let words = "breakpoint \(hit.numbers.map(String.init).joined(separator: ", ")) · \(hit.text)"
      events.append(RunEvent(tick: hit.place.tick, branch: hit.place.branch, kind: .stop, words: words))
    }
    for mark in travel.bookmarks where timeline.isOnLine(branch: mark.branch, mark.tick) {
      let words = mark.note.isEmpty ? mark.name : "\(mark.name) · \(mark.note)"
      events.append(RunEvent(tick: mark.tick, branch: mark.branch, kind: .bookmark, words: words))
    }
    if let answer = travel.answer, answer.text == eventsQuery, answer.branch == timeline.branch {
      events += answer.rows.map { RunEvent(tick: $0.tick, branch: answer.branch, kind: .spike, words: neuronText) }
    }
    events += weightEvents
    return events.enumerated().sorted { ($0.element.tick, $0.offset) < ($1.element.tick, $1.offset) }.map(\.element)
  }

  /// More rows than these about one synapse hide everything else: they are put together by time, with how many they are.
  private static let mostWeightRows = 200

  private var weightEvents: [RunEvent] {
    guard let answer = travel.weightAnswer, answer.branch == travel.timeline.branch, let first = answer.rows.first,
      let last = answer.rows.last
    else { return [] }
    let name = answer.text.dropFirst(Self.weightQueryStart.count).dropLast(Self.weightQueryEnd.count)
    guard answer.rows.count > Self.mostWeightRows else {
      return answer.rows.map {
        RunEvent(tick: $0.tick, branch: answer.branch, kind: .weight, words: "\(name) changes")
      }
    }
    let width = (last.tick.value - first.tick.value) / Self.mostWeightRows + 1
    let parts = Dictionary(grouping: answer.rows) { ($0.tick.value - first.tick.value) / width }
    return parts.values.compactMap { rows in
      guard let begin = rows.first?.tick, let end = rows.last?.tick else { return nil }
      let from = NumberText.time(begin.time(dt: network?.dt ?? Milliseconds(1)))
      let words = "\(name) changes \(NumberText.count(rows.count, "time")) from \(from) on"
      return RunEvent(tick: end, branch: answer.branch, kind: .weight, words: words)
    }
  }

  static var weightQueryStart: String { "steps where " }
  static var weightQueryEnd: String { " changes" }

  /// All changes of the selected synapse's weight; nil where it does not learn, or there is none.
  var weightEventsQuery: String? {
    guard let network, let synapse = cursorSynapse, network.projections[synapse.projection].rule != nil,
      let weight = pointedWeight
    else { return nil }
    return Self.weightQueryStart + weight + Self.weightQueryEnd
  }
}
