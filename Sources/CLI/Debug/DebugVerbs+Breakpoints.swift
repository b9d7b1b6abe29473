/// Commands about breakpoints.
import Debugger

extension DebugVerbs {
  static let breakpoints: [DebugVerb] = [
    DebugVerb(name: "break", usage: "CONDITION", help: "Stop where it happens, as exc[17].v > -51 mV.") {
      (walk, text) throws(DebugProblem) in
      try walk.set(Breakpoint(text))
    },
    DebugVerb(name: "once", usage: "CONDITION", help: "The same, one time.") { (walk, text) throws(DebugProblem) in
      try walk.set(Breakpoint(text, isOneShot: true))
    },
    DebugVerb(name: "ignore", usage: "N TIMES", help: "Pass over breakpoint N so many times.") {
      (walk, text) throws(DebugProblem) in
      let numbers = text.split(separator: " ").map { Int($0) }
      guard numbers.count == 2, let number = numbers[0], let times = numbers[1], times >= 0 else {
        throw DebugProblem("a breakpoint and a number are wanted · e.g. ignore 1 5")
      }
      try walk.change(number) { $0.ignore = times }
    },
    DebugVerb(name: "enable", usage: "N", help: "Switch a breakpoint on.") { (walk, text) throws(DebugProblem) in
      try walk.change(number(text)) { $0.isOn = true }
    },
    DebugVerb(name: "disable", usage: "N", help: "Switch it off.") { (walk, text) throws(DebugProblem) in
      try walk.change(number(text)) { $0.isOn = false }
    },
    DebugVerb(name: "delete", usage: "N", help: "Take a breakpoint away.") { (walk, text) throws(DebugProblem) in
      try walk.perform(.removeBreakpoint(try number(text)))
    },
    DebugVerb(name: "breaks", usage: "", help: "List them, with how often they were met.") {
      (walk, _) throws(DebugProblem) in
      let list = walk.session.breakpoints
      walk.fill(list)
      for breakpoint in list { walk.tell(breakpoint.line) }
      if list.isEmpty { walk.tell("no breakpoints") }
    },
  ]

  private static func number(_ text: String) throws(DebugProblem) -> Int {
    guard let number = Int(text) else {
      throw DebugProblem("\"\(text)\" is no number of a breakpoint · breaks lists them")
    }
    return number
  }
}

extension DebugWalk {
  /// A new one, and how it was understood.
  mutating func set(_ breakpoint: Breakpoint) throws(DebugProblem) {
    try perform(.setBreakpoint(breakpoint))
    guard let new = session.breakpoints.last else { return }
    fill([new])
    tell("breakpoint \(new.number)\(new.isOneShot ? ", once" : ""): \(session.understood(new.text) ?? new.text)")
  }

  mutating func fill(_ breakpoints: [Breakpoint]) {
    let objects = breakpoints.map { breakpoint in
      DebugAnswer.Breakpoint(
        number: breakpoint.number, condition: breakpoint.text, understood: session.understood(breakpoint.text),
        isOn: breakpoint.isOn, isOneShot: breakpoint.isOneShot, ignore: breakpoint.ignore, hits: breakpoint.hits,
        problem: breakpoint.problem)
    }
    fill { $0.breakpoints = objects }
  }

  mutating func change(_ number: Int, _ change: (inout Breakpoint) -> Void) throws(DebugProblem) {
    guard var breakpoint = session.breakpoints.first(where: { $0.number == number }) else {
      throw DebugProblem("there is no breakpoint \(number) · breaks lists them")
    }
    change(&breakpoint)
    try perform(.setBreakpoint(breakpoint))
  }
}

extension Breakpoint {
  /// `1  exc[17].v > -51 mV  met 3 times, off, …`
  fileprivate var line: String {
    var words = ["met \(hits) \(hits == 1 ? "time" : "times")"]
    if !isOn { words.append("off") }
    if isOneShot { words.append("once") }
    if ignore > 0 { words.append("passed over \(ignore) more") }
    if let problem { words.append("cannot be met: \(problem)") }
    return "\(number)  \(text)  \(words.joined(separator: ", "))"
  }
}
