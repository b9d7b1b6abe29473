/// All that happened to the weight of one synapse.
package import Basics

package struct WeightLedger: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
    package enum Cause: Sendable, Equatable {
      /// A presynaptic spike with this stamp arrived.
      case arrival(stamp: Tick)
      /// The postsynaptic neuron fired.
      case spike
    }

    /// The end of the step in which it happened.
    package let tick: Tick
    package let cause: Cause
    /// From the arrival to the postsynaptic spike, of the pair that lies closest [steps]; nil where there was none before.
    package let interval: Int?
    package let before: Double
    package let after: Double
    /// The traces that the rule saw: of all arrivals before, and of all postsynaptic spikes before.
    package let preTrace: Double
    package let postTrace: Double
    /// Whether the weight has come to one of its bounds.
    package let isClipped: Bool

    package var change: Double { after - before }
  }

  package let from: NeuronAddress
  package let to: NeuronAddress
  package let projection: Int
  /// The id of the rule.
  package let rule: String
  package let bounds: ClosedRange<Double>
  package let since: Tick
  package let until: Tick
  /// The weight at both times [base units].
  package let start: Double
  package let end: Double
  package let entries: [Entry]
  /// Other synapses between the two that learn, too.
  package let others: Int
}
