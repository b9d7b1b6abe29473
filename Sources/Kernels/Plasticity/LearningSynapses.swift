/// The plastic side of a projection as the simulation sees it, whatever its rule and precision.
package import Basics

/// One call a step does a whole projection, or a chunk of its targets, so that behind it everything can be concrete.
/// Closures and not a protocol, for the reason that `NeuronPopulation` gives.
package final class LearningSynapses: Sendable {
  private let arriving: @Sendable (_ tick: Int, _ chunk: Int) -> Int
  private let learning: @Sendable (_ tick: Int) -> Void
  private let forgetting: @Sendable () -> Void
  private let restarting: @Sendable () -> Void
  private let hashing: @Sendable (inout StateHash) -> Void
  private let logging: @Sendable (_ capacity: Int?, _ synapse: Int?) -> Void
  private let taking: @Sendable () -> [WeightChange]
  private let total: @Sendable () -> Int
  private let losing: @Sendable () -> Void
  private let sizes: @Sendable (LearningPart) -> StateBytes.Size
  private let usualSizes: @Sendable (LearningPart) -> StateBytes.Size
  private let accepting: @Sendable (StateBytes.Size, LearningPart) -> Bool
  private let keep: @Sendable (LearningPart) -> [UInt8]
  private let bringBack: @Sendable (LearningPart, [UInt8]) -> Void
  private let scale: @Sendable (Double, ClosedRange<Double>) -> Void
  private let set: @Sendable (Int, Double) -> Void

  /// To be called with a concrete rule.
  @inline(__always)
  init<R: PlasticityRule>(_ driver: RuleDriver<R>) {
    arriving = { driver.arrive(tick: $0, chunk: $1) }
    learning = { driver.learn(tick: $0) }
    forgetting = { driver.forgetSpikes() }
    restarting = { driver.restart() }
    hashing = { driver.hash(into: &$0) }
    logging = { driver.keepChanges(atMost: $0, of: $1) }
    taking = { driver.takeChanges() }
    total = { driver.memory }
    losing = { driver.lossesChanged() }
    sizes = { driver.size(of: $0) }
    usualSizes = { driver.usualSize(of: $0) }
    accepting = { driver.accepts($0, of: $1) }
    keep = { driver.bytes(of: $0) }
    bringBack = { driver.setBytes(of: $0, to: $1) }
    scale = { driver.scaleWeights(by: $0, within: $1) }
    set = { driver.weights[$0] = R.Scalar($1) }
  }

  /// Serves the spikes that arrive at a chunk of the target population in this step, each with the weight that it then
  /// changes. Threads may do different chunks at once. Returns how many synapses that were.
  package func arrive(tick: Int, onto chunk: Int) -> Int { arriving(tick, chunk) }
  /// When all arrivals have been served: the spikes of the targets in this step, then the traces of both ends.
  package func learn(tick: Int) { learning(tick) }
  /// Traces go back to 0, weights stay.
  package func forgetSpikes() { forgetting() }
  /// Back to the weights that were drawn, and to traces of 0.
  package func restart() { restarting() }
  /// The traces; weights are hashed with their table.
  package func hash(into hash: inout StateHash) { hashing(&hash) }
  /// From now on the first so many changes, of one synapse or of all, are kept until they are taken; nil for none.
  package func keepChanges(atMost capacity: Int?, of synapse: Int? = nil) { logging(capacity, synapse) }
  package func takeChanges() -> [WeightChange] { taking() }
  /// Bytes beside the table itself.
  package var memory: Int { total() }
  /// To be called when the table loses other arrivals than before.
  package func lossesChanged() { losing() }
  /// How large a part of what moves is: traces take more while single arrivals are lost.
  package func size(of part: LearningPart) -> StateBytes.Size { sizes(part) }
  /// How large it is where no arrival is lost.
  package func usualSize(of part: LearningPart) -> StateBytes.Size { usualSizes(part) }
  /// Whether `setBytes` takes so many, which may have been made with other losses.
  package func accepts(_ size: StateBytes.Size, of part: LearningPart) -> Bool { accepting(size, part) }
  /// A copy of it, for a checkpoint.
  package func bytes(of part: LearningPart) -> [UInt8] { keep(part) }
  /// Brings it back. - Precondition: it accepts as many bytes.
  package func setBytes(of part: LearningPart, to bytes: [UInt8]) { bringBack(part, bytes) }
  /// Multiplies the weights as they are now, cut to the bounds [base units].
  package func scaleWeights(by factor: Double, within bounds: ClosedRange<Double>) { scale(factor, bounds) }
  /// Gives a synapse, by its number in the table, another weight [base units].
  package func setWeight(_ synapse: Int, to weight: Double) { set(synapse, weight) }
}

/// What the rest of the program needs of a rule: its description, and a way to have synapses learn by it.
package struct PlasticityKernel: Sendable {
  package let descriptor: RuleDescriptor
  private typealias Make = @Sendable (SynapseTable, RuleParameters, Double, SpikeList, SpikeList) -> LearningSynapses
  private let single: Make
  private let double: Make
  private let frozenSingle: Make
  private let frozenDouble: Make

  /// Called with concrete rules only, so that their loops are specialised here.
  @inline(__always)
  init<S: PlasticityRule, D: PlasticityRule>(_ single: S.Type, _ double: D.Type)
  where S.Scalar == Float, D.Scalar == Double {
    descriptor = D.descriptor
    self.single = { LearningSynapses(RuleDriver<S>($0, $1, dt: $2, sources: $3, spiking: $4)) }
    self.double = { LearningSynapses(RuleDriver<D>($0, $1, dt: $2, sources: $3, spiking: $4)) }
    frozenSingle = { LearningSynapses(RuleDriver<Frozen<S>>($0, $1, dt: $2, sources: $3, spiking: $4)) }
    frozenDouble = { LearningSynapses(RuleDriver<Frozen<D>>($0, $1, dt: $2, sources: $3, spiking: $4)) }
  }

  /// Has the weights of a table learn.
  /// - Parameters:
  ///   - table: attached, with a weight for each synapse.
  ///   - isFrozen: whether the weights stay, and only the traces move.
  ///   - sources: spikes of the source population, kept for as many steps as the longest delay has.
  ///   - spiking: spikes of the target population.
  package func synapses(
    _ table: SynapseTable, _ settings: [String: ParameterSetting], weights: ClosedRange<Double>, isFrozen: Bool = false,
    dt: Milliseconds, sources: SpikeList, spiking: SpikeList
  ) -> LearningSynapses {
    let parameters = RuleParameters(descriptor, settings, weights: weights)
    let make = isFrozen ? (table.isDouble ? frozenDouble : frozenSingle) : (table.isDouble ? double : single)
    return make(table, parameters, dt.value, sources, spiking)
  }
}
