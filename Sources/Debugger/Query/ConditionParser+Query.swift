/// From the text of a query to its parts.
import Basics
import NetworkModel

/// The language around that of conditions:
///
///     query     subject [where condition] [from TIME] [to TIME]
///     subject   spikes [of NEURONS [and NEURONS …]] · steps
///     TERM      besides: VARIABLE(self), VARIABLE(post), VARIABLE(pre), of the neuron that fired and its partners
extension ConditionParser {
  mutating func parseQuery() throws(ConditionProblem) -> Query {
    var query = Query(subject: .steps)
    if take(word: "spikes") {
      query.subject = .spikes(take(word: "of") ? try several() : nil)
    } else if !take(word: "steps") {
      throw unexpected("spikes or steps, as in spikes of exc where v(post) > -52 mV,")
    }
    if take(word: "where") {
      if case .spikes(let neurons) = query.subject { spiking = .some(neurons) }
      query.condition = try anyOf()
      try check(query)
    }
    if take(word: "from") { query.from = try time() }
    let column = scanner.column
    if take(word: "to") { query.to = try time() }
    try check(query.from, query.to, column: column)
    guard scanner.token == .end else { throw unexpected("where, from, to, or the end") }
    if query.subject == .steps, query.condition == nil { throw unexpected("where, and a condition behind it,") }
    return query
  }

  private mutating func several() throws(ConditionProblem) -> [Selection] {
    var all = [try firing()]
    while take(word: "and") || take(sign: ",") { all.append(try firing()) }
    return all
  }

  private func check(_ from: Milliseconds?, _ to: Milliseconds?, column: Int) throws(ConditionProblem) {
    guard let to else { return }
    let (start, end) = (Tick((from ?? Milliseconds(0)).ticks(dt: network.dt)), Tick(to.ticks(dt: network.dt)))
    if let words = SpanWords.problem(from: start, to: end, dt: network.dt) {
      throw ConditionProblem(.noSpan(words), column: column)
    }
  }

  private mutating func time() throws(ConditionProblem) -> Milliseconds {
    let column = scanner.column
    guard case .quantity(let text) = scanner.token else { throw unexpected("a time") }
    guard text.contains(" ") else { throw ConditionProblem(.noUnit(text), column: column) }
    scanner.advance()
    do throws(QuantityError) {
      let quantity = try Quantity(parsing: text)
      let time =
        quantity.dimension == .steps
        ? quantity.value * network.dt.value : try Quantity.value(of: text, expecting: .time)
      // What no run can come to is as good as its end.
      return Milliseconds(min(max(0, time), 1e12 * network.dt.value))
    } catch {
      throw ConditionProblem(.quantity(error), column: column)
    }
  }

  private func check(_ query: Query) throws(ConditionProblem) {
    guard let condition = query.condition else { return }
    if condition.followsRelated { throw ConditionProblem(.onlyCompared, column: 1) }
    let relations = condition.relations
    if relations.contains(.pre), relations.contains(.post) { throw ConditionProblem(.bothSides, column: 1) }
  }

  /// Whether what stands here is `v(post)`.
  var isRelated: Bool {
    guard spiking != nil, case .word(let name) = scanner.token, !Self.functions.contains(name) else { return false }
    var ahead = scanner
    ahead.advance()
    return ahead.token == .sign("(")
  }

  mutating func related() throws(ConditionProblem) -> Operand {
    let (name, column) = (scanner.text, scanner.column)
    scanner.advance()
    let relation = try inParentheses { (parser) throws(ConditionProblem) -> Relation in
      guard let relation = Relation(rawValue: parser.scanner.text) else { throw parser.unexpected("self, post or pre") }
      parser.scanner.advance()
      return relation
    }
    let populations = populations(relation)
    for population in populations {
      guard let variable = models[population].stateVariable(name) else { continue }
      return .known(.related(relation, name: name), variable.dimension)
    }
    guard let first = populations.first else { throw ConditionProblem(.noPartners(relation.rawValue), column: column) }
    let nearest = Spelling.nearest(to: name, among: models[first].state.map(\.name))
    throw ConditionProblem(.unknownVariable(name, model: models[first].id, nearest: nearest), column: column)
  }

  /// Of the neurons that fire, or of those at the other end of their synapses.
  private func populations(_ relation: Relation) -> [Int] {
    let names = spiking??.map(\.population)
    let own = network.populations.indices.filter { names?.contains(network.populations[$0].name) ?? true }
    switch relation {
    case .own: return own
    case .post: return network.projections.filter { own.contains($0.source) }.map(\.target)
    case .pre: return network.projections.filter { own.contains($0.target) }.map(\.source)
    }
  }
}
