/// Where to go in a run.
package import Basics
package import NetworkModel

package enum Direction: Sendable, Equatable {
  case forwards
  case backwards
}

/// A place on the timeline, by what is there.
package enum Destination: Sendable, Equatable {
  /// Beyond the end of what has been run it is run to.
  case tick(Tick)
  /// Of what has been run, from 0 to 1.
  case fraction(Double)
  /// So many steps on; below 0 back.
  case steps(Int)
  case start
  /// As far as the branch has been run.
  case end
  case bookmark(String)
  /// A tick of a branch, by its number.
  case place(branch: Int, Tick)
  /// The next or last command that altered the run.
  case edit(Direction)
  /// The next or last step in which one of these neurons fired; nil for any.
  case spike(Direction, of: Selection?)
  /// The next or last step in which a weight of this projection moved; nil for any.
  case weightChange(Direction, of: String?)
  /// The next or last step in which a weight, a variable or a parameter changed, as a condition writes it:
  /// `weight(exc[3] -> exc[17])`, `exc[17].tau_m`.
  case change(Direction, of: String)
  /// Where the next or last breakpoint that is on is met.
  case breakpoint(Direction)
}

extension Destination {
  /// Whether it hangs on where one stands what is found.
  var isSearch: Bool {
    switch self {
    case .edit, .spike, .weightChange, .change, .breakpoint: true
    case .tick, .fraction, .steps, .start, .end, .bookmark, .place: false
    }
  }
}

/// A place in a run with a name and a note.
package struct Bookmark: Sendable, Equatable {
  package var name: String
  package var note: String
  package var tick: Tick
  /// The number of the branch.
  package var branch: Int
  /// What the branch was on which it was made, where that was another run than this one: a document has brought it. Empty
  /// for one of this run.
  package var origin: String
  package init(name: String, note: String = "", tick: Tick, branch: Int = 0, origin: String = "") {
    self.name = name
    self.origin = origin
    self.note = note
    self.tick = tick
    self.branch = branch
  }
}
