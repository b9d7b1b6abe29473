/// What would have been, and how it differs from what was.
import Basics
import Debugger
import NetworkModel
import Terminal

enum WhatIfCommands {
  static let ask = Command(
    "whatif", title: "what if",
    help: "Run again as a branch, without a spike, neuron, synapse or edit, or with another spike or value.",
    keys: [.character("x")], section: .time, argument: "without PART|spike NEURON at TIME|set NAME VALUE at TIME",
    footerRank: 45, form: WhatIfForm.definition, disabledReason: Requirement.network,
    preview: { state, argument in
      guard !argument.isEmpty else { return nil }
      do throws(WhatIfProblem) {
        _ = try WhatIfText.asked(argument, in: state)
        return "a branch, run up to \(NumberText.time(state.time)), and compared with what was"
      } catch {
        return error.text
      }
    }
  ) { state, argument in
    do throws(WhatIfProblem) {
      let asked = try WhatIfText.asked(argument, in: state)
      state.askedWhatIf = asked
      state.pendingEdits = []
      state.isRunning = false
      return [.engine(.whatIf(asked.question))]
    } catch {
      state.complain(error.text)
      return []
    }
  }

  static let compare = Command(
    "compare", title: "compare", help: "Lay this branch over the one that it left: who fires in one of them alone.",
    keys: [.character("|")], section: .time, argument: "[BRANCH]", disabledReason: noOther,
    completions: { state, _ in state.travel.timeline.branches.map(\.name) }
  ) { state, argument in
    var request = ComparisonRequest()
    if !argument.isEmpty {
      guard
        let branch = state.travel.timeline.branches.first(where: { $0.name == argument || "\($0.number)" == argument })
      else {
        let near = Spelling.nearest(to: argument, among: state.travel.timeline.branches.map(\.name))
        state.complain("there is no branch \"\(argument)\"" + (near.map { " · did you mean \($0)?" } ?? ""))
        return []
      }
      request.a = branch.number
    }
    state.isRunning = false
    state.openAnswer(in: .comparison)
    return [.engine(.compare(request))]
  }

  private static func noOther(_ state: WorkbenchState) -> String? {
    if let reason = Requirement.network(state) { return reason }
    if state.travel.timeline.branches.count > 1 { return nil }
    return "there is no other branch to compare with · a what-if, or a change in the past, begins one"
  }

  static let other = Command(
    "other-branch", title: "other branch", help: "Go over to the other of the two branches that are compared.",
    keys: [.enter], scope: .panes([.comparison]), section: .time,
    disabledReason: { $0.comparison == nil ? "nothing has been compared yet" : nil }
  ) { state, _ in
    guard let comparison = state.comparison else { return [] }
    let other = state.travel.timeline.branch == comparison.a.number ? comparison.b : comparison.a
    state.inform("over to \(other.name)")
    return [.engine(.switchBranch(other.number))]
  }
}

extension WorkbenchState {
  /// A branch that was asked for has come to where one was: how it differs is what one wants to see.
  mutating func compareOnArrival() -> [Effect] {
    guard let fork = comparesFrom else { return [] }
    comparesFrom = nil
    openAnswer(in: .comparison)
    // What is left out acts for a while yet: so long both are run beside the session.
    let passed = Double(tick.value - fork.value) * (network?.dt.value ?? 1)
    return [.engine(.compare(ComparisonRequest(span: Milliseconds(max(passed, Self.leastCompared)))))]
  }

  /// [ms].
  private static var leastCompared: Double { 100 }

  mutating func take(_ comparison: BranchComparison) {
    self.comparison = comparison
    let time = { (tick: Tick) in NumberText.time(tick.time(dt: comparison.dt)) }
    if let first = comparison.firstSpikes.first {
      inform("the first spike that differs: \(comparison.name(of: first.neuron)) at \(time(first.tick))")
    } else if let parted = comparison.parted {
      inform("no spike differs up to \(time(comparison.end)), though the states do from \(time(parted)) on")
    } else {
      inform("nothing differs up to \(time(comparison.end))")
    }
  }

  /// A branch has begun that was asked for: all through it the document says what was asked.
  mutating func take(_ variation: BranchVariation) {
    let asked = askedWhatIf
    askedWhatIf = nil
    travel.trail.vary(variation, travel.timeline) { document, before in
      var changed = asked.map { document.taking($0) } ?? document
      if let removed = variation.removed { changed.undo(removed, asIn: before) }
      return changed
    }
    // The next snapshot is of the branch; until then the document is what it will be here.
    if let asked {
      document = document?.taking(asked)
      comparesFrom = variation.fork
    }
  }
}

extension OpenDocument {
  /// What the document of a branch says: it is without what was left out, and has the value that was set.
  package func taking(_ asked: AskedWhatIf) -> OpenDocument {
    var document = self
    if case .without(let part) = asked.question, !spec.without.contains(where: { $0.part == part }) {
      document.spec.without.append(WithoutSpec(part))
    }
    if let edit = asked.edit, edit.neurons.isWhole { edit.write(into: &document.spec) }
    if document.spec != spec { document.revision = document.nextNumber() }
    return document
  }

  /// A parameter of a whole population that was set, and now is not, is what it was before.
  fileprivate mutating func undo(_ command: EngineCommand, asIn before: OpenDocument?) {
    guard case .setParameter(let selection, let name, _) = command,
      let index = spec.populations.firstIndex(where: { $0.name == selection.population }),
      let former = before?.spec.population(selection.population), selection.count == former.size
    else { return }
    spec.populations[index].parameters[name] = former.parameters[name]
  }
}
