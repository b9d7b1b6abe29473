/// Who is connected to whom.
package import Basics

/// A rule that makes the synapses of a projection.
package enum Connector: Sendable, Equatable {
  case allToAll
  /// The i-th neuron of the source selection to the i-th of the target; both selections have the same size.
  case oneToOne
  /// Every pair independently with this probability.
  case fixedProbability(Double)
  /// Every target receives exactly this many synapses.
  case fixedNumberPre(Int, withReplacement: Bool)
  /// Every source makes exactly this many synapses.
  case fixedNumberPost(Int, withReplacement: Bool)
  /// This many synapses in all, each between a random pair.
  case fixedTotalNumber(Int, withReplacement: Bool)
  /// Every pair independently with a probability that depends on its distance.
  case distanceDependent(DistanceRule)
  /// A ring on which every neuron reaches its `degree` nearest neighbours, each of these synapses being led to a random
  /// target with probability `rewiring`; both selections have the same size.
  case smallWorld(degree: Int, rewiring: Double)
  /// Exactly these, with 0-based indices into the two selections.
  case list([ListedSynapse])
  /// A dense weight matrix [post × pre], row-major, instead of the projection's `weight`. Zeros are synapses, too.
  case matrix(WeightMatrix)
}

/// One synapse of a list. Where weight or delay is nil the projection's own holds.
package struct ListedSynapse: Sendable, Equatable {
  package let pre: Int
  package let post: Int
  /// In base units of the target's weight dimension.
  package let weight: Double?
  package let delay: Milliseconds?

  package init(pre: Int, post: Int, weight: Double? = nil, delay: Milliseconds? = nil) {
    self.pre = pre
    self.post = post
    self.weight = weight
    self.delay = delay
  }
}

/// Weights of a dense projection, [post × pre], row-major.
package struct WeightMatrix: Sendable, Equatable {
  package let postCount: Int
  package let preCount: Int
  package let values: [Double]

  package init(postCount: Int, preCount: Int, values: [Double]) {
    precondition(values.count == postCount * preCount, "a matrix has rows × columns values")
    self.postCount = postCount
    self.preCount = preCount
    self.values = values
  }
}

/// Which of a neuron's two inputs a synapse ends on.
package enum Receptor: String, Sendable, Codable, CaseIterable { case excitatory, inhibitory }
