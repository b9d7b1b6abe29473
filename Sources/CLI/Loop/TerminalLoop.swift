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
  /// What is read aloud must stand long enough to be read.
  private static var plainRate: Int { 1 }
  /// Keys, and moves of the mouse, that are read before the next frame is drawn: they must not outrun the painter.
  private static var keysPerFrame: Int { 64 }

  private let frameRate: Int
  var screen: Display
  private(set) var state: WorkbenchState
  let engine: Engine
  var documents: DocumentStore
  let saver = DocumentSaver()
  /// Documents that are to be written when the one before is.
  var saves: [SaveRequest] = []
  var keeper: JournalKeeper
  var compositor: Compositor
  /// How `compositor` draws.
  private var shownAppearance: Appearance
  let clock = ContinuousClock()
  /// The script that is being played, and how it ended where it could not be played to its end.
  var player: ScriptPlayer?
  var scriptFailure: String?
  /// Where what the screen shows is recorded.
  var cast: CastRecorder?

  private var canvas: Canvas
  private(set) var shown: Canvas?
  private var observed: ObservationRequest?
  /// The state has changed since the last frame.
  private var isStale = false
  private var isOver = false
  /// The user has left, and has said what is to become of what is not saved.
  private var hasLeft = false
  private var hasListedPresets = false
  /// Of frames that nobody has asked for; a key is answered by one of its own, at once.
  private var pacing: FramePacing

  /// - Parameter frameRate: frames a second that the running network gets at most.
  init(
    screen: Display, state: WorkbenchState, engine: Engine, documents: DocumentStore, journal: Journal? = nil,
    frameRate: Int = FramePacing.usualRate
  ) {
    self.frameRate = frameRate
    self.screen = screen
    self.state = state
    self.engine = engine
    self.documents = documents
    keeper = JournalKeeper(journal)
    self.state.appearance.capabilities = screen.capabilities
    shownAppearance = self.state.appearance
    compositor = Compositor(shownAppearance)
    canvas = Canvas(size: screen.size)
    pacing = FramePacing(now: clock.now, framesPerSecond: frameRate)
    self.state.size = screen.size
  }

  /// Returns when the user leaves, or the terminal goes away.
  mutating func run() {
    screen.takesMouse = state.takesMouse
    if let journal = keeper.journal { act(.found(journal.orphans())) }
    while !isOver {
      let event = nextEvent()
      handle(event)
      if event.isInput { takeWaitingInput() }
      takeSaved()
      if isOver { finishSaving() }
      keepJournal()
      observe()
      drawIfDue()
    }
  }

  // MARK: Events

  /// How long to wait [ms]; nil where nothing will happen by itself.
  func patience() -> Int? {
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
      state.documentAsShown, name: state.documentName, documents, now: clock.now, isLast: isOver)
    guard let words else { return }
    act(.engine(.refused(words)))
  }

  private mutating func handle(_ event: ScreenEvent) {
    switch event {
    case .key(let key): act(.key(key))
    case .mouse(let mouse): point(mouse)
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

  /// What is under the mouse is what the latest frame shows there.
  private mutating func point(_ mouse: Mouse) {
    var target = MouseTarget.nothing
    engine.snapshots.withLatest { target = compositor.target(at: mouse.point, state, $0) }
    act(.mouse(mouse, target))
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

  private mutating func takeWaitingInput() {
    for _ in 0..<Self.keysPerFrame where !isOver {
      let event = screen.nextEvent(within: 0)
      if event == .timeout { return }
      handle(event)
      guard event.isInput else { return }
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
    case .job(let job): engine.start(job)
    case .load(let name): load(name)
    case .connect(let request): connect(request)
    case .save(let request): save(request)
    case .recover(let id): recover(id)
    case .forget(let id): forget(id)
    case .capture(let request): capture(request)
    case .cast(let request): cast(request)
    case .redraw: screen.invalidate()
    case .takeMouse(let isTaken): screen.takesMouse = isTaken
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
    let request = Compositor.observation(for: state, glyphs: state.appearance.capabilities.glyphs)
    guard request != observed else { return }
    observed = request
    if let request { engine.send(.observe(request)) }
  }

  private mutating func drawIfDue() {
    pacing.framesPerSecond = state.appearance.isPlain ? Self.plainRate : frameRate
    let start = clock.now
    let isDue = engine.snapshots.isFresh && start >= pacing.due
    guard isStale || isDue, !isOver else { return }
    isStale = false
    state.paintRate = pacing.reducedRate
    if state.appearance != shownAppearance {
      shownAppearance = state.appearance
      compositor = Compositor(shownAppearance)
    }
    if canvas.size != state.size { canvas = Canvas(size: state.size) }
    let snapshot = latestSnapshot()
    compositor.draw(state, snapshot, on: &canvas)
    let difference = FrameDiff(from: shown, to: canvas)
    let sent = clock.now
    screen.apply(difference)
    pacing.drew(at: start, took: clock.now - sent, cells: difference.cells)
    record(difference, showing: canvas)
    // The frame before is drawn over next time, so that a steady run allocates nothing.
    let finished = canvas
    canvas = shown ?? Canvas(size: state.size)
    shown = finished
    listPresets()
  }

  /// A copy of what the engine shows, given back before the next is made.
  mutating func latestSnapshot() -> Snapshot {
    let isFresh = engine.snapshots.isFresh
    let snapshot = engine.snapshots.withLatest { copy $0 }
    if isFresh { state.take(snapshot) }
    return snapshot
  }

  /// After the first frame, for it is nothing that one would wait for.
  private mutating func listPresets() {
    guard state.network != nil, !hasListedPresets else { return }
    hasListedPresets = true
    state.presets = documents.source.library.summaries
  }
}

extension ScreenEvent {
  /// What comes from a hand, often many a moment.
  fileprivate var isInput: Bool {
    switch self {
    case .key, .mouse: true
    case .paste, .resize, .wake, .timeout, .hangup: false
    }
  }
}
