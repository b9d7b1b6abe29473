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
    if let rebuilt = log[position..<end].lastIndex(where: \.isRebuilding) {
      cross(upTo: rebuilt)
      position = rebuilt + 1
    }
    for entry in log[position..<end] { repeatEdit(entry.command) }
    timeline.position = end
    history.refresh(simulation)
  }

  /// A network that was rebuilt is brought back from the keyframe made then, and not built from the one before again:
  /// what it took over hung on what was kept of older networks.
  private mutating func cross(upTo rebuilt: Int) {
    let included = rebuilt - timeline.branches[timeline.current].firstEntry(from: tick) + 1
    guard let keyframe = timeline.pinned(at: tick, included: included), case .copy(let checkpoint) = keyframe.state,
      case .rebuild(_, let lineage) = timeline.log[rebuilt].command
    else { preconditionFailure("every rebuilt network has its keyframe") }
    let before = simulation.populations
    guard enterNetwork(keyframe.network, restore: checkpoint) else { return }
    history = History(simulation, keeping: history, numbers: Self.numbers(of: before, in: simulation, lineage))
    readout = keyframe.readout
    order = NeuronOrder(sizes: simulation.populations.map(\.size))
    look()
  }

  /// Logged commands were possible, and in the same state they are so again.
  private mutating func repeatEdit(_ command: EngineCommand) {
    do throws(EditError) {
      switch command {
      case .setParameter(let selection, let name, let setting):
        try simulation.setParameter(selection, name: name, setting)
      case .setState(let selection, let variable, let value):
        try simulation.setState(selection, variable: variable, value)
      case .poke(let address): try simulation.poke(population: address.population, index: address.index)
      case .revert(let number): try putBack(number)
      default: break
      }
    } catch {
      reports.append(.diverged(tick, at: [error.description]))
    }
  }

  /// Puts a checkpoint into the network that it belongs to, and that network into the session.
  /// - Returns: whether that could be done; if not, nothing has changed but what is reported.
  mutating func enterNetwork(_ number: Int, restore checkpoint: Checkpoint?) -> Bool {
    do {
      if number != networks.current {
        try networks.exchange(&simulation, for: number, options: options)
        generation += 1
        reports.append(.rebuilt(summary))
      }
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
