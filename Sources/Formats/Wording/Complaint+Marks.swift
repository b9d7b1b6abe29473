/// Words about the breakpoints and bookmarks that a document keeps.
import Basics

extension Complaint {
  static var emptyCondition: Complaint {
    Complaint("a condition is missing", hint: "for example `spike(exc[17])` or `exc[17].v > -51 mV`")
  }

  static func takenBookmark(_ name: String) -> Complaint {
    Complaint("\(quoted(name)) cannot be the name of a bookmark", hint: "it is a place already; write a word")
  }

  static func bookmarkTwice(_ name: String) -> Complaint {
    Complaint("there is a bookmark \(quoted(name)) already", hint: "give each a name of its own")
  }

  static func bookmarkBeforeStart(_ time: Double) -> Complaint {
    Complaint("a bookmark at \(quantity(time, .time)) is before the run", hint: "a run begins at 0 ms")
  }
}
