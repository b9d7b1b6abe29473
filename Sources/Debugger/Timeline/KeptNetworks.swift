/// The networks that a run has had: structural edits leave several, and keyframes say of which they are.
import NetworkModel
import Simulation

struct KeptNetworks: ~Copyable {
  private(set) var specs: [NetworkSpec]
  /// The number of the one that the session runs.
  private(set) var current = 0
  /// The one that ran before, so that to go to and fro over an edit does not build them again and again.
  private var parked: Parked?

  private struct Parked: ~Copyable {
    let number: Int
    var simulation: Simulation
  }

  /// A larger network is built again rather than kept [bytes].
  private static let mostParked = 256_000_000

  init(_ spec: NetworkSpec) { specs = [spec] }

  /// The same for another session, which runs this one of them.
  init(_ specs: [NetworkSpec], current: Int) { (self.specs, self.current) = (specs, current) }

  /// Another network is run from now on.
  mutating func add(_ spec: NetworkSpec) {
    specs.append(spec)
    current = specs.count - 1
  }

  /// Puts the network with this number into the session's place. What moves in it is to be set by the caller.
  /// - Complexity: O(1) for the one that ran before; otherwise that of building it.
  mutating func exchange(
    _ simulation: inout Simulation, for number: Int, options: BuildOptions
  ) throws(BuildError) {
    let former = current
    if let found = parked.take(), found.number == number {
      let next = found.simulation
      parked = Parked(number: former, simulation: simulation)
      simulation = next
    } else {
      var next = try Simulation(specs[number], options: options)
      swap(&simulation, &next)
      if next.memory <= Self.mostParked { parked = Parked(number: former, simulation: next) }
    }
    current = number
  }
}
