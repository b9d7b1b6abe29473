/// A question to a run: how it would have gone but for one thing.
package import Basics
package import NetworkModel

package indirect enum WhatIf: Sendable, Equatable {
  /// Without a spike or an arrival, or from the earliest step on without a neuron or a synapse.
  case without(WithoutSpec.Part)
  /// Without a command that altered the run, by its number among the `edits` of the branch; nil for the last.
  case withoutEdit(Int?)
  /// With a spike, a parameter or a state set at an earlier tick; what was done after that is done again.
  case with(EngineCommand, at: Tick)
}

/// How a branch that answers a question came from another.
package struct BranchVariation: Sendable, Equatable {
  /// The numbers of both.
  package var branch: Int
  package var parent: Int
  package var fork: Tick
  /// What it was made for, for people.
  package var reason: String
  /// What is done in it alone, and in the other alone.
  package var added: EngineCommand?
  package var removed: EngineCommand?

  package init(
    branch: Int, parent: Int, fork: Tick, reason: String, added: EngineCommand? = nil, removed: EngineCommand? = nil
  ) {
    self.branch = branch
    self.parent = parent
    self.fork = fork
    self.reason = reason
    self.added = added
    self.removed = removed
  }
}

extension Branch {
  /// A command of the run that people know as an edit.
  package struct Edit: Sendable, Equatable {
    /// From 1.
    package let number: Int
    /// In the log.
    package let position: Int
    package let tick: Tick
    package let command: EngineCommand
  }

  /// What was done to the run, oldest first: what only prepares for undoing is none, nor is what a branch leaves out.
  package var edits: [Edit] {
    var edits: [Edit] = []
    for (position, entry) in log.enumerated() {
      switch entry.command {
      case .remember, .leaveOut: continue
      default: edits.append(Edit(number: edits.count + 1, position: position, tick: entry.tick, command: entry.command))
      }
    }
    return edits
  }
}

extension WithoutSpec.Part {
  /// As people say it: `spike inh[3] at 80.1 ms`, `synapse inh[3] -> exc[17]`.
  package var text: String {
    let names = neurons.map(\.selection.text).joined(separator: " -> ")
    return switch self {
    case .neuron: "neuron \(names)"
    case .synapse: "synapse \(names)"
    case .spike(_, let time): "spike \(names) at \(ChangeWords.number(time.value)) ms"
    case .arrival(_, _, let time): "arrival \(names) at \(ChangeWords.number(time.value)) ms"
    }
  }

  /// The tick before whose step it has to be left out; nil for the beginning of the run.
  func fork(dt: Milliseconds) -> Tick? {
    switch self {
    case .neuron, .synapse: nil
    case .spike(_, let time), .arrival(_, _, let time): Tick(time.ticks(dt: dt) - 1)
    }
  }
}
