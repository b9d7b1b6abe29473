/// Commands that go somewhere.
import Basics
import Debugger
import NetworkModel
import Workbench

extension DebugVerbs {
  static let going: [DebugVerb] = [
    DebugVerb(name: "goto", usage: "TIME|N steps|N %|start|end|NAME", help: "Go to a time, a step, a part, a bookmark.")
    {
      (walk, text) throws(DebugProblem) in
      try walk.perform(.go(walk.destination(text)))
      guard let mark = walk.travel.bookmarks.first(where: { $0.name == text }), mark.strangeness != nil else { return }
      walk.tell(mark.words)
      walk.fill { $0.madeOn = mark.origin }
    },
    DebugVerb(name: "step", usage: "[N]", help: "Make N steps.") { (walk, text) throws(DebugProblem) in
      try walk.perform(.go(.steps(try count(text))))
    },
    DebugVerb(name: "back", usage: "[N]", help: "Go N steps back.") { (walk, text) throws(DebugProblem) in
      try walk.perform(.go(.steps(-(try count(text)))))
    },
    DebugVerb(name: "next", usage: "spike|weight change|edit|breakpoint [of NAME]", help: "Go where it happens next.") {
      (walk, text) throws(DebugProblem) in try walk.perform(.go(walk.event(text, .forwards)))
    },
    DebugVerb(name: "last", usage: "spike|weight change|edit|breakpoint [of NAME]", help: "Go where it happened last.")
    {
      (walk, text) throws(DebugProblem) in try walk.perform(.go(walk.event(text, .backwards)))
    },
    DebugVerb(
      name: "next-change", usage: "WHAT", help: "Go where a weight(a[3] -> b[7]) or exc[17].tau_m changes next."
    ) {
      (walk, text) throws(DebugProblem) in try walk.perform(.go(.change(.forwards, of: text)))
    },
    DebugVerb(name: "last-change", usage: "WHAT", help: "Go where it changed last, by learning or an edit.") {
      (walk, text) throws(DebugProblem) in try walk.perform(.go(.change(.backwards, of: text)))
    },
    DebugVerb(name: "continue", usage: "", help: "Run to the next breakpoint.") { (walk, _) throws(DebugProblem) in
      try walk.perform(.go(.breakpoint(.forwards)))
    },
    DebugVerb(name: "reverse-continue", usage: "", help: "Go back to the last breakpoint.") {
      (walk, _) throws(DebugProblem) in try walk.perform(.go(.breakpoint(.backwards)))
    },
    DebugVerb(name: "bookmark", usage: "NAME [NOTE]", help: "Name this place, for goto.") {
      (walk, text) throws(DebugProblem) in
      let words = text.split(separator: " ", maxSplits: 1).map(String.init)
      if let problem = words.first.flatMap(Bookmark.problem(withName:)) { throw DebugProblem(problem) }
      let tick = walk.session.tick
      let bookmark = Bookmark(name: words.first ?? "", note: words.count > 1 ? words[1] : "", tick: tick)
      try walk.perform(.bookmark(bookmark))
    },
    DebugVerb(name: "branch", usage: "NAME", help: "Go over to another branch.") { (walk, text) throws(DebugProblem) in
      try walk.perform(.switchBranch(try walk.branch(named: text)))
    },
    DebugVerb(name: "time", usage: "COMMAND", help: "Carry it out, and say how long that took.") {
      (walk, text) throws(DebugProblem) in
      let words = text.split(separator: " ", maxSplits: 1).map(String.init)
      guard let verb = words.first else { throw DebugProblem("a command is missing · e.g. time goto 1 s") }
      if let problem = problem(ofVerb: verb) { throw DebugProblem(problem) }
      try walk.time(verb, words.count > 1 ? words[1] : "")
    },
  ]

  /// Commands of the workbench's `:` line that let it run until a key is pressed, of which there is none here.
  static let endless: [DebugVerb] = ["run", "run-pause"].map { name in
    DebugVerb(name: name, usage: "", help: "Needs the workbench: without a screen a run needs an end.") {
      (_, _) throws(DebugProblem) in
      throw DebugProblem("without a screen a run needs an end · goto 1 s, step 100, continue")
    }
  }

  private static func count(_ text: String) throws(DebugProblem) -> Int {
    if text.isEmpty { return 1 }
    guard let count = Int(text), count > 0 else {
      throw DebugProblem("\"\(text)\" is no number of steps · e.g. step 10")
    }
    return count
  }
}

extension DebugWalk {
  /// `83.2 ms`, `832 steps`, `50 %`, `start`, `end`, or the name of a bookmark.
  func destination(_ text: String) throws(DebugProblem) -> Destination {
    do throws(PlaceProblem) {
      return try DestinationText.parse(text, dt: session.dt, bookmarks: session.timeline.bookmarks)
    } catch {
      if case .noUnit = error { throw DebugProblem(error.description) }
      throw DebugProblem("\(error) · e.g. goto 83.2 ms, goto 832 steps, goto 50 %, goto end")
    }
  }

  /// `spike`, `spike of exc[17]`, `weight change of exc->exc`, `edit`.
  func event(_ text: String, _ direction: Direction) throws(DebugProblem) -> Destination {
    let parts = text.split(separator: " ").map(String.init)
    let name = parts.firstIndex(of: "of").map { parts[($0 + 1)...].joined(separator: " ") }
    switch parts.prefix(while: { $0 != "of" }).joined(separator: " ") {
    case "spike":
      return .spike(direction, of: try name.map { (text) throws(DebugProblem) in try neurons(text).selection })
    case "weight change":
      let names = session.summary.projections.map(\.name)
      if let name, !names.contains(name) {
        let near = Spelling.nearest(to: name, among: names)
        throw DebugProblem("there is no projection \"\(name)\"" + (near.map { " · did you mean \($0)?" } ?? ""))
      }
      return .weightChange(direction, of: name)
    case "edit" where name == nil: return .edit(direction)
    case "breakpoint" where name == nil: return .breakpoint(direction)
    default:
      let wrong = text.isEmpty ? "what is missing" : "\"\(text)\" is nothing that can be looked for"
      throw DebugProblem("\(wrong) · spike, spike of exc[17], weight change, edit, breakpoint")
    }
  }
}
