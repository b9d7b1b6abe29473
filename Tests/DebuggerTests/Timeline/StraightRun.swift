/// A run that never looks back, with commands on its way: what jumping about must agree with.
import Basics
import Debugger
import NetworkModel
import Simulation

/// The hash of the state at every `stride`-th tick, after the commands given there.
struct StraightRun {
  let steps: Int
  let stride: Int
  let edits: [Int: [EngineCommand]]
  private(set) var hashes: [UInt64] = []

  /// - Parameter edits: by tick, a multiple of `stride`.
  init(_ spec: NetworkSpec, steps: Int, stride: Int, edits: [Int: [EngineCommand]]) throws {
    self.steps = steps
    self.stride = stride
    self.edits = edits
    // Goes on with a simulation, so that it keeps nothing of its past.
    var session = DebugSession(watching: try Simulation(spec))
    for tick in Swift.stride(from: 0, through: steps, by: stride) {
      for command in edits[tick] ?? [] { _ = session.apply(command) }
      hashes.append(session.stateHash)
      for _ in 0..<stride { session.step() }
    }
  }

  func hash(at tick: Int) -> UInt64 { hashes[tick / stride] }

  /// The same run by a session that keeps its past.
  func recorded(_ spec: NetworkSpec) throws -> DebugSession {
    var session = try DebugSession(spec)
    // Otherwise every jump begins so much earlier that half a second before it can be shown.
    _ = session.apply(
      .observe(ObservationRequest(neuron: NeuronAddress(population: 0, index: 0), window: Milliseconds(2))))
    for tick in Swift.stride(from: 0, through: steps, by: stride) {
      for command in edits[tick] ?? [] { _ = session.apply(command) }
      if tick == steps { break }
      _ = session.apply(.step(stride))
      _ = session.advance(atMost: stride)
    }
    return session
  }
}

extension DebugSession {
  /// Goes to a place, in slices of so many steps, and returns what was told on the way.
  mutating func travel(to destination: Destination, slice: Int = 1000) -> [EngineEvent] {
    var events = apply(.go(destination))
    while mode != .paused {
      let advance = advance(atMost: slice)
      events += advance.event.map { [$0] } ?? []
    }
    return events + takeReports()
  }
}
