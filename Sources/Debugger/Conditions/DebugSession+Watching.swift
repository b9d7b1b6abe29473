/// Steps after which somebody waits for something.
import Basics
import Simulation

/// The conditions that are looked at now, and whose they are.
struct Watching {
  var watch: Watch
  let conditions: [Condition]
  /// By condition: the number of its breakpoint; nil for what is searched for.
  let numbers: [Int?]

  /// The steps before the present one that have to be known.
  var lookback: Int { conditions.map(\.lookback).max() ?? 0 }
}

extension DebugSession {
  /// What is to be looked at: what is searched for, and without a search the breakpoints; nil where there are none.
  func watching(for search: Condition?) -> Watching? {
    var conditions: [Condition] = []
    var numbers: [Int?] = []
    if let search { (conditions, numbers) = ([search], [nil]) }
    for breakpoint in breakpoints where breakpoint.isOn && search == nil {
      guard let condition = try? condition(breakpoint.text) else { continue }
      conditions.append(condition)
      numbers.append(breakpoint.number)
    }
    guard !conditions.isEmpty else { return nil }
    let watch = Watch(conditions, simulation, network: networks.current)
    return Watching(watch: watch, conditions: conditions, numbers: numbers)
  }

  /// To be called before steps that breakpoints, or a search, may end.
  mutating func beginWatching() {
    watching?.watch.end(simulation)
    watching = watching(for: search)
    guard let lookback = watching?.lookback else { return }
    know(steps: lookback)
    beginWatch(lookback)
  }

  private mutating func beginWatch(_ lookback: Int) {
    let past = history.spikes
    watching?.watch.begin(simulation, past, steps: lookback)
  }

  /// Has the spikes of so many steps before the present one known: where a jump has left them out they are run again.
  private mutating func know(steps: Int) {
    let first = max(timeline.earliest.value, tick.value - steps)
    let (now, wasMode) = (tick, mode)
    guard timeline.keepsKeyframes, !history.holds(first..<tick.value),
      let keyframe = timeline.keyframe(atOrBefore: Tick(first)), restore(keyframe)
    else { return }
    while tick < now { step() }
    mode = wasMode
    planAhead()
  }

  /// - Returns: after at most so many steps, or where something was found.
  mutating func advanceWatching(_ steps: Int) -> Advance {
    for done in 0..<steps {
      step()
      guard let found = look() else { continue }
      if found.isEmpty, let change = watching?.watch.change(at: 0) { tell(change) }
      let event: EngineEvent = found.isEmpty ? .stopped(tick) : .hit(found, at: tick)
      endWatching()
      return Advance(steps: done + 1, event: event)
    }
    guard let target = mode.target, tick >= target else { return Advance(steps: steps, event: nil) }
    let wasSearching = isSearching
    endWatching()
    return Advance(steps: steps, event: wasSearching ? .notFound(notAhead) : .stopped(tick))
  }

  /// After so many steps somebody has to want to go on.
  private var notAhead: String {
    "nothing of the kind happens up to \(ChangeWords.number(tick.time(dt: dt).value)) ms · "
      + "looked through \(Self.furthest) steps beyond what had been run; the same again looks further"
  }

  /// What was looked for ahead is not looked for any more.
  mutating func giveUpSearching() { if isSearching { endWatching() } }

  private mutating func endWatching() {
    mode = .paused
    search = nil
    isSearching = false
    watching?.watch.end(simulation)
    watching = nil
  }

  /// After a step: the breakpoints that stop here, none of them where the search ends; nil to go on.
  private mutating func look() -> [Int]? {
    // Behind a structural edit of the recorded future the names mean other places.
    if watching?.watch.network != networks.current, let now = watching {
      watching?.watch = Watch(now.conditions, simulation, network: networks.current)
      beginWatch(now.lookback)
      return stop(at: watching?.watch.goOn(from: now.watch) ?? [])
    }
    return stop(at: watching?.watch.look(simulation) ?? [])
  }

  private mutating func stop(at places: [Int]) -> [Int]? {
    guard !places.isEmpty, let numbers = watching?.numbers else { return nil }
    let stopping = places.compactMap { numbers[$0] }.filter { meet($0) }
    return stopping.isEmpty && !places.contains { numbers[$0] == nil } ? nil : stopping
  }

  /// Counts that a breakpoint was come to. - Returns: whether it stops the run.
  mutating func meet(_ number: Int) -> Bool {
    guard let place = breakpoints.firstIndex(where: { $0.number == number }) else { return false }
    breakpoints[place].hits += 1
    if breakpoints[place].ignore > 0 {
      breakpoints[place].ignore -= 1
      return false
    }
    if breakpoints[place].isOneShot {
      breakpoints.remove(at: place)
      reports.append(.breakpoints(breakpoints))
    }
    return true
  }

  /// Looks for a place where something happens: forwards by running there, backwards by scouting.
  /// - Parameter condition: nil for the breakpoints that are on.
  mutating func search(_ condition: Condition?, _ direction: Direction) -> [EngineEvent] {
    if condition == nil, !breakpoints.contains(where: \.isOn) { return [.notFound("no breakpoint is on")] }
    switch direction {
    case .forwards:
      if let nothing = neverHappens(condition) { return [.notFound(nothing)] }
      search = condition
      isSearching = true
      mode = .until(Tick(max(tick, timeline.end).value + Self.furthest))
      beginWatching()
      if watching != nil { return [] }
      endWatching()
      return [.notFound("no breakpoint can be met in this network")]
    case .backwards: return beginScouting(condition, until: Tick(tick.value - 1))
    }
  }

  /// Why nothing of the kind comes, unless it is in the recorded future that something begins to fire or learn.
  private func neverHappens(_ condition: Condition?) -> String? {
    let isEdited = timeline.log.last.map { $0.tick > tick } ?? false
    return isEdited ? nil : condition?.reasonWhyNever(in: simulation)
  }

  /// A search does not go on for ever where nothing happens any more [steps].
  private static var furthest: Int { 1_000_000 }
}

extension Condition {
  fileprivate func reasonWhyNever(in simulation: borrowing Simulation) -> String? {
    if case .spike(nil) = self, simulation.neuronCount == 0 { return "there is no neuron that could fire" }
    guard case .weightChange(let name) = self, simulation.plasticProjections(named: name).isEmpty else { return nil }
    return "\(name.map { "\($0) does not learn" } ?? "nothing learns here"): no weight changes by itself"
  }
}
