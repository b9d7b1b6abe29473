/// How a session carries out commands.
import Basics
import NetworkModel
import Simulation

extension DebugSession {
  /// Carries out a command before the next step. What cannot be done is refused with a reason and changes nothing.
  package mutating func apply(_ command: EngineCommand) -> [EngineEvent] {
    if isScouting, !command.leavesAlone(inquiry?.question) { giveUpScouting() }
    if comparing != nil, !command.leavesAlone(inquiry?.question) { giveUpComparing() }
    if command.endsSearch { giveUpSearching() }
    if command.isForThePlace { arriveAtOnce() }
    switch command {
    case .run:
      mode = .running
      beginWatching()
    case .pause: mode = .paused
    case .step(let count): return step(count)
    case .runTo(let target): return run(to: target)
    case .restart: return restart()
    case .setPace(let pace): return setPace(pace)
    case .setParameter, .setState, .poke, .leaveOut: return edit(command)
    case .observe(let request):
      asked = request
      if !isAway { look() }
    case .arrange(let wanted): return arrange(wanted)
    case .hash: return [.hash(stateHash, at: tick)]
    case .load(let spec): return load(spec)
    case .rebuild(let spec, let lineage): return rebuild(spec, lineage)
    case .tellWeights(let name): return tellWeights(of: name)
    case .remember(let number): return remember(number)
    case .revert(let number): return revert(number)
    case .go(let destination): return go(to: destination)
    case .bookmark(let bookmark): return keep(bookmark)
    case .forgetBookmark(let name): return forgetBookmark(name)
    case .switchBranch(let number): return switchBranch(number)
    case .nameBranch(let number, let name): return nameBranch(number, name)
    case .setBudget(let bytes): return setBudget(bytes)
    case .whatIf(let question): return whatIf(question)
    case .compare(let request): return compare(request)
    case .dissect(let neuron): return dissect(neuron)
    case .setBreakpoint(let breakpoint): return set(breakpoint)
    case .removeBreakpoint(let number): return removeBreakpoint(number)
    case .why(let question): return ask(question)
    case .query(let text): return query(text)
    }
    return []
  }

  private mutating func arrange(_ wanted: OrderRequest) -> [EngineEvent] {
    let steps = request.windowSteps(dt: dt)
    let seconds = Double(min(steps, tick.value)) * dt.value / 1000
    let counts = history.spikes.counts(ofNeurons: simulation.neuronCount, inLast: steps)
    let rates = counts.map { seconds > 0 ? Double($0) / seconds : 0 }
    guard let next = Arrangement(request: wanted, rates: rates).order(simulation) else {
      return [.refused("no neuron is left by that filter, so the one before stays")]
    }
    order = next
    history.forgetOrder()
    pictures = SynapsePictures()
    look()
    return [.arranged(wanted, next)]
  }

  private mutating func step(_ count: Int) -> [EngineEvent] {
    guard count > 0 else { return [.refused("one step at least, not \(count)")] }
    let (target, overflow) = tick.value.addingReportingOverflow(count)
    mode = .until(Tick(overflow ? .max : target))
    beginWatching()
    return []
  }

  private mutating func run(to target: Tick) -> [EngineEvent] {
    guard target >= .zero else { return [.refused("a run begins at 0 ms")] }
    if target < tick { goToStart() }
    guard target > tick else {
      mode = .paused
      return [.stopped(tick)]
    }
    mode = .until(target)
    beginWatching()
    return []
  }

  /// A `step` or `runTo` under way is over: its end was counted from another past.
  private mutating func restart() -> [EngineEvent] {
    if mode.target != nil { mode = .paused }
    goToStart()
    return [.changed("back at 0 ms, with the parameters of the document")]
  }

  private mutating func goToStart() {
    simulation.restart()
    pictures = SynapsePictures()
    history.removeAll()
    readout?.reset()
    past = Past()
    beginTimeline()
    reports.append(.restarted)
  }

  /// Biological over wall time: what a clock in nanoseconds can pace without overflow.
  private static var factors: ClosedRange<Double> { 1e-6...1e6 }

  private mutating func setPace(_ pace: Pace) -> [EngineEvent] {
    if case .realTime(let factor) = pace {
      guard Self.factors.contains(factor) else {
        return [.refused("a speed is from a millionth to a million times real time")]
      }
    }
    self.pace = pace
    return []
  }

  /// The old network goes only when the new one stands.
  private mutating func load(_ spec: NetworkSpec) -> [EngineEvent] {
    do throws(SessionError) {
      let next = try Simulation(spec, options: options)
      history = History(next)
      readout = Readout(next)
      simulation = next
    } catch {
      return [.refused(error.description)]
    }
    if mode.target != nil { mode = .paused }
    order = NeuronOrder(sizes: simulation.populations.map(\.size))
    pictures = SynapsePictures()
    overwritten = Overwritten()
    checkBreakpoints()
    past = Past()
    generation += 1
    beginTimeline()
    look()
    return [.loaded(summary)]
  }
}

extension EngineCommand {
  /// Whether a search that looks backwards, or a comparison, can go on: what is only about pictures waits until it is over,
  /// and who asks the same again waits for the same answer.
  fileprivate func leavesAlone(_ asked: WhyQuestion?) -> Bool {
    switch self {
    case .observe: true
    case .why(let question): asked == question
    default: false
    }
  }

  /// Whether it says where time is to go, so that what was looked for ahead is not looked for any more.
  fileprivate var endsSearch: Bool {
    switch self {
    case .run, .pause, .step, .runTo, .restart, .load, .go, .switchBranch, .whatIf, .compare, .why, .query: true
    default: false
    }
  }

  /// Whether it is meant for where one stands, and on a way for where that leads to.
  fileprivate var isForThePlace: Bool {
    switch self {
    case .step, .hash, .whatIf, .dissect, .why: true
    default: altersRun
    }
  }
}
