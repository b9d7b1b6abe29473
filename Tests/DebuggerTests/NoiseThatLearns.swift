/// A network whose weights are watched, and a session that runs it for a while.
import Basics
import Debugger
import NetworkModel

enum NoiseThatLearns {
  static let projection = "noise->exc"

  /// Noise that drives a few neurons, and learns to unless it is told not to; delays all the same or drawn.
  static func network(learns: Bool = true, delay: ValueSource = .constant(1)) -> NetworkSpec {
    var spec = NetworkSpec()
    spec.populations = [
      PopulationSpec(
        name: "noise", shape: [20], model: "SpikeSourcePoisson", parameters: ["rate": .number(.constant(100))]),
      PopulationSpec(name: "exc", shape: [5], model: "IF_curr_exp"),
    ]
    var projection = ProjectionSpec(
      name: projection, from: Selection(all: "noise", size: 20), to: Selection(all: "exc", size: 5),
      connector: .fixedProbability(0.5), weight: .constant(1), delay: delay)
    if learns { projection.plasticity = PlasticitySpec(rule: "stdp_pair", weights: 0...2) }
    spec.projections = [projection]
    return spec
  }

  static func run(_ session: inout DebugSession, _ steps: Int) {
    _ = session.apply(.run)
    _ = session.advance(atMost: steps)
    _ = session.apply(.pause)
  }
}
