/// `projections:` as it is written.
import Basics
import NetworkModel

extension EntryWriter {
  /// - Parameter targets: of all projections that are written as this one entry.
  func projection(_ projection: ProjectionSpec, onto targets: [Selection]? = nil) -> Written {
    let targets = targets ?? [projection.target]
    let dimension = model(of: projection.target.population)?.weightDimension ?? .none
    var entries: [Written.Entry] = []
    func add(_ key: String, _ value: Written) { entries.append(Written.Entry(key, value)) }
    if projection.name != projection.usualName { add("name", .word(projection.name)) }
    add("from", selection(projection.source))
    add("to", targets.count == 1 ? selection(targets[0]) : .list(targets.map(selection)))
    add("connect", connector(projection, dimension))
    if projection.receptor == .inhibitory || dimension != .none { add("receptor", .word(projection.receptor.rawValue)) }
    if !projection.saysNoWeight { add("weight", values(projection.weight, dimension, as: projection.name + ".weight")) }
    if !projection.saysNoDelay(dt: spec.dt) {
      add("delay", values(projection.delay, .time, as: projection.name + ".delay"))
    }
    if !projection.exceptions.isEmpty { add("except", .list(projection.exceptions.map { row(of: $0, dimension) })) }
    if !projection.allowSelf { add("allow_self", .word("false")) }
    if let plasticity = projection.plasticity { add("plasticity", self.plasticity(plasticity, dimension)) }
    return .map(entries)
  }

  private func connector(_ projection: ProjectionSpec, _ dimension: Dimension) -> Written {
    func counted(_ key: String, _ number: Int, _ isWithReplacement: Bool) -> Written {
      let again = Written.Entry("with_replacement", .word("true"))
      return .map([Written.Entry(key, .word("\(number)"))] + (isWithReplacement ? [again] : []))
    }
    func single(_ key: String, _ value: Written) -> Written { .map([Written.Entry(key, value)]) }
    switch projection.connector {
    case .allToAll: return .word("all_to_all")
    case .oneToOne: return .word("one_to_one")
    case .fixedProbability(let p): return single("fixed_probability", .word(QuantityWriter.number(p)))
    case .fixedNumberPre(let number, let again): return counted("fixed_number_pre", number, again)
    case .fixedNumberPost(let number, let again): return counted("fixed_number_post", number, again)
    case .fixedTotalNumber(let number, let again): return counted("fixed_total_number", number, again)
    case .distanceDependent(let rule): return single("distance_dependent", distance(rule))
    case .smallWorld(let degree, let rewiring):
      let rewiring = Written.Entry("rewiring", .word(QuantityWriter.number(rewiring)))
      return single("small_world", .map([Written.Entry("degree", .word("\(degree)")), rewiring]))
    case .list(let synapses): return listed(synapses, projection, dimension)
    case .matrix(let matrix): return self.matrix(matrix, projection, dimension)
    }
  }

  private func distance(_ rule: DistanceRule) -> Written {
    var entries = [Written.Entry("p", .word(rule.text)), Written.Entry("metric", .word(rule.metric.rawValue))]
    if rule.isPeriodic { entries.append(Written.Entry("periodic", .word("true"))) }
    return .map(entries)
  }

  private func matrix(_ matrix: WeightMatrix, _ projection: ProjectionSpec, _ dimension: Dimension) -> Written {
    let name = files.add([matrix.postCount, matrix.preCount], matrix.values, as: projection.name)
    var entries = [Written.Entry("matrix", .word(name)), Written.Entry("layout", .word("post_pre"))]
    if dimension != .none { entries.append(Written.Entry("unit", .word(dimension.baseUnit))) }
    return .map(entries)
  }

  private func plasticity(_ plasticity: PlasticitySpec, _ dimension: Dimension) -> Written {
    var entries = [Written.Entry("rule", .word(plasticity.rule))]
    for (name, setting) in plasticity.parameters.sorted(by: { $0.key < $1.key }) {
      switch setting {
      case .number(let value): entries.append(Written.Entry(name, word(value, ruleDimension(plasticity.rule, name))))
      case .choice(let word): entries.append(Written.Entry(name, .word(word)))
      case .times: break
      }
    }
    entries.append(Written.Entry("w_min", word(plasticity.weights.lowerBound, dimension)))
    entries.append(Written.Entry("w_max", word(plasticity.weights.upperBound, dimension)))
    if plasticity.isFrozen { entries.append(Written.Entry("frozen", .word("true"))) }
    return .map(entries)
  }

  private func ruleDimension(_ rule: String, _ parameter: String) -> Dimension {
    rules.first { $0.id == rule }?.parameter(parameter)?.dimension ?? .none
  }
}

extension EntryWriter {
  /// `[3, 7, 0.2 nA, 1 ms]`, or `[3, 7, ~, 1 ms]`.
  private func row(of synapse: ListedSynapse, _ dimension: Dimension) -> Written {
    var row = [Written.word("\(synapse.pre)"), .word("\(synapse.post)")]
    if let weight = synapse.weight { row.append(word(weight, dimension)) } else { row.append(.nothing) }
    if let delay = synapse.delay { row.append(time(delay)) }
    return .list(row)
  }

  /// `{list: [[0, 1, 0.5 nA, 1 ms]]}`, or the same as an array beside the document.
  private func listed(_ synapses: [ListedSynapse], _ projection: ProjectionSpec, _ dimension: Dimension) -> Written {
    let hasDelays = synapses.contains { $0.delay != nil }
    let hasWeights = hasDelays || synapses.contains { $0.weight != nil }
    // A delay has its place behind a weight.
    func weight(_ synapse: ListedSynapse) -> Double { synapse.weight ?? projection.weight.single ?? 0 }
    func delay(_ synapse: ListedSynapse) -> Double { synapse.delay?.value ?? projection.delay.single ?? spec.dt.value }
    if synapses.count <= CompanionFiles.longestList {
      return .map([
        Written.Entry(
          "list",
          .list(
            synapses.map { synapse in
              var row = [Written.word("\(synapse.pre)"), .word("\(synapse.post)")]
              if synapse.weight != nil || synapse.delay != nil { row.append(word(weight(synapse), dimension)) }
              if let delay = synapse.delay { row.append(time(delay)) }
              return .list(row)
            }))
      ])
    }
    var values: [Double] = []
    for synapse in synapses {
      values += [Double(synapse.pre), Double(synapse.post)]
      if hasWeights { values.append(weight(synapse)) }
      if hasDelays { values.append(delay(synapse)) }
    }
    let columns = 2 + (hasWeights ? 1 : 0) + (hasDelays ? 1 : 0)
    var entries = [Written.Entry("file", .word(files.add([synapses.count, columns], values, as: projection.name)))]
    if hasWeights, dimension != .none { entries.append(Written.Entry("weight_unit", .word(dimension.baseUnit))) }
    if hasDelays { entries.append(Written.Entry("delay_unit", .word("ms"))) }
    return .map(entries)
  }
}

extension ProjectionSpec {
  /// Where each synapse says its own.
  fileprivate var saysNoWeight: Bool {
    switch connector {
    case .matrix: true
    case .list(let synapses): weight == .constant(1) && synapses.allSatisfy { $0.weight != nil }
    default: false
    }
  }

  fileprivate func saysNoDelay(dt: Milliseconds) -> Bool {
    guard case .list(let synapses) = connector else { return false }
    return delay == .constant(dt.value) && synapses.allSatisfy { $0.delay != nil }
  }
}
