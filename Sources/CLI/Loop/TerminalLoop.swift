/// The main thread of the workbench: events in, frames out.
import Basics
import Debugger
import Engine
import Terminal
import Views
import Workbench

/// One round: wait for a key, a wake-up or the time of the next frame; change the state; carry out the effects; draw if
/// there is anything new. Paused, it waits without end.
struct TerminalLoop<Display: Screen> {
  /// Keys that are read before the next frame is drawn: a held key must not outrun the painter.
  private static var keysPerFrame: Int { 64 }

  private(set) var screen: Display
  private(set) var state: WorkbenchState
  private let engine: Engine
  var documents: DocumentStore
  var keeper: JournalKeeper
  private let compositor: Compositor
  private let clock = ContinuousClock()

  private var canvas: Canvas
  private var shown: Canvas?
  private var observed: ObservationRequest?
  /// The state has changed since the last frame.
  private var isStale = false
  private var isOver = false
  /// The user has left, and has said what is to become of what is not saved.
  private var hasLeft = false
  private var hasListedPresets = false
  /// Of frames that nobody has asked for; a key is answered by one of its own, at once.
  private var pacing: FramePacing

  init(screen: Display, state: WorkbenchState, engine: Engine, documents: DocumentStore, journal: Journal? = nil) {
    self.screen = screen
    self.state = state
    self.engine = engine
    self.documents = documents
    keeper = JournalKeeper(journal)
    compositor = Compositor(theme: .standard(screen.capabilities))
    canvas = Canvas(size: screen.size)
    pacing = FramePacing(now: clock.now)
    self.state.size = screen.size
  }

  /// Returns when the user leaves, or the terminal goes away.
  mutating func run() {
    if let journal = keeper.journal { act(.found(journal.orphans())) }
    while !isOver {
      let event = screen.nextEvent(within: patience())
      handle(event)
      if case .key = event { takeWaitingKeys() }
      keepJournal()
      observe()
      drawIfDue()
    }
  }

  // MARK: Events

  /// How long to wait [ms]; nil where nothing will happen by itself.
  private func patience() -> Int? {
    let journal = keeper.patience(state.document, now: clock.now)
    guard state.network != nil, state.isRunning || engine.snapshots.isFresh else { return journal }
    let left = pacing.due - clock.now
    if left > .zero { return min(journal ?? .max, Int((left / .milliseconds(1)).rounded(.up))) }
    // A frame is due. A slow network may have nothing new to show for long: the engine rings when it has.
    if !engine.snapshots.isFresh { engine.wakeWithNextSnapshot() }
    return engine.snapshots.isFresh ? 0 : journal
  }

  private mutating func keepJournal() {
    if hasLeft { return }
    let words = keeper.keep(
      state.document, name: state.documentName, documents, now: clock.now, isLast: isOver)
    guard let words else { return }
    act(.engine(.refused(words)))
  }

  private mutating func handle(_ event: ScreenEvent) {
    switch event {
    case .key(let key): act(.key(key))
    case .paste(let text): paste(text)
    case .resize(let size):
      screen.invalidate()
      act(.resize(size))
    case .wake:
      // Rung by the engine: answered before looking for what it was rung for.
      for event in engine.takeEvents() { act(.engine(event)) }
      isStale = true
    case .timeout: break
    case .hangup: isOver = true
    }
  }

  /// Pasted text is typed where something is being typed; elsewhere its characters would be commands that nobody gave.
  private mutating func paste(_ text: String) {
    guard state.takesText else {
      state.refusePaste()
      isStale = true
      return
    }
    for character in text { act(.key(.character(character))) }
  }

  private mutating func takeWaitingKeys() {
    for _ in 0..<Self.keysPerFrame where !isOver {
      let event = screen.nextEvent(within: 0)
      if event == .timeout { return }
      handle(event)
      guard case .key = event else { return }
    }
  }

  mutating func act(_ action: Action) {
    isStale = true
    for effect in reduce(&state, action) { carryOut(effect) }
  }

  // MARK: Effects

  private mutating func carryOut(_ effect: Effect) {
    switch effect {
    case .engine(let command): engine.send(command)
    case .load(let name): load(name)
    case .save(let request): save(request)
    case .recover(let id): recover(id)
    case .forget(let id): forget(id)
    case .redraw: screen.invalidate()
    case .suspend:
      screen.suspend()
      screen.invalidate()
      act(.resize(screen.size))
    case .quit:
      // Left on purpose, unlike a terminal that goes away: what was not saved was not wanted.
      keeper.end()
      hasLeft = true
      isOver = true
    case .bell: break
    }
  }

  // MARK: Frames

  /// Tells the engine what is on the screen, when that has changed.
  private mutating func observe() {
    let request = Compositor.observation(for: state, glyphs: screen.capabilities.glyphs)
    guard request != observed else { return }
    observed = request
    if let request { engine.send(.observe(request)) }
  }

  private mutating func drawIfDue() {
    let start = clock.now
    let isDue = engine.snapshots.isFresh && start >= pacing.due
    guard isStale || isDue, !isOver else { return }
    isStale = false
    state.paintRate = pacing.reducedRate
    if canvas.size != state.size { canvas = Canvas(size: state.size) }
    let isFresh = engine.snapshots.isFresh
    engine.snapshots.withLatest { snapshot in
      let snapshot = copy snapshot
      if isFresh { state.take(snapshot) }
      compositor.draw(state, snapshot, on: &canvas)
    }
    let difference = FrameDiff(from: shown, to: canvas)
    let sent = clock.now
    screen.apply(difference)
    pacing.drew(at: start, took: clock.now - sent)
    // The frame before is drawn over next time, so that a steady run allocates nothing.
    let finished = canvas
    canvas = shown ?? Canvas(size: state.size)
    shown = finished
    listPresets()
  }

  /// After the first frame, for it is nothing that one would wait for.
  private mutating func listPresets() {
    guard state.network != nil, !hasListedPresets else { return }
    hasListedPresets = true
    state.presets = documents.source.library.summaries
  }
}
