/// Random commands never trap, and the log of what altered a run repeats it.
import Basics
import Debugger
import NetworkModel
import Simulation
import Testing

struct StressTests {
  private func command(using numbers: inout SeededNumbers) -> EngineCommand {
    let names = ["exc", "inh", "noise", "input", "hidden", "output", "nobody"]
    let name = names.randomElement(using: &numbers) ?? ""
    let first = Int.random(in: -1...85, using: &numbers)
    let last = first + Int.random(in: 0...5, using: &numbers)
    let selection = Selection(population: name, ranges: [first...last])
    let value = Double.random(in: -70.0...30.0, using: &numbers)
    switch Int.random(in: 0..<16, using: &numbers) {
    case 15:
      let keys: [OrderRequest.Key] = [.index, .rate, .population, .field("v"), .field("reset"), .field("nothing")]
      return .arrange(
        OrderRequest(
          key: keys.randomElement(using: &numbers) ?? .index, isDescending: Bool.random(using: &numbers),
          conditions: Bool.random(using: &numbers)
            ? [] : [.init(key: .field("v"), comparison: .less, value: .number(value))]))
    case 0: return .run
    case 1: return .pause
    case 2: return .step(Int.random(in: -1...40, using: &numbers))
    case 3: return .runTo(Tick(Int.random(in: -1...400, using: &numbers)))
    case 4: return Bool.random(using: &numbers) ? .restart : .hash
    case 5:
      let paces = [Pace.realTime(1), .asFastAsPossible, .realTime(.nan)]
      return .setPace(paces.randomElement(using: &numbers) ?? .realTime(1))
    case 6, 7:
      let field = ["tau_m", "v_thresh", "v_rest", "rate", "bias", "nothing"].randomElement(using: &numbers) ?? ""
      return .setParameter(selection, name: field, .number(value))
    case 8:
      let word = ["hard", "soft", "none", "?"].randomElement(using: &numbers) ?? ""
      return .setParameter(selection, name: "reset", .choice(word))
    case 9: return .setState(selection, variable: "v", value)
    case 10, 11:
      return .poke(NeuronAddress(population: Int.random(in: -1...3, using: &numbers), index: first))
    case 12 where Int.random(in: 0..<4, using: &numbers) == 0:
      let specs = [
        Networks.active(), Networks.classifier(), Networks.classifier(encoder: .poisson), Networks.impossible(),
      ]
      return .load(specs.randomElement(using: &numbers) ?? Networks.active())
    default: return .observe(Requests.random(using: &numbers))
    }
  }

  private struct Played {
    /// After every command.
    var hashes: [UInt64] = []
    /// Of the network that was loaded last, and what altered its run.
    var spec = Networks.active()
    var timeline = Timeline()
    var tick = Tick.zero
  }

  private func play(seed: UInt64, looks: Bool) throws -> Played {
    var numbers = SeededNumbers(seed: seed)
    var session = try DebugSession(Networks.active())
    var played = Played()
    var snapshot = Snapshot()
    for _ in 0..<300 {
      let command = command(using: &numbers)
      let events = session.apply(command)
      if case .load(let next) = command, case .loaded? = events.first { played.spec = next }
      _ = session.advance(atMost: Int.random(in: 0...30, using: &numbers))
      if looks { session.snapshot(into: &snapshot) }
      played.hashes.append(session.stateHash)
    }
    played.timeline = session.timeline
    played.tick = session.tick
    return played
  }

  @Test(arguments: UInt64(1)...12)
  func randomCommandsNeverTrapAndRepeat(_ seed: UInt64) throws {
    let first = try play(seed: seed, looks: true)
    let second = try play(seed: seed, looks: false)
    #expect(first.hashes == second.hashes)
    #expect(Set(first.hashes).count > 20, "little has happened")
  }

  @Test(arguments: UInt64(1)...12)
  func theLogRepeatsTheRun(_ seed: UInt64) throws {
    let played = try play(seed: seed, looks: true)
    #expect(played.timeline.isComplete)
    var again = try Simulation(played.spec)
    var log = played.timeline.log[...]
    for tick in 0...played.tick.value {
      while let entry = log.first, entry.tick == Tick(tick) {
        try repeatEdit(entry.command, &again)
        log.removeFirst()
      }
      if tick < played.tick.value { again.step() }
    }
    #expect(log.isEmpty)
    #expect(again.stateHash == played.hashes.last)
  }

  private func repeatEdit(_ command: EngineCommand, _ simulation: inout Simulation) throws {
    switch command {
    case .setParameter(let selection, let name, let setting):
      try simulation.setParameter(selection, name: name, setting)
    case .setState(let selection, let variable, let value):
      try simulation.setState(selection, variable: variable, value)
    case .poke(let address): try simulation.poke(population: address.population, index: address.index)
    default: Issue.record("\(command) does not alter a run")
    }
  }
}
