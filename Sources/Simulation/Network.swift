/// The parts of a built network.
import Basics
import Kernels
import NetworkModel

struct Network {
  enum Body {
    case neurons(NeuronPopulation)
    case source(any SpikeSource)
    case input

    var source: (any SpikeSource)? { if case .source(let source) = self { source } else { nil } }
    var neurons: NeuronPopulation? { if case .neurons(let neurons) = self { neurons } else { nil } }
  }

  struct Population {
    let info: PopulationInfo
    let body: Body
    var parameters: ParameterTable
    let initialParameters: ParameterTable
    /// Of a `SpikeSourceArray` [ms]: one list for all neurons or one for each; otherwise empty.
    let times: [[Milliseconds]]

    func spikeTimes(of neuron: Int) -> [Double] {
      if times.isEmpty { return [] }
      return times[times.count == 1 ? 0 : neuron].map(\.value)
    }
  }

  struct Projection {
    let info: ProjectionInfo
    let synapses: SynapseTable
    /// From a neuron of the target population to its position in the target selection.
    let targets: RowMap
    /// Synapses onto each neuron of the target population.
    let incoming: [UInt32]
    /// Where its target takes arrivals into its state: how many steps after a spike that is done. Otherwise 0.
    var lag = 0

    /// Whether its spikes have to be delivered before the next population is advanced.
    var isSameStep: Bool { synapses.count > 0 && synapses.shortestDelay == 0 }

    /// How many steps' arrivals its target has to tell apart. What arrives now has been taken out of its slot before
    /// the delayed projections deliver, so that their longest delay may use the same one again.
    var slots: Int { max(1, synapses.longestDelay + (isSameStep ? 1 : 0)) }

    /// Whether its spikes can wait as spikes, and be added to the target's state in the step in which they arrive.
    /// For short delays only: every step of delay is a list of spikes to keep.
    var canDeliverLate: Bool {
      synapses.shortestDelay == synapses.longestDelay && (1...16).contains(synapses.longestDelay)
    }
  }

  var populations: [Population]
  let projections: [Projection]
  let poissonArrivals: [PoissonArrivals]
}
