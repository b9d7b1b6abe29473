/// How a session carries out commands.
import Basics
import NetworkModel
import Simulation

extension DebugSession {
  /// Carries out a command before the next step. What cannot be done is refused with a reason and changes nothing.
  package mutating func apply(_ command: EngineCommand) -> [EngineEvent] {
    switch command {
    case .run: mode = .running
    case .pause: mode = .paused
    case .step(let count): return step(count)
    case .runTo(let target): return run(to: target)
    case .restart: return restart()
    case .setPace(let pace): return setPace(pace)
    case .setParameter, .setState, .poke: return edit(command)
    case .observe(let request):
      asked = request
      look()
    case .hash: return [.hash(stateHash, at: tick)]
    case .load(let spec): return load(spec)
    case .rebuild(let spec, let lineage): return rebuild(spec, lineage)
    case .tellWeights(let name): return tellWeights(of: name)
    case .remember(let number): return remember(number)
    case .revert(let number): return revert(number)
    }
    return []
  }

  private mutating func step(_ count: Int) -> [EngineEvent] {
    guard count > 0 else { return [.refused("one step at least, not \(count)")] }
    let (target, overflow) = tick.value.addingReportingOverflow(count)
    mode = .until(Tick(overflow ? .max : target))
    return []
  }

  private mutating func run(to target: Tick) -> [EngineEvent] {
    guard target >= .zero else { return [.refused("a run begins at 0 ms")] }
    if target < tick { goToStart() }
    guard target > tick else {
      mode = .paused
      return [.stopped(tick)]
    }
    mode = .until(target)
    return []
  }

  /// A `step` or `runTo` under way is over: its end was counted from another past.
  private mutating func restart() -> [EngineEvent] {
    if case .until = mode { mode = .paused }
    goToStart()
    return [.changed("back at 0 ms, with the parameters of the document")]
  }

  private mutating func goToStart() {
    simulation.restart()
    tiles = nil
    field = nil
    history.removeAll()
    readout?.reset()
    timeline.removeAll()
  }

  /// Biological over wall time: what a clock in nanoseconds can pace without overflow.
  private static var factors: ClosedRange<Double> { 1e-6...1e6 }

  private mutating func setPace(_ pace: Pace) -> [EngineEvent] {
    if case .realTime(let factor) = pace {
      guard Self.factors.contains(factor) else {
        return [.refused("a speed is from a millionth to a million times real time")]
      }
    }
    self.pace = pace
    return []
  }

  /// The old network goes only when the new one stands.
  private mutating func load(_ spec: NetworkSpec) -> [EngineEvent] {
    do throws(SessionError) {
      let next = try Simulation(spec, options: options)
      history = History(next)
      readout = Readout(next)
      simulation = next
    } catch {
      return [.refused(error.description)]
    }
    if case .until = mode { mode = .paused }
    tiles = nil
    field = nil
    overwritten = Overwritten()
    past = Past()
    generation += 1
    timeline.removeAll()
    look()
    return [.loaded(summary)]
  }
}
