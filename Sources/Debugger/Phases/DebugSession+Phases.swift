/// How a session takes a step apart without making it.
import Basics
import NetworkModel
import Simulation

extension DebugSession {
  /// Does the next step, looks at a neuron between its phases, and goes back to where it stands.
  /// - Complexity: two copies of the state, one step, and O(synapses of the neuron that learn).
  mutating func dissect(_ neuron: NeuronAddress) -> [EngineEvent] {
    guard simulation.has(neuron) else { return [.refused("there is no such neuron")] }
    let home = keyframe()
    var report = outline(of: neuron)
    let weights = simulation.plasticWeights(of: neuron)
    let phases = simulation.stepTakingDown(population: neuron.population, index: neuron.index)
    let info = simulation.populations[neuron.population]
    let number = UInt32(simulation.number(of: neuron))
    report.hasFired = simulation.lastSpikes.contains(number)
    if let phases { report.take(phases, info.descriptor, dt: dt) }
    if report.hasFired { report.tellTargets(of: neuron, simulation) }
    report.tellLearned(from: weights, to: simulation.plasticWeights(of: neuron), simulation)
    guard restore(home) else { return [] }
    return [.dissected(report)]
  }

  private func outline(of neuron: NeuronAddress) -> StepReport {
    let descriptor = simulation.populations[neuron.population].descriptor
    var parameters: [String: ParameterSetting] = [:]
    for (field, parameter) in descriptor.parameters.enumerated() where parameter.kind != .times {
      parameters[parameter.name] = simulation.parameter(
        population: neuron.population, field: field, index: neuron.index)
    }
    return StepReport(
      neuron: neuron, name: name(of: neuron), model: descriptor.id, tick: tick, dt: dt, parameters: parameters,
      before: [], charged: [], reset: [], arrivals: [], current: 0, hasFired: false, isPoked: false, targets: 0,
      firstArrival: tick, lastArrival: tick, plastic: 0, moved: 0, learned: [])
  }
}

/// A synapse that learns, from or to a neuron, by its projection and ends.
private struct Plastic {
  let projection: Int
  let source: Int
  let target: Int
  let weight: Double
}

extension Simulation {
  fileprivate func plasticWeights(of neuron: NeuronAddress) -> [Plastic] {
    var found: [Plastic] = []
    for (index, projection) in spec.projections.enumerated() where projection.plasticity != nil {
      let info = projections[index]
      let own = info.sourcePopulation == neuron.population ? projection.source.position(of: neuron.index) : nil
      let target = info.targetPopulation == neuron.population ? projection.target.position(of: neuron.index) : nil
      guard own != nil || target != nil else { continue }
      for row in 0..<info.sourceCount where row == own || target != nil {
        forEachSynapse(of: index, fromSource: row) { end, weight, _ in
          guard row == own || end == target else { return }
          found.append(Plastic(projection: index, source: row, target: end, weight: weight))
        }
      }
    }
    return found
  }
}

extension StepReport {
  /// Where its spike goes, and when it gets there.
  fileprivate mutating func tellTargets(of neuron: NeuronAddress, _ simulation: borrowing Simulation) {
    let stamp = simulation.tick.value
    var (first, last) = (Int.max, 0)
    for (index, projection) in simulation.spec.projections.enumerated()
    where simulation.projections[index].sourcePopulation == neuron.population {
      guard let row = projection.source.position(of: neuron.index) else { continue }
      simulation.forEachSynapse(of: index, fromSource: row) { _, _, delay in
        targets += 1
        (first, last) = (min(first, delay), max(last, delay))
      }
    }
    guard targets > 0 else { return }
    (firstArrival, lastArrival) = (Tick(stamp + first), Tick(stamp + last))
  }

  fileprivate mutating func tellLearned(
    from before: [Plastic], to after: [Plastic], _ simulation: borrowing Simulation
  ) {
    plastic = before.count
    let pairs = zip(before, after).filter { $0.weight != $1.weight }
    moved = pairs.count
    let most = pairs.sorted { abs($0.1.weight - $0.0.weight) > abs($1.1.weight - $1.0.weight) }
    learned = []
    for (old, new) in most.prefix(StepReport.mostLearned) {
      let projection = simulation.spec.projections[new.projection]
      let descriptor = simulation.populations[simulation.projections[new.projection].targetPopulation].descriptor
      learned.append(
        StepReport.Learned(
          source: "\(projection.source.population)[\(projection.source.index(at: new.source))]",
          target: "\(projection.target.population)[\(projection.target.index(at: new.target))]",
          before: old.weight, after: new.weight, unit: descriptor.weightDimension?.baseUnit ?? ""))
    }
  }

  fileprivate mutating func take(_ phases: StepPhases, _ descriptor: ModelDescriptor, dt: Milliseconds) {
    func inUnits(_ values: [Double]) -> [Double] {
      zip(values, descriptor.state).map { $1.dimension == .time ? $0 * dt.value : $0 }
    }
    (before, charged, reset) = (inUnits(phases.before), inUnits(phases.charged), inUnits(phases.reset))
    (arrivals, current) = (phases.arrivals, phases.current)
    isPoked = phases.isPoked
    hasFired = hasFired || phases.hasFired
  }
}
