/// Commands that ask what would have been, and compare it with what was.
import Basics
import Debugger
import NetworkModel
import Workbench

extension DebugVerbs {
  static let whatIf: [DebugVerb] = [
    DebugVerb(
      name: "whatif", usage: "without PART | spike NEURON at TIME | set … at TIME",
      help: "Run again with one thing different, as a branch; parts are spike, arrival, neuron, synapse and edit N."
    ) { (walk, text) throws(DebugProblem) in try walk.whatIf(text) },
    DebugVerb(
      name: "compare", usage: "[BRANCH] [with BRANCH] [for TIME]",
      help: "Lay two branches over each other from where they part."
    ) { (walk, text) throws(DebugProblem) in try walk.compare(text) },
    DebugVerb(
      name: "phase", usage: "NEURON",
      help: "Take its next step apart: charge, fire, reset, deliver, learn, in formulas."
    ) { (walk, text) throws(DebugProblem) in
      let named = try walk.neurons(text)
      guard named.selection.count == 1 else { throw DebugProblem("one neuron is wanted, and \(text) are more") }
      try walk.send(
        .dissect(NeuronAddress(population: named.population, index: named.selection.index(at: 0))))
    },
    DebugVerb(name: "edits", usage: "", help: "List what was done to the run, with numbers for whatif.") {
      (walk, _) throws(DebugProblem) in walk.listEdits()
    },
    DebugVerb(
      name: "save-branch", usage: "FILE",
      help: "Write a document that runs as this branch does, as far as one can say it."
    ) { (walk, text) throws(DebugProblem) in try walk.saveBranch(text) },
  ]
}

extension DebugWalk {
  /// `without spike inh[3] at 80.1 ms`, and what else the workbench's `:whatif` takes.
  mutating func whatIf(_ text: String) throws(DebugProblem) {
    let asked: AskedWhatIf
    do throws(WhatIfProblem) {
      asked = try WhatIfText.asked(text, in: state)
    } catch {
      throw DebugProblem(error.text)
    }
    try ask(asked)
    let branch = session.timeline.branches[session.timeline.current]
    tell("\(branch.name): \(branch.reason ?? "")")
  }

  // MARK: Edits

  mutating func listEdits() {
    let edits = session.timeline.branches[session.timeline.current].edits
    let dt = session.dt
    let lines = edits.map { edit in
      DebugAnswer.Edit(
        number: edit.number, step: edit.tick.value, timeMs: edit.tick.time(dt: dt).value,
        words: session.words(for: edit.command))
    }
    fill { $0.edits = lines }
    for (line, edit) in zip(lines, edits) {
      tell("\(line.number)  \(NumberText.time(edit.tick.time(dt: dt)))  \(line.words)")
    }
    if lines.isEmpty { tell("nothing was changed in this run") }
  }

  // MARK: Comparing

  /// `branch 1 with main for 100 ms`, any part of it.
  mutating func compare(_ text: String) throws(DebugProblem) {
    var rest = text
    var request = ComparisonRequest()
    if let place = rest.ranges(of: "for ").last,
      place.lowerBound == rest.startIndex || rest[..<place.lowerBound].last == " "
    {
      let time = String(rest[place.upperBound...])
      do throws(Failure) {
        request.span = Tick(try StepCount.parse(time, dt: session.dt, option: "for")).time(dt: session.dt)
      } catch {
        throw DebugProblem("\"\(time)\" is no time · e.g. compare for 100 ms")
      }
      rest = String(rest[..<place.lowerBound])
    }
    let parts = (" " + rest + " ").split(separator: " with ", omittingEmptySubsequences: false).map { part in
      part.split(separator: " ").joined(separator: " ")
    }
    guard parts.count <= 2 else { throw DebugProblem("two branches are compared, not more") }
    if let first = parts.first, !first.isEmpty { request.a = try branch(named: first) }
    if parts.count == 2 {
      request.b = try branch(named: parts[1])
      if request.a == nil { request.a = session.timeline.branches[session.timeline.current].number }
    }
    try send(.compare(request))
  }

  /// By its name or its number.
  func branch(named text: String) throws(DebugProblem) -> Int {
    let branches = session.timeline.branches
    if let branch = branches.first(where: { $0.name == text }) ?? branches.first(where: { "\($0.number)" == text }) {
      return branch.number
    }
    let near = Spelling.nearest(to: text, among: branches.map(\.name))
    throw DebugProblem("there is no branch \"\(text)\"" + (near.map { " · did you mean \($0)?" } ?? ""))
  }
}
