/// Where one has been in the run, and what is known of its timeline.
package import Basics
package import Debugger

package struct TravelState: Sendable, Equatable {
  /// As the latest snapshot has it.
  package var timeline = TimelineSnapshot()
  /// As the engine told them last: they are the document's, too.
  package var breakpoints: [Breakpoint] = []
  package var bookmarks: [Bookmark] = []
  /// What the document said after each change of the run.
  package var trail = DocumentTrail()
  package var places = PlaceHistory()
  /// Where breakpoints stopped the run, oldest first.
  package private(set) var hits: [BreakpointHit] = []
  /// How much of a search through the past is done, from 0 to 1; nil while there is none.
  package var progress: Double?
  /// How far a search ahead has come; nil while there is none, and before it has taken long enough to be told.
  package var passed: Tick?
  /// Where what is under way began.
  package var origin: Place?
  /// The change that was looked for, in words, until it is come to.
  var found: String?
  /// What the last query found.
  package var answer: QueryAnswer?
  /// When the weight of a synapse changed, for the list of events.
  package var weightAnswer: QueryAnswer?
  /// The file that the answer under way goes into; nil where it is shown.
  var answerFile: String?
  /// What a list of places, events or rows is searched for; nil where nothing is.
  package var listSearch: TextField?

  package init() {}

  /// More stops than these no line of a screen has.
  private static let mostHits = 500

  mutating func add(_ hit: BreakpointHit) {
    // To come to the same place again is nothing new.
    hits.removeAll { $0.place == hit.place && $0.numbers == hit.numbers }
    hits.append(hit)
    if hits.count > Self.mostHits { hits.removeFirst() }
  }

  /// The run begins anew, with this document; what is kept in it stays.
  mutating func restart(_ document: OpenDocument?) {
    trail.begin(document)
    (places, hits, progress, answer) = (PlaceHistory(), [], nil, nil)
    (passed, origin, weightAnswer) = (nil, nil, nil)
    bookmarks = []
  }

  /// What was done to the run on the way to the end of the present branch, oldest first.
  package var edits: [DocumentTrail.Entry] {
    trail.entries.filter { $0.command != nil && timeline.isOnLine(branch: $0.place.branch, $0.place.tick) }
  }

  /// The name of the present branch; empty before there is a snapshot.
  package var branchName: String { timeline.branches.first { $0.number == timeline.branch }?.name ?? "" }

  /// Whether a place can still be gone to.
  package func exists(_ place: Place) -> Bool { timeline.branches.contains { $0.number == place.branch } }
}

/// A tick of a branch, by its number.
package struct Place: Sendable, Hashable {
  package var branch: Int
  package var tick: Tick

  package init(branch: Int, tick: Tick) {
    self.branch = branch
    self.tick = tick
  }
}

/// That breakpoints stopped the run.
package struct BreakpointHit: Sendable, Equatable {
  package var place: Place
  package var numbers: [Int]
  /// Their conditions.
  package var text: String

  package init(place: Place, numbers: [Int], text: String) {
    self.place = place
    self.numbers = numbers
    self.text = text
  }
}

/// The places from which one has jumped: back to them, and forward again.
package struct PlaceHistory: Sendable, Equatable {
  /// The latest is the last.
  package private(set) var back: [Place] = []
  package private(set) var forward: [Place] = []

  /// Further back nobody remembers.
  private static let most = 200

  package init() {}

  /// A jump from this place was given up.
  mutating func giveUp(_ place: Place) { if back.last == place { back.removeLast() } }

  /// To be called before a jump.
  mutating func leave(_ place: Place) {
    forward = []
    if back.last != place { back.append(place) }
    if back.count > Self.most { back.removeFirst() }
  }

  /// Where one was before; the present place is kept to come back to.
  mutating func goBack(from place: Place) -> Place? { Self.move(from: place, &back, &forward) }
  mutating func goForward(from place: Place) -> Place? { Self.move(from: place, &forward, &back) }

  private static func move(from place: Place, _ source: inout [Place], _ other: inout [Place]) -> Place? {
    // Where one stands already there is nowhere to go to.
    while source.last == place { source.removeLast() }
    guard let target = source.popLast() else { return nil }
    if other.last != place { other.append(place) }
    return target
  }
}
