/// Branches that do what another one did, but for one thing.
import Basics
import NetworkModel

extension Timeline {
  /// How a branch differs from the present one.
  struct Variation {
    /// Until which tick, its commands included, both are the same.
    var fork: Tick
    var log: [Entry]
    /// Whether it differs from the very first command on, so that it begins with the run's first keyframe and not with
    /// what was done then.
    var beginsAnew = false
    var reason: String
    /// What is done in it alone, and in the present one alone.
    var added: EngineCommand?
    var removed: EngineCommand?
  }

  /// Whether the run is kept from its very beginning.
  var isKeptFromTheStart: Bool { firstKeyframe.map { $0.included == 0 } ?? false }

  /// That of the run's earliest tick.
  private var firstKeyframe: Keyframe? { keyframe(atOrBefore: earliest) }

  /// Where, in the present log, a command goes that is to come before the step of this tick, and before all others
  /// where that is the beginning of a run.
  func position(ofCommandAt tick: Tick, first isFirst: Bool) -> Int {
    if isFirst { return branches[current].firstEntry(from: tick) + (firstKeyframe?.included ?? 0) }
    return branches[current].firstEntry(from: Tick(tick.value + 1))
  }

  /// Adds a branch; the present one goes on being run.
  /// - Parameter end: as far as it is sure to be run; its commands may lie beyond.
  /// - Returns: its number.
  mutating func add(_ variation: Variation, end: Tick) -> Int {
    let number = nextBranchNumber()
    var branch = Branch(
      number: number, name: "branch \(number)", parent: branches[current].number, fork: variation.fork,
      log: variation.log, isComplete: isComplete, end: max(end, variation.log.last?.tick ?? end))
    branch.reason = variation.reason
    branch.forgotten = branches[current].forgotten
    if variation.beginsAnew, let first = firstKeyframe {
      branch.insert(first)
      memory += first.memory
    }
    branches.append(branch)
    revision += 1
    dropBranches()
    return number
  }

  /// What the present branch is run without once so many of its commands have been carried out, beside what the
  /// network says itself. - Complexity: O(log).
  func leftOut(upTo position: Int) -> [WithoutSpec.Part] {
    let branch = branches[current]
    var parts = branch.forgotten
    for entry in branch.log[..<position] { entry.command.addOmissions(to: &parts) }
    return parts
  }
}

extension EngineCommand {
  /// A rebuilt network says by itself what it is run without.
  func addOmissions(to parts: inout [WithoutSpec.Part]) {
    switch self {
    case .leaveOut(let more): parts += more
    case .rebuild: parts = []
    default: break
    }
  }
}

extension NetworkSpec {
  /// The same network without these too, as far as it has them.
  /// - Parameter lineage: what its populations were called when they were named.
  func leavingOut(_ parts: [WithoutSpec.Part], _ lineage: Lineage = .plain) -> NetworkSpec {
    var spec = self
    for part in parts.map({ renamed($0, lineage) }) {
      if spec.problem(leavingOut: part) != nil || spec.without.contains(where: { $0.part == part }) { continue }
      spec.without.append(WithoutSpec(part))
    }
    return spec
  }

  /// Under the names that this network has for the neurons.
  func renamed(_ part: WithoutSpec.Part, _ lineage: Lineage) -> WithoutSpec.Part {
    part.mapNeurons { neuron in
      let name = populations.first { lineage.formerName(of: $0.name) == neuron.population }?.name
      return NeuronPlace(name ?? neuron.population, neuron.index)
    }
  }

  /// Why there is no such part; nil where there is.
  func problem(leavingOut part: WithoutSpec.Part) -> String? {
    for neuron in part.neurons {
      guard let population = population(neuron.population) else {
        return "there is no population \(neuron.population)"
      }
      let size = population.shape.reduce(1, *)
      guard (0..<size).contains(neuron.index) else {
        return "\(neuron.selection.text) is outside \(neuron.population), which has neurons 0 to \(size - 1)"
      }
    }
    let neurons = part.neurons
    guard neurons.count == 2, !projections.contains(where: { $0.joins(neurons[0], neurons[1]) }) else { return nil }
    return "no projection leads from \(neurons[0].selection.text) to \(neurons[1].selection.text)"
  }
}
