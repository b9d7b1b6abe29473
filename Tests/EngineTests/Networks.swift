/// Networks for the tests of this room.
import Basics
import Debugger
import NetworkModel

enum Networks {
  /// Neurons that fire by themselves and are connected at random.
  static func active(size: Int = 60, seed: UInt64 = 11) -> NetworkSpec {
    var spec = NetworkSpec()
    spec.seed = seed
    spec.populations = [
      PopulationSpec(
        name: "exc", shape: [size], model: "IF_curr_exp",
        parameters: [
          "v_rest": .number(.constant(-49)), "v_reset": .number(.constant(-60)), "cm": .number(.constant(0.2)),
        ],
        initial: ["v": .uniform(low: -60, high: -50)])
    ]
    let all = Selection(all: "exc", size: size)
    spec.projections = [
      ProjectionSpec(
        name: "exc->exc", from: all, to: all, connector: .fixedProbability(0.1), weight: .constant(0.01),
        delay: .constant(0.5))
    ]
    return spec
  }

  /// Cannot be built: there is no such model.
  static func impossible() -> NetworkSpec {
    var spec = active()
    spec.populations[0].model = "IF_perhaps"
    return spec
  }

  /// All panes at once.
  static func request(columns: Int = 40, neuron: Int = 0) -> ObservationRequest {
    var request = ObservationRequest(neuron: NeuronAddress(population: 0, index: neuron), window: Milliseconds(50))
    request.raster = .init(columns: columns, rows: 20)
    request.bars = .init(population: 0, first: 0, count: 10)
    request.weights = .init(projection: 0, rows: 10, columns: 10, cursorPost: 0, cursorPre: 0)
    request.trace = .init(variable: "v", columns: columns)
    return request
  }
}
