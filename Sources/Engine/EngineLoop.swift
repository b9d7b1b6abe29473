/// What the engine does each time that it has its turn: commands, a slice of steps, a snapshot.
import Basics
import Debugger

/// A session and the decisions about its time, without a queue and without a clock of its own: times are given, so that
/// all of it can be tested.
struct EngineLoop: ~Copyable {
  /// When the next turn is wanted.
  enum Next: Equatable {
    case now
    /// At this time [ns].
    case at(UInt64)
    /// Not before the next command.
    case never
  }

  struct Outcome: Equatable {
    var events: [EngineEvent] = []
    /// Whether the user waits for the snapshot that was just published.
    var isAwaited = false
    var hasPublished = false
    var next = Next.never
  }

  /// The longest that commands and snapshots wait for steps [ns].
  static let longestSlice: UInt64 = 4_000_000

  /// Between two reports of how far a search is [ns].
  private static let progressInterval: UInt64 = 100_000_000

  private(set) var session: DebugSession
  private let snapshots: TripleBuffer<Snapshot>
  private let clock: () -> UInt64
  /// Between two snapshots of a run [ns].
  private let frame: UInt64
  private var pacing = PacingPolicy()
  private var meter = SpeedMeter()
  private var budget = StepBudget()
  private var published: UInt64 = 0
  private var toldProgress: UInt64 = 0

  /// Publishes the first snapshot.
  init(
    _ session: consuming DebugSession, snapshots: TripleBuffer<Snapshot>, framesPerSecond: Int,
    clock: @escaping () -> UInt64
  ) {
    self.session = session
    self.snapshots = snapshots
    self.clock = clock
    frame = 1_000_000_000 / UInt64(max(1, framesPerSecond))
    publish()
  }

  /// Carries out the commands and shows their effect; without commands, does the steps that are due.
  /// - Parameter isInterrupted: whether a command has come in, for which a slice ends early.
  mutating func turn(_ commands: [EngineCommand], isInterrupted: () -> Bool) -> Outcome {
    var outcome = Outcome(isAwaited: !commands.isEmpty)
    for command in commands {
      outcome.events += session.apply(command)
      if command.changesTime { startClock() }
    }
    // A step shows its effect when it is done; everything else does so before the run goes on.
    var isBehind = true
    if commands.isEmpty || session.isJumping { isBehind = slice(isInterrupted, &outcome.events) }
    outcome.events += session.takeReports()
    if let progress = progress() { outcome.events.append(progress) }
    // A large picture goes on being read while nothing runs, and whoever waits for it is woken.
    let isReading = session.mode == .paused && session.isReading
    let isFrame = (session.mode != .paused || isReading) && clock() >= published + frame
    outcome.hasPublished = !commands.isEmpty || !outcome.events.isEmpty || isFrame
    if outcome.hasPublished { publish() }
    outcome.isAwaited = outcome.isAwaited || (isReading && isFrame)
    outcome.next = next(isBehind: isBehind)
    return outcome
  }

  /// Does the steps that are due, for at most `longestSlice` or until the next frame.
  /// - Returns: whether some are left.
  private mutating func slice(_ isInterrupted: () -> Bool, _ events: inout [EngineEvent]) -> Bool {
    if session.mode == .paused { return false }
    var now = clock()
    let end = end(ofSliceFrom: now)
    var due = session.isJumping ? .max : pacing.stepsDue(now: now, tick: session.tick)
    while due > 0, now < end, !isInterrupted() {
      let advance = session.advance(atMost: min(due, budget.steps))
      let after = clock()
      budget.learn(done: advance.steps, took: after - now)
      now = after
      due -= advance.steps
      if let event = advance.event {
        events.append(event)
        return false
      }
    }
    return due > 0
  }

  private func end(ofSliceFrom now: UInt64) -> UInt64 {
    let nextFrame = published + frame
    // After a sleep the frame is due already, but the steps that are to be seen on it come first.
    return nextFrame > now ? min(now + Self.longestSlice, nextFrame) : now + Self.longestSlice
  }

  private func next(isBehind: Bool) -> Next {
    if session.mode == .paused { return session.isReading ? .at(published + frame) : .never }
    if isBehind { return .now }
    // Nobody sees a step before the next frame, so that until then the processor can sleep.
    return .at(max(pacing.nextStep(now: clock(), tick: session.tick), published + frame))
  }

  /// How far a search or a way is, at times that somebody can read, and of none that is over sooner.
  private mutating func progress() -> EngineEvent? {
    guard session.isScouting || session.isUnderWay else { return nil }
    let now = clock()
    guard now >= toldProgress + Self.progressInterval else { return nil }
    toldProgress = now
    return session.isScouting ? .progress(session.scoutProgress) : session.wayProgress
  }

  private mutating func startClock() {
    let now = clock()
    toldProgress = now
    pacing.start(session.pace, dt: session.dt, now: now, tick: session.tick)
    meter.start(now: now, tick: session.tick)
  }

  private mutating func publish() {
    let now = clock()
    // What is looked at while a search goes backwards is not where the session stands, and what lies on a way would
    // flicker past.
    if session.isScouting || session.isUnderWay { return published = now }
    let factor = meter.factor(now: now, tick: session.tick, dt: session.dt)
    snapshots.write { snapshot in
      session.snapshot(into: &snapshot)
      snapshot.realTimeFactor = snapshot.isRunning ? factor : 0
    }
    published = now
  }
}

extension EngineCommand {
  /// Whether the run goes on from another moment or at another pace than it did.
  fileprivate var changesTime: Bool {
    switch self {
    case .run, .pause, .step, .runTo, .restart, .setPace, .load, .rebuild, .go, .switchBranch, .whatIf, .compare, .why,
      .query:
      true
    case .setParameter, .setState, .poke, .leaveOut, .dissect, .observe, .arrange, .hash, .tellWeights, .remember,
      .revert, .bookmark,
      .forgetBookmark, .nameBranch, .setBudget, .setBreakpoint, .removeBreakpoint:
      false
    }
  }
}

extension DebugSession {
  /// Whether it is under way to a tick, as fast as it goes.
  var isJumping: Bool {
    mode.target != nil || mode == .scouting || mode == .comparing
  }
}
