/// The parts of a built network, and the order in which a step goes through them.
import Basics
import Kernels
import NetworkModel

struct Network {
  enum Body {
    case neurons(NeuronPopulation)
    case source(any SpikeSource)
    case input

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

    /// Whether its spikes have to be delivered before the next population is advanced.
    var isSameStep: Bool { synapses.count > 0 && synapses.shortestDelay == 0 }

    /// How many steps' arrivals its target has to tell apart. What arrives now has been taken out of its slot before
    /// the delayed projections deliver, so that their longest delay may use the same one again.
    var slots: Int { max(1, synapses.longestDelay + (isSameStep ? 1 : 0)) }
  }

  var populations: [Population]
  let projections: [Projection]
  let poissonArrivals: [PoissonArrivals]
  /// Populations, such that synapses without delay always lead forwards.
  let order: [Int]
  /// By population, the projections from it that have to be delivered before the next population is advanced.
  let sameStep: [[Int]]
  /// All other projections.
  let delayed: [Int]

  init(
    populations: [Population], projections: [Projection], poissonArrivals: [PoissonArrivals]
  ) throws(BuildError) {
    self.populations = populations
    self.projections = projections
    self.poissonArrivals = poissonArrivals
    delayed = projections.indices.filter { !projections[$0].isSameStep }
    sameStep = populations.indices.map { population in
      projections.indices.filter { projections[$0].isSameStep && projections[$0].info.sourcePopulation == population }
    }
    order = try Self.layers(populations, edges: projections.filter(\.isSameStep).map(\.info))
  }

  /// Populations in the order of the document, each after all that reach it without delay.
  private static func layers(_ populations: [Population], edges: [ProjectionInfo]) throws(BuildError) -> [Int] {
    var order: [Int] = []
    var rest = Array(populations.indices)
    while !rest.isEmpty {
      let ready = rest.first { candidate in
        !edges.contains { $0.targetPopulation == candidate && rest.contains($0.sourcePopulation) }
      }
      guard let ready else { throw .cycleWithoutDelay(cycle(in: rest, edges: edges).map { populations[$0].info.name }) }
      order.append(ready)
      rest.removeAll { $0 == ready }
    }
    return order
  }

  /// A circle among populations each of which has a predecessor among them: walk back until one comes again.
  private static func cycle(in rest: [Int], edges: [ProjectionInfo]) -> [Int] {
    var path = [rest[0]]
    while let edge = edges.first(where: {
      $0.targetPopulation == path[path.count - 1] && rest.contains($0.sourcePopulation)
    }) {
      if let start = path.firstIndex(of: edge.sourcePopulation) {
        return [edge.sourcePopulation] + path[start...].reversed()
      }
      path.append(edge.sourcePopulation)
    }
    return path
  }
}
