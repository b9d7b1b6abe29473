/// Weights of synapses in conditions: `weight(a[3] -> b[7])`, `weight(a[3] -> b[7] of drive)`.
import Basics
import NetworkModel

/// A synapse as a condition names it, with every projection that may have it: which of them do, only the built network
/// knows.
struct NamedSynapse {
  /// `a[3] -> b[7]`
  let text: String
  /// Where in the condition, from 1.
  let column: Int
  let target: NeuronAddress
  /// The weight in each of those projections.
  let terms: [Term]
}

extension ConditionParser {
  /// What stands between the parentheses.
  mutating func weight(column: Int) throws(ConditionProblem) -> Operand {
    let pre = try one(neuron: "the presynaptic neuron")
    try expect("->")
    let post = try one(neuron: "the postsynaptic neuron")
    let text = "\(pre.text) -> \(post.text)"
    var joining = network.projections(from: pre.first, to: post.first)
    if take(word: "of") { joining = [try projection(among: joining, text)] }
    let terms = joining.compactMap { network.weight(from: pre.first, to: post.first, projection: $0) }
    // What the network lacks is told by who knows it; here a synapse stands for it.
    guard let term = terms.first(where: { !absent.contains($0) }) ?? terms.first, let first = joining.first else {
      let (source, target) = (pre.selection.population, post.selection.population)
      throw ConditionProblem(.noSynapse(text, hint: "no projection joins them: \(source), \(target)"), column: column)
    }
    synapses.append(NamedSynapse(text: text, column: column, target: post.first, terms: terms))
    return .known(term, network.projections[first].weightDimension)
  }

  private mutating func projection(among joining: [Int], _ synapse: String) throws(ConditionProblem) -> Int {
    let (column, all) = (scanner.column, network.projections.map(\.name))
    let written = scanner.writtenName
    guard let name = scanner.take(oneOf: all), let index = all.firstIndex(of: name) else {
      let near = Spelling.nearest(to: written, among: all)
      throw ConditionProblem(.unknownProjection(written, nearest: near), column: column)
    }
    if joining.contains(index) { return index }
    throw ConditionProblem(.notJoined(synapse, by: name, names: joining.map { all[$0] }), column: column)
  }

  private mutating func one(neuron what: String) throws(ConditionProblem) -> NamedNeurons {
    guard case .word(let text) = scanner.token else { throw unexpected(what) }
    let neurons = try neurons(text)
    guard neurons.selection.count == 1 else {
      throw unexpected("one neuron, as in \(neurons.selection.population)[0],")
    }
    scanner.advance()
    return neurons
  }
}

extension NetworkSummary {
  /// The projections that may have a synapse from the one neuron to the other: those whose selections have both.
  package func projections(from source: NeuronAddress, to target: NeuronAddress) -> [Int] {
    projections.indices.filter { weight(from: source, to: target, projection: $0) != nil }
  }

  /// `a[3] -> b[7]`, and `of drive` behind it where another projection may join the two as well.
  package func synapse(from source: NeuronAddress, to target: NeuronAddress, of projection: String) -> String {
    let joined = "\(name(of: source) ?? "") -> \(name(of: target) ?? "")"
    return projections(from: source, to: target).count > 1 ? "\(joined) of \(projection)" : joined
  }

  fileprivate func weight(from source: NeuronAddress, to target: NeuronAddress, projection: Int) -> Term? {
    let projection = projections[projection]
    guard projection.source == source.population, projection.target == target.population else { return nil }
    let pre = projection.sources.map { $0.position(of: source.index) } ?? source.index
    let post = projection.targets.map { $0.position(of: target.index) } ?? target.index
    guard let pre, let post else { return nil }
    return .weight(projection: projection.name, post: post, pre: pre)
  }
}

extension NamedNeurons {
  fileprivate var first: NeuronAddress { NeuronAddress(population: population, index: selection.index(at: 0)) }
}
