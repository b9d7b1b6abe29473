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
    /// How its weights change; nil where they stay.
    let plasticity: PlasticitySpec?
    /// How many steps its spikes wait as spikes before they are delivered; 0 where what is under way waits in the
    /// target's ring.
    var lag = 0

    /// Whether its spikes have to be delivered before the next population is advanced.
    var isSameStep: Bool { synapses.count > 0 && synapses.shortestDelay == 0 }

    /// How many steps' arrivals its target has to tell apart. What arrives now has been taken out of its slot before
    /// the delayed projections deliver, so that their longest delay may use the same one again.
    var slots: Int { max(1, synapses.longestDelay + (isSameStep ? 1 : 0)) }

    /// Whether its spikes can wait as spikes and be delivered in the step in which they arrive: a list of spikes is much
    /// smaller than the sums of all that they do, and these are added while the target's chunk is at hand.
    var canDeliverLate: Bool {
      synapses.shortestDelay == synapses.longestDelay && (1...Self.longestLag).contains(synapses.longestDelay)
    }

    /// Every step of delay is a list of spikes to keep.
    private static let longestLag = 100
  }

  var populations: [Population]
  let projections: [Projection]
  /// By target population.
  let poissonArrivals: [[PoissonArrivals]]
}
