/// From the text of a condition to its tree.
import Basics
import NetworkModel

/// The language, from the loosest to the tightest:
///
///     condition   either or either …
///     either      both and both …
///     both        not both · ( condition ) · event · state
///     event       spike(NEURONS) · NEURONS · TERM changes · TERM crosses NUMBER [upwards | downwards]
///                 TERM leaves NUMBER..NUMBER · TERM enters NUMBER..NUMBER
///     state       TERM > TERM, and >= < <= = != · nan(TERM)
///     TERM        NEURONS.variable · NEURONS.parameter · count(NEURONS, TIME) · rate(NEURONS [, TIME]) · synchrony(NEURONS [, TIME])
///                 weight(NEURON -> NEURON [of PROJECTION]) · NUMBER
///
/// Numbers carry their units; one without is in the base unit of what it is compared with.
struct ConditionParser {
  let network: NetworkSummary
  let models: [ModelDescriptor]
  var scanner: ConditionScanner
  /// In a query, whose spikes are asked for, nil for all: only there conditions speak of the neuron that fired.
  var spiking: [Selection]??
  /// The synapses that it speaks of: whether there are such only the network knows.
  var synapses: [NamedSynapse] = []
  /// The weights that the network is known not to have.
  let absent: [Term]

  /// - Parameter models: of each population.
  init(_ text: String, network: NetworkSummary, models: [ModelDescriptor], absent: [Term] = []) {
    self.network = network
    self.models = models
    self.absent = absent
    scanner = ConditionScanner(text)
  }

  mutating func parse() throws(ConditionProblem) -> Condition {
    if scanner.token == .end { throw ConditionProblem(.empty, column: 1) }
    let condition = try anyOf()
    guard scanner.token == .end else { throw unexpected("and, or, or the end") }
    return condition
  }

  mutating func anyOf() throws(ConditionProblem) -> Condition {
    var parts = [try allOf()]
    while take(word: "or") { parts.append(try allOf()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func allOf() throws(ConditionProblem) -> Condition {
    var parts = [try single()]
    while take(word: "and") { parts.append(try single()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func single() throws(ConditionProblem) -> Condition {
    if take(word: "not") { return .not(try single()) }
    if take(sign: "(") {
      let inner = try anyOf()
      try expect(")")
      return inner
    }
    if isRelated { return try predicate() }
    switch scanner.token {
    case .word("spike"):
      scanner.advance()
      return .spike(try inParentheses { (parser) throws(ConditionProblem) in try parser.firing() })
    case .word("nan"):
      scanner.advance()
      return .notANumber(
        try inParentheses { (parser) throws(ConditionProblem) in try parser.operand().term(expecting: nil).term })
    case .word(let name) where Self.variable(in: name) == nil && !Self.functions.contains(name):
      return .spike(try firing())
    default: return try predicate()
    }
  }

  static let functions: Set<String> = ["count", "rate", "synchrony", "weight", "spike", "nan", "not"]

  // MARK: Terms and what is said of them

  private mutating func predicate() throws(ConditionProblem) -> Condition {
    let left = try operand()
    if take(word: "changes") { return .change(try left.term(expecting: nil).term) }
    if take(word: "crosses") { return try crossing(try left.term(expecting: nil)) }
    for (word, change) in [("leaves", RangeChange.leaving), ("enters", .entering)] where take(word: word) {
      let (term, dimension) = try left.term(expecting: nil)
      return .range(term, try range(of: dimension), change)
    }
    guard case .sign(let sign) = scanner.token,
      let comparison = OrderRequest.Comparison(rawValue: sign == "==" ? "=" : sign)
    else { throw unexpected("a comparison, crosses, leaves or changes") }
    let column = scanner.column
    scanner.advance()
    let numberColumn = scanner.column
    let right = try operand()
    guard let known = left.dimension ?? right.dimension else {
      throw ConditionProblem(
        .expected("a variable, count, rate, synchrony or weight", found: "a number"), column: numberColumn)
    }
    let (one, other) = (try left.term(expecting: known), try right.term(expecting: known))
    if one.dimension != other.dimension {
      throw ConditionProblem(.dimensions(one.dimension, other.dimension), column: column)
    }
    return .comparison(one.term, comparison, other.term)
  }

  private mutating func crossing(_ left: (term: Term, dimension: Dimension)) throws(ConditionProblem) -> Condition {
    let column = scanner.column
    guard case .number(let level) = try operand().term(expecting: left.dimension).term else {
      throw ConditionProblem(.notOrdered, column: column)
    }
    let way: Crossing = take(word: "upwards") ? .upwards : take(word: "downwards") ? .downwards : .either
    return .crossing(left.term, level: level, way)
  }

  /// A number waits for the other side to say what it is a number of.
  enum Operand {
    case known(Term, Dimension)
    case number(String, column: Int)

    var dimension: Dimension? { if case .known(_, let dimension) = self { dimension } else { nil } }

    func term(expecting expected: Dimension?) throws(ConditionProblem) -> (term: Term, dimension: Dimension) {
      switch self {
      case .known(let term, let dimension): return (term, dimension)
      case .number(let text, let column):
        do throws(QuantityError) {
          guard let expected else { return (.number(try Quantity(parsing: text).value), .none) }
          return (.number(try Quantity.value(of: text, expecting: expected)), expected)
        } catch {
          throw ConditionProblem(.quantity(error), column: column)
        }
      }
    }
  }

  mutating func operand() throws(ConditionProblem) -> Operand {
    let column = scanner.column
    if isRelated { return try related() }
    switch scanner.token {
    case .quantity(let text):
      scanner.advance()
      return .number(text, column: column)
    case .word("count"):
      scanner.advance()
      let (neurons, steps) = try window(isOptional: false)
      return .known(.count(neurons, steps: steps), .none)
    case .word("rate"):
      scanner.advance()
      let (neurons, steps) = try window(isOptional: true)
      return .known(.rate(neurons, steps: steps), .rate)
    case .word("synchrony"):
      scanner.advance()
      let (neurons, steps) = try window(isOptional: true, least: 10)
      if neurons.count < 2 { throw ConditionProblem(.oneNeuron, column: column) }
      return .known(.synchrony(neurons, steps: steps), .none)
    case .word("weight"):
      scanner.advance()
      return try inParentheses { (parser) throws(ConditionProblem) in try parser.weight(column: column) }
    case .word(let text):
      guard let variable = Self.variable(in: text) else { throw unexpected("a variable, as in \(text).v") }
      let neurons = try neurons(String(text.dropLast(variable.count + 1)))
      scanner.advance()
      return try known(variable, of: neurons, column: column + text.count - variable.count)
    default: throw unexpected("a variable, count, rate, synchrony, weight or a number")
    }
  }

  private mutating func known(
    _ name: String, of neurons: NamedNeurons, column: Int
  ) throws(ConditionProblem) -> Operand {
    let model = models[neurons.population]
    if let variable = model.stateVariable(name) {
      return .known(.variable(neurons.selection, name: name), variable.dimension)
    }
    guard let field = model.parameter(name) else {
      let names = model.state.map(\.name) + model.parameters.map(\.name)
      let nearest = Spelling.nearest(to: name, among: names)
      throw ConditionProblem(.unknownVariable(name, model: model.id, nearest: nearest), column: column)
    }
    switch field.kind {
    case .number: break
    case .choice: if scanner.token != .word("changes") { throw unexpected("changes, for \(name) is no number,") }
    case .times: throw ConditionProblem(.isList(name), column: column)
    }
    return .known(.parameter(neurons.selection, name: name), field.dimension)
  }

  /// `(inh, 10 ms)`.
  private mutating func window(isOptional: Bool, least: Int = 1) throws(ConditionProblem) -> (Selection, steps: Int) {
    try expect("(")
    let neurons = try firing()
    var length = Self.usualWindow
    var column = scanner.column
    if !isOptional || scanner.token == .sign(",") {
      try expect(",")
      column = scanner.column
      if case .quantity(let text) = scanner.token, !text.contains(" ") {
        throw ConditionProblem(.windowWithoutUnit(text), column: column)
      }
      guard case .number(let time) = try operand().term(expecting: .time).term else {
        throw ConditionProblem(.expected("a time", found: scanner.text), column: column)
      }
      length = Milliseconds(time)
    }
    try expect(")")
    let steps = (length.value / network.dt.value).rounded()
    guard steps >= Double(least), steps <= Double(Self.longestWindow) else {
      throw ConditionProblem(.window(steps: least...Self.longestWindow), column: column)
    }
    return (neurons, Int(steps))
  }

  private static let usualWindow = Milliseconds(100)
  /// 6.5 s at 0.1 ms.
  private static let longestWindow = 1 << 16

  // MARK: Neurons

  mutating func firing() throws(ConditionProblem) -> Selection {
    guard case .word(let text) = scanner.token else { throw unexpected("the name of neurons") }
    let neurons = try neurons(text)
    guard network.populations[neurons.population].fires else {
      throw ConditionProblem(.neverFires(neurons.selection.population), column: scanner.column)
    }
    scanner.advance()
    return neurons.selection
  }

  func neurons(_ text: String) throws(ConditionProblem) -> NamedNeurons {
    do throws(SelectionError) {
      return try NamedNeurons(parsing: text, in: network)
    } catch {
      throw ConditionProblem(.neurons(error), column: scanner.column)
    }
  }

  /// Behind the last dot that is not within brackets.
  private static func variable(in text: String) -> String? {
    let end = text.lastIndex(of: "]") ?? text.startIndex
    guard let dot = text[end...].lastIndex(of: ".") else { return nil }
    return String(text[text.index(after: dot)...])
  }

  // MARK: Tokens

  mutating func inParentheses<Value>(
    _ body: (inout ConditionParser) throws(ConditionProblem) -> Value
  ) throws(ConditionProblem) -> Value {
    try expect("(")
    let value = try body(&self)
    try expect(")")
    return value
  }

  mutating func take(word: String) -> Bool {
    guard scanner.token == .word(word) else { return false }
    scanner.advance()
    return true
  }

  mutating func take(sign: String) -> Bool {
    guard scanner.token == .sign(sign) else { return false }
    scanner.advance()
    return true
  }

  mutating func expect(_ sign: String) throws(ConditionProblem) {
    if !take(sign: sign) { throw unexpected(sign) }
  }

  func unexpected(_ wanted: String) -> ConditionProblem {
    ConditionProblem(.expected(wanted, found: scanner.text), column: scanner.column)
  }
}
