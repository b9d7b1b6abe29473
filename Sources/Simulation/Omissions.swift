/// What a network is run without, in its own numbers.
import Basics
import Kernels
package import NetworkModel

struct Omissions {
  /// Who never fires, ascending.
  private(set) var silent: [NeuronIndex] = []
  /// By projection.
  private(set) var lost: [[LostArrival]]

  /// - Throws: where a part names what is not there.
  init(_ spec: NetworkSpec, _ network: Network) throws(EditError) {
    lost = Array(repeating: [], count: network.projections.count)
    for part in spec.without.map(\.part) {
      let neurons = try Self.neurons(of: part, in: network)
      func lose(after time: Milliseconds?, to target: NeuronIndex?) {
        // A spike of step n is stamped with its end.
        let step = time.map { $0.ticks(dt: spec.dt) - 1 }
        for (number, projection) in network.projections.enumerated() {
          guard projection.info.sourcePopulation == neurons[0].population,
            target.map({ $0.population == projection.info.targetPopulation }) ?? true
          else { continue }
          lost[number].append(LostArrival(from: neurons[0].index, step: step, to: target?.index))
        }
      }
      switch part {
      case .neuron: silent.append(neurons[0])
      case .synapse: lose(after: nil, to: neurons[1])
      case .spike(_, let time): lose(after: time, to: nil)
      case .arrival(_, _, let time): lose(after: time, to: neurons[1])
      }
    }
    silent.sort()
  }

  init(building spec: NetworkSpec, _ network: Network) throws(BuildError) {
    do throws(EditError) {
      self = try Omissions(spec, network)
    } catch {
      throw .cannotLeaveOut(error)
    }
  }

  private static func neurons(
    of part: WithoutSpec.Part, in network: Network
  ) throws(EditError) -> [NeuronIndex] {
    var neurons: [NeuronIndex] = []
    for neuron in part.neurons {
      guard let population = network.populations.firstIndex(where: { $0.info.name == neuron.population }) else {
        throw .unknownPopulation(neuron.population)
      }
      let size = network.populations[population].info.size
      guard (0..<size).contains(neuron.index) else { throw .outOfRange(neuron.selection, size: size) }
      neurons.append(NeuronIndex(population: population, index: neuron.index))
    }
    return neurons
  }
}

extension Simulation {
  /// From the next step on the network runs without these parts, and with those that were left out before.
  ///
  /// A spike that is under way arrives where it has been added to the target's ring; where it waits as a spike, what is
  /// said of it counts. - Complexity: O(parts), and O(synapses of projections that learn) where single arrivals are
  /// lost.
  package mutating func leaveOut(_ parts: [WithoutSpec]) throws(EditError) {
    var wanted = spec
    wanted.without = parts
    let omissions = try Omissions(wanted, network)
    spec = wanted
    apply(omissions)
    data?.resume(tick: tick.value, network: network)
  }

  mutating func apply(_ omissions: Omissions) {
    silent = omissions.silent
    for (projection, lost) in zip(network.projections, omissions.lost) { projection.synapses.lose(lost) }
    for delivery in schedule.learning { delivery.learning?.lossesChanged() }
    data?.silence(silent)
  }

  /// Takes back the spikes of those that never fire. - Complexity: O(silent neurons · spikes).
  func silence(_ stage: Stage) {
    for neuron in silent where neuron.population == stage.population { stage.spikes.remove(neuron.index) }
  }
}
