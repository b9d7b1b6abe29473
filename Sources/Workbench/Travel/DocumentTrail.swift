/// What the document said after every change of the run, so that it says the same wherever one goes.
package import Basics
package import Debugger

/// # How undo and going back go together
/// A document comes back with its undo list as that was there: changes that lie in the future of a place can be neither
/// undone nor made again from it. Undoing in the past is a change like any other, and begins a branch.
package struct DocumentTrail: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
    package var place: Place
    /// What was done; nil for the beginning of the run.
    package var command: EngineCommand?
    /// `tau_m of exc 20 → 15 ms`
    package var words: String
    /// Afterwards; nil where only the network's outline is known.
    var document: OpenDocument?
  }

  /// A change that was sent and of which the engine has not told yet when it was made.
  private struct Pending: Sendable, Equatable {
    let command: EngineCommand
    let words: String
    let document: OpenDocument?
  }

  /// In the order in which they were made.
  package private(set) var entries: [Entry] = []
  private var pending: [Pending] = []
  /// The entry whose document is open.
  private var shown: Int?

  /// The oldest go, and with them what the document said there.
  private static let most = 4096
  private static let mostPending = 1024

  init() {}

  /// A run begins.
  mutating func begin(_ document: OpenDocument?) {
    entries = [Entry(place: Place(branch: 0, tick: .zero), command: nil, words: "", document: document)]
    pending = []
    shown = 0
  }

  /// The engine is asked to change the run.
  mutating func expect(_ command: EngineCommand, _ words: String, _ document: OpenDocument?) {
    pending.append(Pending(command: command, words: words, document: document))
    if pending.count > Self.mostPending { pending.removeFirst() }
  }

  /// All that was sent is answered; what nothing came of is not waited for any more.
  mutating func settle() { pending = [] }

  /// Something was refused: what is still awaited may be it.
  mutating func giveUpWaiting() {
    pending = []
    shown = nil
  }

  /// The engine has changed the run. - Parameter present: the document, for changes that nobody here asked for.
  mutating func take(_ command: EngineCommand, at place: Place, present: OpenDocument?) {
    let found = pending.firstIndex { $0.command == command }
    let words = found.map { pending[$0].words } ?? "a change"
    let document = found.map { pending[$0].document } ?? present
    if let found { pending.removeSubrange(...found) }
    if let last = entries.last, last.place == place, let before = last.command, command.supersedes(before) {
      entries.removeLast()
    }
    entries.append(Entry(place: place, command: command, words: words, document: document))
    if entries.count > Self.most { entries.remove(at: 1) }
    shown = entries.count - 1
  }

  /// A branch does what another did, but for one thing: what the document said there it says here, with a change.
  /// - Parameters:
  ///   - timeline: with the other branch.
  ///   - change: gets a document, and the one of where the branches part.
  mutating func vary(
    _ variation: BranchVariation, _ timeline: TimelineSnapshot,
    _ change: (OpenDocument, _ before: OpenDocument?) -> OpenDocument
  ) {
    var line = timeline
    line.branch = variation.parent
    let known = entries.filter { entry in
      entry.place.branch == variation.parent || line.isOnLine(branch: entry.place.branch, entry.place.tick)
    }
    let before = known.last { $0.place.tick <= variation.fork }?.document
    let fork = Place(branch: variation.branch, tick: max(.zero, variation.fork))
    entries.append(
      Entry(
        place: fork, command: variation.added, words: variation.reason, document: before.map { change($0, before) }))
    for entry in known where entry.place.tick > variation.fork && entry.command != variation.removed {
      let place = Place(branch: variation.branch, tick: entry.place.tick)
      let document = entry.document.map { change($0, before) }
      entries.append(Entry(place: place, command: entry.command, words: entry.words, document: document))
    }
    shown = nil
  }

  /// What the document said at a place.
  /// - Returns: nil where it is open already, and while changes are on their way.
  /// - Complexity: O(changes after the place × branches).
  mutating func document(at place: Place, _ timeline: TimelineSnapshot) -> OpenDocument? {
    guard pending.isEmpty else { return nil }
    let found = entries.lastIndex { entry in
      entry.place.tick <= place.tick && timeline.isOnLine(branch: entry.place.branch, entry.place.tick)
    }
    guard let found, found != shown else { return nil }
    shown = found
    return entries[found].document
  }
}

extension WorkbenchState {
  /// To be called after every action: which of its effects change the run, and what the document then says.
  package mutating func expectChanges(_ effects: [Effect]) {
    for case .engine(let command) in effects where command.altersRun {
      if case .remember = command { continue }
      let words = message.map { $0.kind == .info ? $0.text : "" } ?? ""
      travel.trail.expect(command, words.isEmpty ? "a change" : words, document)
    }
  }

  /// Somewhere else the document says what it said there. What is known of its file stays as it is.
  package mutating func follow(_ timeline: TimelineSnapshot, at tick: Tick) {
    guard !timeline.branches.isEmpty else { return }
    travel.timeline = timeline
    let place = Place(branch: timeline.branch, tick: tick)
    guard var there = travel.trail.document(at: place, timeline), let document else { return }
    (there.origin, there.file) = (document.origin, document.file)
    (there.savedRevision, there.savedHints) = (document.savedRevision, document.savedHints)
    there.lastNumber = max(there.lastNumber, document.lastNumber)
    guard there != document else { return }
    self.document = there
    pendingEdits = []
  }
}
