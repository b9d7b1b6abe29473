/// A spike of CUBA with its causes, for screens.
import Basics
import NetworkModel
import Workbench

@testable import Debugger

extension Fixture {
  /// What `y` answers for neuron 17, which stands three questions deep.
  func asked(_ state: WorkbenchState) -> WorkbenchState {
    var state = state
    let sheet = WhyWriter(network, models: state.models).sheet(.fired(Self.fired))
    state.why.trail = [12_001, 12_100, 12_216].map { tick in
      WhyState.Place(question: .neuron(NeuronAddress(population: 0, index: 17), at: Tick(tick)), sheet: sheet)
    }
    return state
  }

  private static var fired: WhyFired {
    let neuron = NeuronAddress(population: 0, index: 17)
    var shares = [WhyShare(cause: .rest, value: -49), WhyShare(cause: .reset(Tick(11_800)), value: -1.4)]
    var causes: [WhyArrival] = []
    var sum = -50.4
    for place in 0..<30 {
      let isInhibitory = place % 4 == 0
      let arrival = WhyArrival(
        neuron: NeuronAddress(population: isInhibitory ? 1 : 0, index: (place * 389) % 800),
        projection: isInhibitory ? 2 : 0,
        stamp: Tick(12_200 - 9 * place), arrival: Tick(12_201 - 9 * place), weight: isInhibitory ? -0.09 : 0.0162,
        isCausal: !isInhibitory && place < 6, effect: place < 12 ? .moved(isInhibitory ? -4 : 6) : nil)
      let value = (isInhibitory ? -0.9 : 0.31) / (1 + Double(place) / 12)
      if arrival.isCausal { causes.append(arrival) }
      shares.append(WhyShare(cause: .arrival(arrival), value: value))
      sum += value
    }
    shares = shares.prefix(2) + shares.dropFirst(2).sorted { abs($0.value) > abs($1.value) }
    let potential = WhyPotential(
      neuron: neuron, tick: Tick(12_216), v: sum, level: sum - 0.01, shares: shares, residual: 4e-15, isExact: true)
    return WhyFired(
      potential: potential, causal: .smallest, causes: causes, horizon: Milliseconds(20), horizonSteps: 200)
  }
}
