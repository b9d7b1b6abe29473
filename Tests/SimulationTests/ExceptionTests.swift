/// Synapses that were set by hand: the network is that of a list with the same numbers, and the others stay.
import Basics
import NetworkModel
import Testing

@testable import Simulation

@Suite struct ExceptionTests {
  private static let set = [
    ListedSynapse(pre: 0, post: 3, weight: 0.4), ListedSynapse(pre: 5, post: 2, weight: 0.3, delay: Milliseconds(2)),
    ListedSynapse(pre: 5, post: 7, delay: Milliseconds(0.4)),
  ]

  private func synapses(_ simulation: borrowing Simulation) -> [ListedSynapse] {
    var all: [ListedSynapse] = []
    for row in 0..<simulation.projections[0].sourceCount {
      simulation.forEachSynapse(of: 0, fromSource: row) {
        all.append(ListedSynapse(pre: row, post: $0, weight: $1, delay: Milliseconds(Double($2) * 0.1)))
      }
    }
    return all
  }

  @Test(
    arguments: [ValueSource.constant(0.02), .uniform(low: 0, high: 0.1)],
    [ValueSource.constant(1), .uniform(low: 0.5, high: 3)])
  func eachHasItsOwnAndTheOthersStay(weight: ValueSource, delay: ValueSource) throws {
    var spec = NetworkSpec.cuba(neurons: 60)
    spec.precision = .double
    spec.projections[0].connector = .allToAll
    (spec.projections[0].weight, spec.projections[0].delay) = (weight, delay)
    let plain = synapses(try Simulation(spec))
    spec.projections[0].exceptions = Self.set
    var ours = try Simulation(spec)
    let expected = plain.map { synapse in
      let own = Self.set.first { $0.pre == synapse.pre && $0.post == synapse.post }
      return ListedSynapse(
        pre: synapse.pre, post: synapse.post, weight: own?.weight ?? synapse.weight, delay: own?.delay ?? synapse.delay)
    }
    #expect(synapses(ours) == expected && plain != expected)
    spec.projections[0].exceptions = []
    spec.projections[0].connector = .list(expected)
    var listed = try Simulation(spec)
    #expect(ours.spikes(steps: 300) == listed.spikes(steps: 300))
    #expect(ours.stateHash == listed.stateHash)
  }

  /// A pair that the connector does not join gets no synapse by being mentioned.
  @Test func whatIsNotJoinedStaysSo() throws {
    var spec = NetworkSpec.cuba(neurons: 60)
    spec.projections[0].connector = .list([ListedSynapse(pre: 0, post: 1)])
    spec.projections[0].exceptions = Self.set
    #expect(try Simulation(spec).projections[0].synapseCount == 1)
  }

  @Test func whatIsSetIsWithinTheBoundsOfWhatLearns() throws {
    var spec = NetworkSpec.cuba(neurons: 60)
    spec.projections[0].connector = .allToAll
    spec.projections[0].exceptions = Self.set
    spec.projections[0].plasticity = PlasticitySpec(rule: "stdp_pair", weights: 0...0.35)
    #expect(throws: BuildError.weightOutsideBounds(projection: spec.projections[0].name)) { _ = try Simulation(spec) }
  }
}
