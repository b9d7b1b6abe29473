/// When the neurons of a `SpikeSourceArray` spike.
package import Basics

extension PopulationSpec {
  /// The model whose neurons spike at given times, and the parameter that holds these.
  package static let spikeSource = (model: "SpikeSourceArray", parameter: "spike_times")

  package var hasTrains: Bool { model == Self.spikeSource.model }

  /// Ascending; empty for other models.
  package func train(of neuron: Int) -> [Milliseconds] {
    guard case .spikeTimes(let trains)? = parameters[Self.spikeSource.parameter], !trains.isEmpty else { return [] }
    return trains.count == 1 ? trains[0] : trains[neuron]
  }

  /// Gives the selected neurons this train; where all have the same, one stands for all.
  package mutating func setTrain(_ times: [Milliseconds], of selected: (Int) -> Bool) {
    let trains = (0..<size).map { selected($0) ? times : train(of: $0) }
    let isSame = trains.allSatisfy { $0 == trains[0] }
    parameters[Self.spikeSource.parameter] = .spikeTimes(isSame ? [trains[0]] : trains)
  }
}
