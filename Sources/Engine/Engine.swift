/// Runs one session on a queue of its own, apart from whoever looks at it.
package import Basics
package import Debugger
import Dispatch
package import NetworkModel
import Synchronization

/// Commands go in by `send`, snapshots come out of `snapshots`, rare facts out of `takeEvents`; nobody waits for anybody.
///
/// While the session is paused the engine does nothing at all. While it runs it publishes at most `framesPerSecond`
/// snapshots a second, which are to be polled; `wakeDescriptor` becomes readable only when there are events, or when a
/// snapshot is published that shows the effect of a command or was waited for.
///
/// Safety: `loop`, `failure` and `isContinuing` are touched on `queue` alone, and every function that does so checks it;
/// everything else is constant or protects itself.
package final class Engine: @unchecked Sendable {
  /// For one reader, which must always be the same thread.
  package let snapshots = TripleBuffer(Snapshot())

  private let queue = DispatchQueue(label: "ganglion.engine", qos: .userInitiated)
  /// For work beside the session, which must not wait for it nor hold it up.
  private let jobs = Dictionary(uniqueKeysWithValues: JobRequest.Kind.allCases.map { ($0, JobLine()) })
  private let inbox = Mutex(Inbox())
  private let wake = WakeSignal()
  /// Whether commands are waiting and a turn for them is on its way.
  private let hasMail = Atomic(false)
  /// Whether the next snapshot is waited for, whatever it shows.
  private let isWaitedFor = Atomic(false)
  private let timer: any DispatchSourceTimer
  private let options: SessionOptions
  private let framesPerSecond: Int

  private var loop: EngineLoop?
  /// Why the first network could not be built.
  private var failure: SessionError?
  /// Whether the next turn of a run is in the queue already.
  private var isContinuing = false

  /// Returns at once; the network is built on the queue, stands at tick 0, paused, and is reported as `.loaded`, or
  /// `.refused` where it cannot be built.
  package init(_ spec: NetworkSpec, options: SessionOptions = .standard, framesPerSecond: Int = 60) {
    self.options = options
    self.framesPerSecond = framesPerSecond
    timer = DispatchSource.makeTimerSource(queue: queue)
    timer.setEventHandler { [weak self] in self?.turn([]) }
    timer.activate()
    queue.async { self.build(spec) }
  }

  deinit { timer.cancel() }

  /// Becomes readable when `takeEvents` should be called and the newest snapshot be looked at.
  package var wakeDescriptor: Int32 { wake.descriptor }

  /// Waits until the first network is built. - Throws: the reason why it could not be.
  package func waitUntilBuilt() throws(SessionError) {
    let failure = queue.sync { self.failure }
    if let failure { throw failure }
  }

  /// Puts a command behind those that are waiting; it is carried out before the next step but a few. May be called from
  /// any thread. At most 1024 wait, of which at most one is an observation; what is too much is refused by an event.
  package func send(_ command: EngineCommand) {
    inbox.withLock { $0.send(command) }
    if !hasMail.exchange(true, ordering: .acquiringAndReleasing) { queue.async { self.readMail() } }
  }

  /// Does this beside the session, on a queue of its own, and answers with an event. A job of its kind that is not done
  /// yet is given up, for nobody waits for it any more. May be called from any thread.
  package func start(_ job: JobRequest) {
    jobs[job.kind]?.start(job) { [weak self] events in
      guard let self else { return }
      inbox.withLock { $0.report(events) }
      wake.ring()
    }
  }

  /// Has `wakeDescriptor` become readable with the next snapshot, if that is published after this call. Once.
  package func wakeWithNextSnapshot() { isWaitedFor.store(true, ordering: .sequentiallyConsistent) }

  /// Has `wakeDescriptor` become readable, for who waits there for something of another thread's as well. May be called
  /// from any thread.
  package func ring() { wake.ring() }

  /// What has happened since the last call, in order. Answers `wakeDescriptor`.
  package func takeEvents() -> [EngineEvent] {
    wake.answer()
    return inbox.withLock { $0.takeEvents() }
  }

  /// Ends the run and returns when the queue is idle; commands sent later are ignored. May be called twice.
  package func shutdown() {
    inbox.withLock { $0.close() }
    for line in jobs.values { line.giveUp() }
    queue.sync { close() }
    // The next turn of the run, which may still have been behind.
    queue.sync {}
  }

  // MARK: On the queue

  private func build(_ spec: NetworkSpec) {
    dispatchPrecondition(condition: .onQueue(queue))
    do throws(SessionError) {
      let session = try DebugSession(spec, options: options)
      let summary = session.summary
      loop = EngineLoop(session, snapshots: snapshots, framesPerSecond: framesPerSecond) {
        DispatchTime.now().uptimeNanoseconds
      }
      failure = nil
      report([.loaded(summary)])
    } catch {
      failure = error
      report([.refused("\(error)")])
    }
  }

  private func readMail() {
    dispatchPrecondition(condition: .onQueue(queue))
    hasMail.store(false, ordering: .releasing)
    let commands = inbox.withLock { $0.takeCommands() }
    if !commands.isEmpty { turn(commands) }
  }

  private func turn(_ commands: [EngineCommand]) {
    dispatchPrecondition(condition: .onQueue(queue))
    guard loop != nil else { return refuse(commands) }
    guard let outcome = loop?.turn(commands, isInterrupted: { hasMail.load(ordering: .relaxed) }) else { return }
    let isWaitedFor = outcome.hasPublished && isWaitedFor.exchange(false, ordering: .sequentiallyConsistent)
    report(outcome.events, isAwaited: outcome.isAwaited || isWaitedFor)
    schedule(outcome.next)
  }

  /// Without a network there is nothing to do but to build one.
  private func refuse(_ commands: [EngineCommand]) {
    dispatchPrecondition(condition: .onQueue(queue))
    for (position, command) in commands.enumerated() {
      if case .load(let spec) = command {
        build(spec)
        if loop != nil { return turn(Array(commands[(position + 1)...])) }
      } else if let failure {
        report([.refused("\(failure)")])
      }
    }
  }

  private func schedule(_ next: EngineLoop.Next) {
    dispatchPrecondition(condition: .onQueue(queue))
    switch next {
    case .never: timer.schedule(deadline: .distantFuture)
    case .at(let time): timer.schedule(deadline: DispatchTime(uptimeNanoseconds: time), leeway: .nanoseconds(0))
    case .now:
      timer.schedule(deadline: .distantFuture)
      if isContinuing { return }
      isContinuing = true
      queue.async { [weak self] in self?.continueRun() }
    }
  }

  private func continueRun() {
    dispatchPrecondition(condition: .onQueue(queue))
    isContinuing = false
    if loop != nil { turn([]) }
  }

  private func report(_ events: [EngineEvent], isAwaited: Bool = false) {
    dispatchPrecondition(condition: .onQueue(queue))
    if !events.isEmpty { inbox.withLock { $0.report(events) } }
    if !events.isEmpty || isAwaited { wake.ring() }
  }

  private func close() {
    dispatchPrecondition(condition: .onQueue(queue))
    timer.cancel()
    loop = nil
  }
}
