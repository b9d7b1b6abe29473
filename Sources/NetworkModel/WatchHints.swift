/// Breakpoints and bookmarks as a document keeps them.
package import Basics

/// A condition at which runs stop.
package struct BreakpointHint: Sendable, Equatable {
  /// As it was written: `exc[17].v > -51 mV`.
  package var condition: String
  package var isOn: Bool
  /// Whether it goes when it has stopped a run once.
  package var isOneShot: Bool
  /// How many times it is passed over.
  package var ignore: Int
  /// How many times it was come to when the document was written; of no account for whether two are the same, for a run
  /// that goes on changes nothing of the document.
  package var hits: Int
  /// Where the condition's first character was written; of no account for whether two are the same.
  package var location: SourceLocation

  package init(
    _ condition: String, isOn: Bool = true, isOneShot: Bool = false, ignore: Int = 0, hits: Int = 0,
    location: SourceLocation = .none
  ) {
    self.condition = condition
    self.isOn = isOn
    self.isOneShot = isOneShot
    self.ignore = ignore
    self.hits = hits
    self.location = location
  }

  package static func == (left: BreakpointHint, right: BreakpointHint) -> Bool {
    left.condition == right.condition && left.isOn == right.isOn && left.isOneShot == right.isOneShot
      && left.ignore == right.ignore
  }
}

/// A place of a run with a name and a note.
package struct BookmarkHint: Sendable, Equatable {
  package var name: String
  package var time: Milliseconds
  /// Empty for none.
  package var note: String
  /// The branch on which it was made, where the document does not say how to come to that; empty for the document's run.
  package var branch: String

  package init(_ name: String, at time: Milliseconds, note: String = "", branch: String = "") {
    self.name = name
    self.branch = branch
    self.time = time
    self.note = note
  }
}
