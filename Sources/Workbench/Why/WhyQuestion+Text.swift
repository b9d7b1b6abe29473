/// Questions as they are written: `exc[17]`, `exc[17] at 83.2 ms horizon 20 ms`, `exc[17] from 80 ms to 90 ms`.
package import Basics
package import Debugger
import NetworkModel

/// Why a text is no question, and where in it.
package struct WhyProblem: Error, Sendable, Equatable {
  package let text: String
  /// From 1.
  package let column: Int
}

extension WhyQuestion {
  /// - Parameters:
  ///   - text: one neuron, or a synapse as `inh[3] -> exc[17]`, with `of PROJECTION` where several join them, and then
  ///     `at TIME`, `from TIME to TIME`, `horizon TIME`.
  ///   - now: what a span ends at where nothing else is said.
  package init(parsing text: String, in network: NetworkSummary, now: Tick) throws(WhyProblem) {
    var parser = WhyParser(text, network)
    let first = try parser.neuron()
    let second = parser.take("->") ? try parser.neuron() : nil
    var times: [String: Tick] = [:]
    var (projection, horizon): (Int?, Milliseconds?)
    var spanColumn: Int?
    while let word = parser.word() {
      switch word {
      case "at": times[word] = try parser.tick()
      case "from", "to":
        times[word] = try parser.tick()
        spanColumn = parser.column
      case "horizon": horizon = try parser.duration()
      case "of" where second != nil: projection = try parser.projection()
      default: throw parser.problem("\"\(word)\" is not understood · at 83.2 ms, from 80 ms to 90 ms, horizon 20 ms")
      }
    }
    let span = (times["from"] ?? .zero, times["to"] ?? now)
    if let column = spanColumn,
      let words = SpanWords.problem(from: span.0, to: span.1, dt: network.dt, isNow: times["to"] == nil)
    {
      throw WhyProblem(text: words, column: column)
    }
    if let second {
      self = .weight(from: first, to: second, of: projection, since: span.0, until: span.1)
    } else if times["from"] != nil || times["to"] != nil {
      self = .silence(first, from: span.0, to: span.1)
    } else {
      self = .neuron(first, at: times["at"], horizon: horizon)
    }
  }
}

/// Goes through such a text from left to right.
private struct WhyParser {
  private let characters: [Character]
  private let network: NetworkSummary
  private var place = 0
  private var start = 0

  init(_ text: String, _ network: NetworkSummary) {
    characters = Array(text)
    self.network = network
  }

  /// Where what was read last begins, from 1.
  var column: Int { start + 1 }

  func problem(_ text: String) -> WhyProblem { WhyProblem(text: text, column: column) }

  private mutating func skip() {
    while place < characters.count, characters[place].isWhitespace { place += 1 }
    start = place
  }

  mutating func word() -> String? {
    skip()
    while place < characters.count, !characters[place].isWhitespace { place += 1 }
    return place == start ? nil : String(characters[start..<place])
  }

  mutating func take(_ sign: String) -> Bool {
    skip()
    guard characters[place...].starts(with: sign) else { return false }
    place += sign.count
    return true
  }

  /// A name, and what is in brackets behind it.
  mutating func neuron() throws(WhyProblem) -> NeuronAddress {
    skip()
    while place < characters.count, !characters[place].isWhitespace,
      !characters[place...].starts(with: "->")
    {
      let isOpen = characters[place] == "["
      place += 1
      if isOpen { while place < characters.count, characters[place - 1] != "]" { place += 1 } }
    }
    let text = String(characters[start..<place])
    if text.isEmpty { throw problem("a neuron is wanted · e.g. exc[17]") }
    let named: NamedNeurons
    do throws(SelectionError) {
      named = try NamedNeurons(parsing: text, in: network)
    } catch {
      throw problem(error.description)
    }
    guard named.selection.count == 1 else {
      throw problem("one neuron is wanted · e.g. \(named.selection.population)[0]")
    }
    return NeuronAddress(population: named.population, index: named.selection.ranges[0].lowerBound)
  }

  /// The position of a projection, by its name.
  mutating func projection() throws(WhyProblem) -> Int {
    guard let name = word() else { throw problem("the name of a projection is missing") }
    let names = network.projections.map(\.name)
    if let index = names.firstIndex(of: name) { return index }
    let near = Spelling.nearest(to: name, among: names)
    throw problem("there is no projection \"\(name)\"" + (near.map { " · did you mean \($0)?" } ?? ""))
  }

  private static let words: Set<String> = ["at", "from", "to", "of", "horizon"]

  /// A number with its unit, joined to it or behind it.
  private mutating func quantity() throws(WhyProblem) -> Quantity {
    guard var text = word() else { throw problem("a time is missing · e.g. 83.2 ms") }
    let (first, end) = (start, place)
    if text.last?.isNumber == true, let unit = word() {
      if Self.words.contains(unit) { place = end } else { text += " " + unit }
    }
    start = first
    let quantity: Quantity
    do throws(QuantityError) {
      quantity = try Quantity(parsing: text)
    } catch {
      throw problem("\"\(text)\" is no time · e.g. 83.2 ms, 832 steps")
    }
    if quantity.dimension == nil { throw problem(SpanWords.noUnit(text)) }
    return quantity
  }

  mutating func tick() throws(WhyProblem) -> Tick {
    let quantity = try quantity()
    let steps = quantity.dimension == .steps ? quantity.value : quantity.value / network.dt.value
    guard quantity.dimension == .steps || quantity.dimension == .time, steps >= 0, steps < 1e15 else {
      throw problem("that is no time · e.g. 83.2 ms, 832 steps")
    }
    return Tick(Int(steps.rounded()))
  }

  mutating func duration() throws(WhyProblem) -> Milliseconds {
    let tick = try tick()
    guard tick > .zero else { throw problem("a horizon is one step or more") }
    return tick.time(dt: network.dt)
  }
}
