/// Going somewhere in the run: what is asked of the engine, and what comes of it.
import Basics
import Debugger
import NetworkModel

extension WorkbenchState {
  /// Where the run stands, as the latest snapshot has it.
  package var place: Place { Place(branch: travel.timeline.branch, tick: tick) }

  /// Goes somewhere, and keeps from where.
  /// - Parameter words: what is looked for, as told when it is found: `next spike of exc[17]`; empty for a place.
  mutating func go(to destination: Destination, _ words: String = "") -> [Effect] {
    travel.places.leave(place)
    return head(for: destination, words)
  }

  /// The same without keeping from where.
  mutating func head(for destination: Destination, _ words: String = "") -> [Effect] {
    var words = words
    if case .bookmark(let name) = destination, words.isEmpty { words = "bookmark \(name)" }
    errand = .going(destination, words)
    travel.progress = nil
    isRunning = true
    pendingEdits = []
    return [.engine(.go(destination))]
  }

  /// What is gone to, for the status line.
  package var goingWords: String? {
    guard case .going(let destination, let words)? = errand else { return nil }
    if !words.isEmpty { return words }
    let dt = network?.dt ?? Milliseconds(1)
    switch destination {
    case .tick(let tick), .place(_, let tick): return NumberText.time(tick.time(dt: dt))
    case .fraction(let part): return NumberText.significant(part * 100) + " %"
    case .steps(let count): return NumberText.count(count, "step")
    case .start: return "the start"
    case .end: return "the end"
    case .bookmark(let name): return name
    case .edit, .spike, .weightChange, .breakpoint: return "what is looked for"
    }
  }

  /// How much of the way is done, in percent; nil where that is not known.
  package var goingPercent: Int? {
    travel.progress.map { Int((min(max($0, 0), 1) * 100).rounded(.down)) }
  }

  // MARK: What comes of it

  mutating func take(hit numbers: [Int], at tick: Tick) {
    self.tick = tick
    let texts = travel.breakpoints.filter { numbers.contains($0.number) }.map(\.text)
    let text = texts.joined(separator: ", ")
    travel.add(BreakpointHit(place: place, numbers: numbers, text: text))
    endErrand()
    let names = numbers.map(String.init).joined(separator: ", ")
    inform("breakpoint \(names) at \(NumberText.time(time))" + (text.isEmpty ? "" : " · \(text)"))
  }

  /// There is no such place: the engine stands where it stands, paused.
  mutating func take(notFound text: String) {
    let words = goingWords
    endErrand()
    inform(words.map { "\($0): \(text)" } ?? text)
  }

  /// The engine has stopped, and with that has answered all that it was asked before.
  mutating func endErrand() {
    travel.trail.settle()
    errand = nil
    isRunning = false
    travel.progress = nil
  }

  /// A condition that the engine does not take: told with its place.
  mutating func take(badCondition problem: ConditionProblem) {
    endErrand()
    if overlay == .list(.answer, selected: 0) { overlay = nil }
    complain("column \(problem.column): \(problem)")
  }
}
