/// Commands of the recorded future, carried out again where they were given.
import Basics
import NetworkModel
import Simulation

extension DebugSession {
  /// Carries out what is logged at this tick and has not been carried out yet.
  mutating func repeatCommands() {
    let log = timeline.log
    var position = timeline.position
    guard position < log.count, log[position].tick == tick else { return }
    let end = log[position...].firstIndex { $0.tick != tick } ?? log.count
    if let rebuilt = log[position..<end].lastIndex(where: \.isRebuilding), cross(upTo: rebuilt) {
      position = rebuilt + 1
    }
    for place in position..<end {
      // A network that is rebuilt looks at how many commands came before it.
      timeline.position = place + 1
      repeatEdit(log[place].command)
    }
    timeline.position = end
    history.refresh(simulation)
  }

  /// A network that was rebuilt is brought back from the keyframe made then, and not built from the one before again:
  /// what it took over hung on what was kept of older networks.
  /// - Returns: false where this branch has not come so far yet.
  private mutating func cross(upTo rebuilt: Int) -> Bool {
    let included = rebuilt - timeline.branches[timeline.current].firstEntry(from: tick) + 1
    guard let keyframe = timeline.pinned(at: tick, included: included), case .copy(let checkpoint) = keyframe.state,
      case .rebuild(_, let lineage) = timeline.log[rebuilt].command
    else { return false }
    let before = simulation.populations
    let parts = timeline.leftOut(upTo: rebuilt + 1)
    guard enterNetwork(keyframe.network, without: parts, restore: checkpoint) else { return true }
    history = History(simulation, keeping: history, numbers: Self.numbers(of: before, in: simulation, lineage))
    readout = keyframe.readout
    order = NeuronOrder(sizes: simulation.populations.map(\.size))
    look()
    return true
  }

  /// Logged commands were possible, and in the same state they are so again.
  private mutating func repeatEdit(_ command: EngineCommand) {
    if case .rebuild(let spec, let lineage) = command { return rebuildAgain(spec, lineage) }
    do throws(EditError) {
      try carryOut(command)
    } catch {
      reports.append(.diverged(tick, at: [error.description]))
    }
  }

  /// What a logged command does to the simulation, but for those that build another.
  mutating func carryOut(_ command: EngineCommand) throws(EditError) {
    switch command {
    case .setParameter(let selection, let name, let setting):
      try simulation.setParameter(selection, name: name, setting)
    case .setState(let selection, let variable, let value):
      try simulation.setState(selection, variable: variable, value)
    case .poke(let address):
      guard simulation.populations.indices.contains(address.population) else {
        throw .unknownPopulation("number \(address.population)")
      }
      let info = simulation.populations[address.population]
      guard (0..<info.size).contains(address.index) else {
        throw .outOfRange(Selection(info.name, neuron: address.index), size: info.size)
      }
      try simulation.poke(population: address.population, index: address.index)
    case .leaveOut(let parts): try simulation.leaveOut(simulation.spec.without + parts.map { WithoutSpec($0) })
    case .revert(let number): try putBack(number)
    default: break
    }
  }

  /// Puts a checkpoint into the network that it belongs to, and that network into the session.
  ///
  /// A checkpoint says nothing of what is left out: that is the log's to say. It comes first, for the traces of synapses
  /// are kept in a form that hangs on it.
  /// - Parameter parts: what is left out beside what the network says itself.
  /// - Returns: whether that could be done; if not, nothing has changed but what is reported.
  mutating func enterNetwork(
    _ number: Int, without parts: [WithoutSpec.Part], restore checkpoint: Checkpoint?
  ) -> Bool {
    do {
      if number != networks.current {
        try networks.exchange(&simulation, for: number, options: options)
        // Those of the other network's synapses.
        pictures = SynapsePictures()
        generation += 1
        reports.append(.rebuilt(summary))
      }
      let without = networks.specs[number].without + parts.map { WithoutSpec($0) }
      if simulation.spec.without != without { try simulation.leaveOut(without) }
      if let checkpoint { try simulation.restore(checkpoint) } else { simulation.restart() }
    } catch {
      reports.append(.refused("cannot go back there: \(error)"))
      return false
    }
    return true
  }
}

extension Timeline.Entry {
  /// Whether another network runs from there on.
  var isRebuilding: Bool { if case .rebuild = command { true } else { false } }
}
