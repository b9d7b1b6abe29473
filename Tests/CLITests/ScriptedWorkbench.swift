/// The whole workbench without a terminal, a thread or a clock: keys in, screen out, the same every time.
import Basics
import Debugger
import Formats
import Foundation
import Kernels
import NetworkModel
import Simulation
import Terminal
import Views
import Workbench

/// Key → reducer → effects → session → snapshot → canvas, all in one call. Time passes only by steps that are asked for:
/// while the network runs, each key is followed by `stepsPerKey` steps.
struct ScriptedWorkbench: ~Copyable {
  static var stepsPerKey: Int { 10 }

  private(set) var state: WorkbenchState
  private(set) var hasQuit = false
  /// What was asked of the world outside, in order: `load NAME`, `suspend`, `redraw`.
  private(set) var wishes: [String] = []
  /// What was to be written last.
  private(set) var saved: SaveRequest?
  /// Networks that were loaded, the first one included.
  private(set) var loads = 0
  /// Whether the present network has been run, or made to spike: what cannot be taken back.
  private(set) var hasRun = false
  /// The most steps that follow a key, whatever was asked for.
  private let stepLimit: Int
  private var session: DebugSession
  private var snapshot = Snapshot()
  private var compositor: Compositor { Compositor(state.appearance) }
  /// Documents by the name under which they can be opened.
  private let documents: [String: NetworkSpec]

  init(
    _ spec: NetworkSpec, name: String, size: Size, _ capabilities: ScreenCapabilities,
    documents: [String: NetworkSpec] = [:], options: SessionOptions = .standard, stepLimit: Int = .max
  ) throws {
    session = try DebugSession(spec, options: options)
    self.stepLimit = stepLimit
    self.documents = documents
    let presets = documents.keys.sorted().map { PresetSummary(name: $0, title: documents[$0]?.title ?? "", about: "") }
    state = WorkbenchState(
      size: size, models: Catalogue.descriptors, rules: Catalogue.rules.map(\.descriptor), presets: presets)
    state.appearance = Appearance(capabilities)
    state.expect(name, spec)
    act(.engine(.loaded(session.summary)))
    // A script begins with a network that stands still.
    act(.run("pause"))
    state.message = nil
    look()
  }

  mutating func press(_ key: Key) { follow(.key(key)) }

  mutating func point(_ mouse: Mouse) {
    follow(.mouse(mouse, compositor.target(at: mouse.point, state, snapshot)))
  }

  /// Acts, and lets some time pass.
  private mutating func follow(_ action: Action) {
    act(action)
    advance(atMost: state.errand == nil ? Self.stepsPerKey : stepLimit)
    // On its way to another place it shows nothing before it is there.
    while state.errand != nil || isOnItsWay || session.isScouting, session.mode != .paused, stepLimit == .max {
      advance(atMost: stepLimit)
    }
    look()
    while snapshot.timeline.comparing != nil, stepLimit == .max {
      advance(atMost: stepLimit)
      look()
    }
  }

  private var isOnItsWay: Bool { if case .seeking = session.mode { true } else { false } }

  private mutating func advance(atMost limit: Int) {
    let advance = session.advance(atMost: limit)
    if advance.steps > 0 { hasRun = true }
    if let event = advance.event { act(.engine(event)) }
    for event in session.takeReports() { act(.engine(event)) }
  }

  mutating func resize(_ size: Size) {
    act(.resize(size))
    look()
  }

  var stateHash: UInt64 { session.stateHash }
  var tick: Tick { session.tick }
  /// By population, since tick 0.
  var spikes: [Int] { snapshot.spikeCounts }

  func screen() -> Canvas {
    var canvas = Canvas(size: state.size)
    compositor.draw(state, snapshot, on: &canvas)
    return canvas
  }

  private mutating func act(_ action: Action) {
    for effect in reduce(&state, action) {
      switch effect {
      case .engine(let command):
        note(command)
        for event in session.apply(command) { act(.engine(event)) }
        for event in session.takeReports() { act(.engine(event)) }
      case .job(let job):
        for event in job.run(isWanted: { true }) { act(.engine(event)) }
      case .load(let name):
        wishes.append("load \(name)")
        let result = documents[name].map { Result<NetworkSpec, LoadFailure>.success($0) }
        act(.loaded(name: name, result ?? .failure(LoadFailure(text: "there is no file and no preset \"\(name)\""))))
      case .save(let request):
        wishes.append("save \(request.file)")
        saved = request
        act(.saved(request, .success(SavedFile(lines: 0))))
      case .connect(let request):
        wishes.append(request.words)
        act(.connected(request, .failure(LoadFailure(text: "there are no files here"))))
      case .recover, .forget: break
      case .cast: wishes.append("cast")
      case .capture(let request): wishes.append("capture \(request.file)")
      case .redraw: wishes.append("redraw")
      case .takeMouse(let isTaken): wishes.append(isTaken ? "take mouse" : "leave mouse")
      case .suspend: wishes.append("suspend")
      case .quit: hasQuit = true
      case .bell: break
      }
    }
  }

  private mutating func note(_ command: EngineCommand) {
    switch command {
    case .load: (loads, hasRun) = (loads + 1, false)
    case .restart, .poke: hasRun = true
    default: break
    }
  }

  private mutating func look() {
    if let request = Compositor.observation(for: state, glyphs: state.appearance.capabilities.glyphs) {
      _ = session.apply(.observe(request))
    }
    // While it looks for something in the past, what it stands on is not to be seen.
    if session.isScouting { return }
    session.snapshot(into: &snapshot)
    state.take(snapshot)
  }
}
