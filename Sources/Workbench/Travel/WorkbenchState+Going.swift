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
    if case .bookmark(let name) = destination, words.isEmpty {
      words = travel.bookmarks.first { $0.name == name }?.words ?? "bookmark \(name)"
    }
    errand = .going(destination, words)
    travel.found = nil
    (travel.progress, travel.passed, travel.origin) = (nil, nil, place)
    isRunning = true
    pendingEdits = []
    return [.engine(.go(destination))]
  }

  /// Whether it is on a way to a place.
  package var isGoing: Bool { if case .going = errand { true } else { false } }

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
    case .edit, .spike, .weightChange, .change, .breakpoint: return "what is looked for"
    }
  }

  /// How much of the way is done, in percent; nil where that is not known.
  package var goingPercent: Int? {
    travel.progress.map { Int((min(max($0, 0), 1) * 100).rounded(.down)) }
  }

  /// How far what is under way has come, where it has taken long enough to be told: ` 42 %`, ` · at 1.25 s`.
  package var goingMeasure: String? {
    let dt = network?.dt ?? Milliseconds(1)
    switch errand {
    case .going, .asking:
      if let passed = travel.passed { return " · now at \(NumberText.time(passed.time(dt: dt)))" }
      return goingPercent.map { " \($0) %" }
    case .runTo(let target): return percent(to: target)
    case .steps(let count): return travel.origin.flatMap { percent(to: Tick($0.tick.value + count)) }
    case nil: return nil
    }
  }

  private func percent(to target: Tick) -> String? {
    guard let origin = travel.origin?.tick, tick > origin, tick < target else { return nil }
    return " \(100 * (tick.value - origin.value) / (target.value - origin.value)) %"
  }

  /// Esc goes back to where the way began.
  mutating func giveUpGoing() -> [Effect] {
    guard case .going = errand, let origin = travel.origin, travel.exists(origin) else { return halt() }
    // Nothing is kept of the way: the place before it is the one that Ctrl-O goes back to.
    travel.places.giveUp(origin)
    travel.origin = nil
    let back = Destination.place(branch: origin.branch, origin.tick)
    errand = .going(back, "where it began, given up")
    (travel.progress, travel.passed) = (nil, nil)
    return [.engine(.go(back))]
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

  /// What was looked for is told when it is come to, which may have been already.
  mutating func tell(found words: String) {
    if errand == nil { inform(words) } else { travel.found = words }
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
    (travel.progress, travel.passed) = (nil, nil)
  }

  /// A condition that the engine does not take: told with its place.
  mutating func take(badCondition problem: ConditionProblem) {
    endErrand()
    if overlay == .list(.answer, selected: 0) { overlay = nil }
    complain("column \(problem.column): \(problem)")
  }
}
