/// The synapses of one neuron, the strongest first: all that end on it, or all that leave it. Read over one snapshot or
/// more, and again and again where weights learn.
import Basics
import NetworkModel
import Simulation

struct FanReader {
  /// The sources of one projection that have to be read.
  private struct Part {
    let projection: Int
    let sources: Range<Int>
    /// The neuron's index into the target selection; nil where it is the source.
    let target: Int?
    /// The side at the other end.
    let partners: Selection
    let population: Int
  }

  private let neuron: NeuronAddress
  private let isOutgoing: Bool
  private let parts: [Part]
  /// Of the last round that was read to its end, sorted; before that, those read so far.
  private var synapses: [FanSnapshot.Synapse] = []
  /// Of the round that is being read.
  private var found: [FanSnapshot.Synapse] = []
  private let dt: Milliseconds
  private(set) var round: ReadingRound
  let isPlastic: Bool

  init(_ simulation: borrowing Simulation, of neuron: NeuronAddress, isOutgoing: Bool) {
    self.neuron = neuron
    self.isOutgoing = isOutgoing
    dt = simulation.dt
    var parts: [Part] = []
    var isPlastic = false
    for (index, spec) in simulation.spec.projections.enumerated() {
      let info = simulation.projections[index]
      let population = isOutgoing ? info.sourcePopulation : info.targetPopulation
      let selection = isOutgoing ? spec.source : spec.target
      guard population == neuron.population, info.synapseCount > 0,
        let position = selection.position(of: neuron.index)
      else { continue }
      isPlastic = isPlastic || simulation.isPlastic(projection: index)
      parts.append(
        isOutgoing
          ? Part(
            projection: index, sources: position..<position + 1, target: nil, partners: spec.target,
            population: info.targetPopulation)
          : Part(
            projection: index, sources: 0..<info.sourceCount, target: position, partners: spec.source,
            population: info.sourcePopulation))
    }
    self.parts = parts
    self.isPlastic = isPlastic
    round = ReadingRound(units: parts.reduce(0) { $0 + $1.sources.count })
  }

  func fits(_ neuron: NeuronAddress, _ request: ObservationRequest.Fan) -> Bool {
    self.neuron == neuron && isOutgoing == request.isOutgoing
  }

  /// Reads some sources, or reads them again. - Complexity: that of the round's budget, and at its end O(k log k) for k
  /// synapses of the neuron.
  mutating func refresh(_ simulation: borrowing Simulation) {
    var round = round
    if round.advance({ read(unit: $0, simulation) }) {
      found.sort(by: Self.isStronger)
      swap(&synapses, &found)
      found.removeAll(keepingCapacity: true)
    }
    self.round = round
  }

  private mutating func read(unit: Int, _ simulation: borrowing Simulation) -> Int {
    var source = unit
    guard
      let part = parts.first(where: { part in
        if source < part.sources.count { return true }
        source -= part.sources.count
        return false
      })
    else { return 0 }
    return read(part, source: part.sources.lowerBound + source, simulation)
  }

  /// Returns how many synapses the source has.
  private mutating func read(_ part: Part, source: Int, _ simulation: borrowing Simulation) -> Int {
    var passed = 0
    simulation.forEachSynapse(of: part.projection, fromSource: source) { target, weight, delay in
      passed += 1
      if let own = part.target, own != target { return }
      let partner = part.partners.index(at: isOutgoing ? target : source)
      found.append(
        FanSnapshot.Synapse(
          projection: part.projection, partner: NeuronAddress(population: part.population, index: partner),
          weight: weight, delay: Milliseconds(Double(delay) * dt.value)))
    }
    return passed
  }

  /// By magnitude, and among equals in the order of the network.
  private static func isStronger(_ a: FanSnapshot.Synapse, _ b: FanSnapshot.Synapse) -> Bool {
    if abs(a.weight) != abs(b.weight) { return abs(a.weight) > abs(b.weight) }
    return (a.projection, a.partner.population, a.partner.index) < (b.projection, b.partner.population, b.partner.index)
  }

  /// The part that is in view.
  func snapshot(_ request: ObservationRequest.Fan) -> FanSnapshot {
    let first = max(0, min(request.first, synapses.count - request.count))
    return FanSnapshot(
      neuron: neuron, isOutgoing: isOutgoing,
      synapses: Array(synapses[first..<min(synapses.count, first + request.count)]), first: first,
      total: synapses.count, greatest: synapses.first.map { abs($0.weight) } ?? 0, progress: round.progress)
  }
}
