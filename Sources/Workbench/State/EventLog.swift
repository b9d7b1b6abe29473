/// What was done and what happened, with the times: the last few hundred lines of it.
package import Basics
import Debugger

package struct EventLog: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
      /// Something that the user did to the network or its run.
      case command
      /// Something that the engine reported, or that came of a file.
      case event
      /// Something that went wrong or could not be done.
      case warning
    }

    package var kind: Kind
    /// Biological time.
    package var time: Milliseconds
    package var text: String
    /// How often it came one after another, to this time.
    package var count = 1
    package init(_ kind: Kind, at time: Milliseconds, _ text: String, count: Int = 1) {
      self.kind = kind
      self.time = time
      self.text = text
      self.count = count
    }
  }

  /// The most that is kept.
  package static let capacity = 500

  /// Oldest first.
  package private(set) var entries: [Entry] = []
  /// How many of the newest are scrolled out of view.
  package private(set) var hidden = 0

  package init() {}

  /// Adds a line; one that repeats the last is counted with it. - Complexity: O(1), amortised.
  mutating func add(_ entry: Entry) {
    if let last = entries.last, last.kind == entry.kind, last.text == entry.text {
      entries[entries.count - 1].time = entry.time
      entries[entries.count - 1].count += 1
      return
    }
    entries.append(entry)
    // What is being read stays where it is.
    if hidden > 0 { hidden += 1 }
    if entries.count > Self.capacity { entries.removeFirst(Self.capacity / 5) }
    scroll(by: 0)
  }

  /// Goes back by so many lines, or on again with a negative number.
  mutating func scroll(by lines: Int) { hidden = max(0, min(hidden + lines, entries.count - 1)) }
}

extension WorkbenchState {
  /// To be called after every action: what had an effect outside, what was reported, and what was refused is kept.
  mutating func keepLog(of action: Action, _ effects: [Effect], before: Message?) {
    // A key takes the last message away, so that what stands there then is its own; everything else may leave it standing.
    let isKey =
      switch action {
      case .key, .mouse: true
      default: false
      }
    let told = isKey || message != before ? message : nil
    if let told, told.kind == .error { return log.add(EventLog.Entry(.warning, at: time, told.text)) }
    if !isFromUser(action) {
      if let words = told?.text ?? answered(by: action) { log.add(EventLog.Entry(.event, at: time, words)) }
      return
    }
    guard let words = effects.lazy.compactMap(words).first else { return }
    log.add(EventLog.Entry(.command, at: time, told?.text ?? words))
  }

  /// What a pane says and no message repeats.
  private func answered(by action: Action) -> String? {
    if case .engine(.why) = action { why.place?.sheet.headline } else { nil }
  }

  private func isFromUser(_ action: Action) -> Bool {
    switch action {
    case .key, .mouse, .run: true
    case .resize, .engine, .loaded, .connected, .saved, .found, .recovered, .told: false
    }
  }

  /// What an effect does, for a command that does not say so itself; nil for what is no deed.
  private func words(_ effect: Effect) -> String? {
    switch effect {
    case .engine(.run): "run"
    case .engine(.pause): "pause"
    case .engine(.step(let count)): NumberText.count(count, "step")
    case .engine(.runTo(let tick)): "run to \(NumberText.time(tick.time(dt: network?.dt ?? Milliseconds(0))))"
    case .engine(.observe): nil
    case .engine(.hash): "hash"
    case .engine: "a change"
    case .job: "a measurement"
    case .load(let name): "open \(name)"
    case .connect(let request): request.words
    case .save(let request): "save \(request.file)"
    case .capture(let request): "write \(request.file)"
    case .recover, .forget, .cast, .redraw, .suspend, .takeMouse, .quit, .bell: nil
    }
  }
}
