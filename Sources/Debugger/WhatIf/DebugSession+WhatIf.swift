/// Branches that answer "what if".
import Basics
import NetworkModel
import Simulation

extension DebugSession {
  /// Begins a branch that differs in one thing, and runs it up to where the session stands, or to just behind that thing
  /// where it lies ahead. Everything else that was done to the run is done in it, too.
  ///
  /// Values that are undone in it are those of the run in which they were overwritten.
  mutating func whatIf(_ question: WhatIf) -> [EngineEvent] {
    timeline.reach(tick)
    let variation: Timeline.Variation
    do throws(Refusal) {
      switch question {
      case .without(let part): variation = try without(part)
      case .withoutEdit(let number): variation = try withoutEdit(number)
      case .with(let command, let tick): variation = try with(command, at: tick)
      }
    } catch {
      return [.refused(error.reason)]
    }
    let target = max(tick, Tick(variation.fork.value + 1))
    let parent = timeline.branches[timeline.current].number
    let number = timeline.add(variation, end: target)
    guard let index = timeline.position(ofBranch: number) else { return [.refused("there are too many branches")] }
    // Told before it arrives, which it may do at once.
    let told: [EngineEvent] = [
      .branched(number, timeline.branches[index].name),
      .varied(
        BranchVariation(
          branch: number, parent: parent, fork: variation.fork, reason: variation.reason, added: variation.added,
          removed: variation.removed)),
    ]
    return told + enter(index, at: target)
  }

  private struct Refusal: Error { let reason: String }

  // MARK: Without something of the network

  private func without(_ part: WithoutSpec.Part) throws(Refusal) -> Timeline.Variation {
    if let problem = simulation.spec.problem(leavingOut: part) { throw Refusal(reason: problem) }
    if simulation.spec.without.contains(where: { $0.part == part }) {
      throw Refusal(reason: "the \(part.text) is left out already")
    }
    if let problem = problem(notThere: part) { throw Refusal(reason: problem) }
    let (fork, isFirst) = try fork(of: part)
    let position = timeline.position(ofCommandAt: fork, first: isFirst)
    let entry = Timeline.Entry(tick: fork, command: .leaveOut([part]))
    return Timeline.Variation(
      fork: fork, log: timeline.log[..<position] + [entry] + laterLog(from: position, network(at: fork), without: part),
      beginsAnew: isFirst && timeline.isKeptFromTheStart, reason: "without \(part.text)", added: .leaveOut([part]))
  }

  private var notYet: Refusal {
    Refusal(reason: "the run has come to \(ChangeWords.time(timeline.end, dt: dt)) only")
  }

  /// The tick before whose step a part has to be left out, and whether it comes before all else that was done then.
  private func fork(of part: WithoutSpec.Part) throws(Refusal) -> (Tick, isFirst: Bool) {
    if let fork = part.fork(dt: dt) {
      let stamp = ChangeWords.time(Tick(fork.value + 1), dt: dt)
      guard fork >= timeline.earliest else { throw Refusal(reason: "\(stamp) is before what is kept of the run") }
      guard fork < timeline.end else { throw notYet }
      if let problem = network(at: fork).problem(leavingOut: part) { throw Refusal(reason: "at \(stamp) \(problem)") }
      return (fork, false)
    }
    if network(at: timeline.earliest).problem(leavingOut: part) == nil { return (timeline.earliest, true) }
    // It was added later.
    for entry in timeline.log {
      if case .rebuild(let spec, _) = entry.command, spec.problem(leavingOut: part) == nil {
        return (entry.tick, false)
      }
    }
    return (tick, false)
  }

  /// The network that is run from this tick on.
  private func network(at tick: Tick) -> NetworkSpec {
    networks.specs[timeline.keyframe(atOrBefore: tick)?.network ?? networks.current]
  }

  /// Why nothing would change, as far as that is known here.
  private func problem(notThere part: WithoutSpec.Part) -> String? {
    let neurons = part.neurons
    if neurons.count == 2, !isJoined(neurons[0], neurons[1]) {
      return "no synapse leads from \(neurons[0].selection.text) to \(neurons[1].selection.text)"
    }
    guard let fork = part.fork(dt: dt), let number = simulation.number(of: neurons[0]),
      history.holds(fork.value..<fork.value + 1)
    else { return nil }
    let steps = history.spikes.steps(ofNeuron: UInt32(number))
    if steps.contains(fork.value) { return nil }
    let stamp = Tick(fork.value + 1)
    let nearest = steps.min { abs($0 - fork.value) < abs($1 - fork.value) }
    return "\(neurons[0].selection.text) does not spike at \(ChangeWords.time(stamp, dt: dt))"
      + (nearest.map { " · its nearest spike is at \(ChangeWords.time(Tick($0 + 1), dt: dt))" } ?? "")
  }

  private func isJoined(_ source: NeuronPlace, _ target: NeuronPlace) -> Bool {
    simulation.spec.projections.enumerated().contains { index, projection in
      projection.joins(source, target)
        && simulation.synapse(
          of: index, post: projection.target.position(of: target.index) ?? -1,
          pre: projection.source.position(of: source.index) ?? -1) != nil
    }
  }

  /// What is done after something was left out: networks that are rebuilt are without it, too, and who never fires
  /// cannot be made to.
  private func laterLog(from position: Int, _ network: NetworkSpec, without part: WithoutSpec.Part) -> [Timeline.Entry]
  {
    var (network, part) = (network, part)
    return timeline.log[position...].compactMap { entry in
      switch entry.command {
      case .rebuild(let spec, let lineage):
        network = spec.leavingOut([part], lineage)
        part = spec.renamed(part, lineage)
        return Timeline.Entry(tick: entry.tick, command: .rebuild(network, lineage))
      case .poke(let neuron):
        guard case .neuron(let silent) = part, network.populations.indices.contains(neuron.population) else {
          return entry
        }
        return NeuronPlace(network.populations[neuron.population].name, neuron.index) == silent ? nil : entry
      default: return entry
      }
    }
  }

  // MARK: Without an edit

  private func withoutEdit(_ number: Int?) throws(Refusal) -> Timeline.Variation {
    let edits = timeline.branches[timeline.current].edits
    guard let edit = edits.first(where: { $0.number == number ?? edits.count }) else {
      throw Refusal(
        reason: edits.isEmpty ? "nothing was changed in this run" : "there are edits 1 to \(edits.count) in this run")
    }
    guard edit.tick > timeline.earliest || timeline.isKeptFromTheStart else {
      throw Refusal(reason: "that is before what is kept of the run")
    }
    var log = timeline.log
    let remembered = edit.position > 0 ? log[edit.position - 1].command : nil
    log.remove(at: edit.position)
    if case .remember(let name)? = remembered {
      log.remove(at: edit.position - 1)
      log.removeAll { $0.command == .revert(name) }
    }
    if case .rebuild = edit.command {
      guard !edits.contains(where: { $0.position > edit.position }) else {
        throw Refusal(reason: "what was done after it was done to the network that it made · leave out the last edit")
      }
    }
    let isFirst = edit.tick <= timeline.earliest
    return Timeline.Variation(
      fork: isFirst ? edit.tick : Tick(edit.tick.value - 1), log: log, beginsAnew: isFirst,
      reason: "without \(words(for: edit.command)) at \(ChangeWords.time(edit.tick, dt: dt))",
      removed: edit.command)
  }

  // MARK: With something more

  private mutating func with(_ command: EngineCommand, at tick: Tick) throws(Refusal) -> Timeline.Variation {
    guard tick >= timeline.earliest else { throw Refusal(reason: "that is before what is kept of the run") }
    guard tick <= timeline.end else { throw notYet }
    do throws(EditError) {
      // Shows whether it can be done; the session leaves this state for a keyframe in any case.
      try carryOut(command)
    } catch {
      throw Refusal(reason: error.description)
    }
    isAway = true
    let position = timeline.position(ofCommandAt: tick, first: false)
    let entry = Timeline.Entry(tick: tick, command: command)
    return Timeline.Variation(
      fork: tick, log: timeline.log[..<position] + [entry] + timeline.log[position...],
      reason: "with \(words(for: command)) at \(ChangeWords.time(tick, dt: dt))", added: command)
  }

  /// A command that alters the run, in short.
  package func words(for command: EngineCommand) -> String {
    switch command {
    case .setParameter(let selection, let name, let setting):
      "\(selection.text).\(name) = \(ChangeWords.text(setting, unit: unit(of: name, in: selection, isState: false)))"
    case .setState(let selection, let name, let value):
      "\(selection.text).\(name) = "
        + ChangeWords.text(.number(value), unit: unit(of: name, in: selection, isState: true))
    case .poke(let neuron): "a spike of \(name(of: neuron))"
    case .rebuild: "the rebuilding"
    case .revert: "the undoing"
    case .leaveOut(let parts): "leaving out \(parts.map(\.text).joined(separator: ", "))"
    default: "a command"
    }
  }

  func name(of neuron: NeuronAddress) -> String {
    simulation.populations.indices.contains(neuron.population) ? simulation.name(of: neuron) : "a neuron"
  }

  private func unit(of name: String, in selection: Selection, isState: Bool) -> String {
    guard let population = simulation.populationIndex(selection.population) else { return "" }
    let descriptor = simulation.populations[population].descriptor
    let dimension = isState ? descriptor.stateVariable(name)?.dimension : descriptor.parameter(name)?.dimension
    return dimension?.baseUnit ?? ""
  }
}
