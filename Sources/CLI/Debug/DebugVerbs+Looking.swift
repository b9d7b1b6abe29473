/// Commands that only look, and the one for the memory of the past.
import Basics
import Debugger
import NetworkModel
import Simulation
import Workbench

extension DebugVerbs {
  static let looking: [DebugVerb] = [
    DebugVerb(name: "hash", usage: "", help: "Print the hash of the state.") { (walk, _) throws(DebugProblem) in
      let hash = StateHash.text(walk.session.stateHash)
      walk.fill { $0.hash = hash }
      walk.tell("state hash \(hash)")
    },
    DebugVerb(name: "print", usage: "NEURONS[.VARIABLE]", help: "Print state variables.") {
      (walk, text) throws(DebugProblem) in try walk.show(text)
    },
    DebugVerb(name: "branches", usage: "", help: "List the branches of the run.") { (walk, _) throws(DebugProblem) in
      let (branches, dt) = (walk.session.branches, walk.session.dt)
      walk.fill { answer in
        answer.branches = branches.map {
          DebugAnswer.Branch(
            number: $0.number, name: $0.name, reason: $0.reason, parent: $0.parent, forkStep: $0.fork.value,
            endStep: $0.end.value)
        }
      }
      for branch in branches {
        let parent = branch.parent.flatMap { number in branches.first { $0.number == number }?.name }
        let from = parent.map { ", from \($0) at \(NumberText.time(branch.fork.time(dt: dt)))" } ?? ""
        let reason = branch.reason.map { ", \($0)" } ?? ""
        walk.tell("\(branch.name)\(reason)\(from), up to \(NumberText.time(branch.end.time(dt: dt)))")
      }
    },
    DebugVerb(name: "budget", usage: "[SIZE MB]", help: "Set, or print, what the past may take.") {
      (walk, text) throws(DebugProblem) in
      if text.isEmpty {
        let timeline = walk.session.timeline
        let used = NumberText.memory(Double(timeline.memory))
        return walk.tell(
          "\(used) of \(NumberText.memory(Double(timeline.budget))), \(timeline.keyframeCount) keyframes")
      }
      guard let bytes = MarkCommands.bytes(text) else {
        throw DebugProblem("\"\(text)\" is no size · e.g. budget 64 MB, budget 1 GB")
      }
      try walk.perform(.setBudget(bytes))
    },
  ]
}

extension DebugWalk {
  /// More neurons nobody reads.
  private static var mostShown: Int { 100 }

  /// `exc[17]`, `exc[0..3].v`.
  mutating func show(_ text: String) throws(DebugProblem) {
    let end = text.lastIndex(of: "]") ?? text.startIndex
    let dot = text[end...].lastIndex(of: ".")
    let named = try neurons(String(text[..<(dot ?? text.endIndex)]))
    let descriptor = session.simulation.populations[named.population].descriptor
    let wanted = dot.map { String(text[text.index(after: $0)...]) }
    let variables = descriptor.state.indices.filter { wanted == nil || descriptor.state[$0].name == wanted }
    if variables.isEmpty {
      throw DebugProblem(
        "\(descriptor.id) has no variable \(wanted ?? "") · " + descriptor.state.map(\.name).joined(separator: ", "))
    }
    var shown: [DebugAnswer.Neuron] = []
    for index in named.selection.ranges.joined().prefix(Self.mostShown) {
      var values: [String: Double] = [:]
      var words: [String] = []
      for variable in variables {
        let field = descriptor.state[variable]
        let value = session.simulation.state(population: named.population, variable: variable, index: index)
        values[field.name] = value
        words.append("\(field.name) \(NumberText.quantity(value, field.dimension, digits: 7))")
      }
      let name = "\(named.selection.population)[\(index)]"
      shown.append(DebugAnswer.Neuron(name: name, values: values))
      tell("\(name)  \(words.joined(separator: "  "))")
    }
    fill { $0.neurons = shown }
  }
}
