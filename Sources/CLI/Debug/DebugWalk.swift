/// A session that is walked through by commands, with the document that belongs to it.
import Basics
import Debugger
import Dispatch
import Foundation
import NetworkModel
import Terminal
import Workbench

struct DebugWalk: ~Copyable {
  var session: DebugSession
  /// Understands what the workbench's `:` line does.
  private(set) var state: WorkbenchState
  /// Knows the text that the document was read from.
  var store: DocumentStore
  /// What the last query found, of the command that is being carried out.
  private(set) var found: QueryAnswer?
  /// Of the command that is being carried out.
  private var answer = DebugAnswer(line: 0, command: "")

  init(
    _ session: consuming DebugSession, spec: NetworkSpec, document: String, store: DocumentStore = DocumentStore()
  ) {
    let summary = session.summary
    self.session = session
    self.store = store
    // Nobody looks at a picture of the time before, so none has to be run again for it.
    _ = self.session.apply(
      .observe(ObservationRequest(neuron: NeuronAddress(population: 0, index: 0), window: Milliseconds(0))))
    state = WorkbenchState(size: Size(columns: 80, rows: 24), models: CatalogueModels.all, presets: [])
    _ = reduce(&state, .loaded(name: document, .success(spec)))
    // Breakpoints and bookmarks that the document brings; what is about the screen has no place here.
    for case .engine(let command) in reduce(&state, .engine(.loaded(summary))) {
      switch command {
      case .setBreakpoint, .bookmark: for event in self.session.apply(command) { _ = reduce(&state, .engine(event)) }
      default: break
      }
    }
    state.message = nil
    // A new network runs in the workbench; here it waits.
    state.isRunning = false
  }

  /// Where one has been.
  var travel: TravelState { state.travel }

  /// - Throws: with the place of the mistake.
  mutating func carryOut(_ line: DebugScript.Line, of file: String) throws(DebugRefusal) -> DebugAnswer {
    answer = DebugAnswer(line: line.number, command: line.text)
    found = nil
    do throws(DebugProblem) {
      try carryOut(line.verb, line.argument)
    } catch {
      throw DebugRefusal(
        file: file, line: line, column: line.argumentColumn + error.column - 1, problem: error.text)
    }
    answer.step = session.tick.value
    answer.timeMs = session.tick.time(dt: session.dt).written.value
    answer.branch = session.timeline.branches[session.timeline.current].name
    return answer
  }

  /// A command of the debugger's own, or one of the workbench.
  mutating func carryOut(_ verb: String, _ argument: String) throws(DebugProblem) {
    if let own = DebugVerbs.named(verb) { return try own.run(&self, argument) }
    try edit(argument.isEmpty ? verb : "\(verb) \(argument)")
  }

  // MARK: What commands do

  /// Has the session do something, and takes up the document of where it then is.
  mutating func perform(_ command: EngineCommand) throws(DebugProblem) {
    try send(command)
    state.follow(session.timelineSnapshot, at: session.tick)
  }

  /// The same for a question, whose answer is a branch with documents of its own.
  mutating func ask(_ asked: AskedWhatIf) throws(DebugProblem) {
    // Refused, nothing comes of it.
    defer { state.askedWhatIf = nil }
    state.follow(session.timelineSnapshot, at: session.tick)
    state.askedWhatIf = asked
    try perform(.whatIf(asked.question))
  }

  /// Waits for the end of it.
  mutating func send(_ command: EngineCommand) throws(DebugProblem) {
    try take(session.apply(command))
    while session.mode != .paused {
      let advance = session.advance(atMost: 1 << 14)
      if let event = advance.event { try take([event]) }
    }
    try take(session.takeReports())
  }

  mutating func tell(_ words: String) { answer.messages.append(words) }

  /// Fills in a part of the answer.
  mutating func fill(_ change: (inout DebugAnswer) -> Void) { change(&answer) }

  /// What a verb of another command takes, with the time that it takes.
  mutating func time(_ verb: String, _ argument: String) throws(DebugProblem) {
    let start = DispatchTime.now().uptimeNanoseconds
    try carryOut(verb, argument)
    answer.wallMs = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6
  }

  /// A line of the workbench, if all that it wants done is for the engine.
  private mutating func edit(_ line: String) throws(DebugProblem) {
    let effects = state.carryOut(line: line)
    if let message = state.message {
      if message.kind == .error { throw DebugProblem(message.text) }
      tell(message.text)
    }
    state.expectChanges(effects)
    for effect in effects {
      guard case .engine(let command) = effect else {
        throw DebugProblem("\(line.prefix { $0 != " " }) needs the workbench")
      }
      try send(command)
    }
    state.follow(session.timelineSnapshot, at: session.tick)
  }

  private mutating func take(_ events: [EngineEvent]) throws(DebugProblem) {
    for event in events {
      switch event {
      case .refused(let words), .rebuildRefused(let words, _): throw DebugProblem(words)
      case .badCondition(let problem): throw DebugProblem(problem.description, column: problem.column)
      case .notFound(let words):
        answer.found = false
        tell(words)
      case .changeFound(let words): tell(words)
      case .hit(let numbers, _):
        answer.hit = numbers
        tell("stopped by breakpoint \(numbers.map(String.init).joined(separator: ", "))")
      case .branched(_, let name): tell("what comes is \(name)")
      case .diverged(let tick, let parts):
        tell("run again, step \(tick.value) is not what it was: \(parts.joined(separator: ", "))")
      case .changed(let words): if answer.messages.isEmpty { tell(words) }
      case .hash(let hash, _): answer.hash = StateHash.text(hash)
      case .queried(let answer): found = answer
      case .compared(let comparison):
        answer.comparison = DebugAnswer.Comparison(comparison)
        answer.messages += ComparisonText(comparison: comparison).lines
      case .dissected(let report):
        let words = StepWords(report, models: CatalogueModels.all)
        answer.phases = DebugAnswer.Step(report, words)
        answer.messages += words.text
      case .loaded, .rebuilt, .stopped, .weights, .arranged, .breakpoints, .bookmarks, .logged, .restarted, .progress,
        .passed, .firingCurve, .gathered, .why, .varied:
        break
      }
      _ = reduce(&state, .engine(event))
    }
  }

  /// Neurons of the network, as they are named.
  func neurons(_ text: String) throws(DebugProblem) -> NamedNeurons {
    if text.isEmpty { throw DebugProblem("a neuron is missing · e.g. exc[17]") }
    do throws(SelectionError) {
      return try NamedNeurons(parsing: text, in: session.summary)
    } catch {
      throw DebugProblem(error.description)
    }
  }
}
