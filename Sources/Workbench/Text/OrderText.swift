/// Orders and filters of neurons in words and out of words: `rate`, `v > -55 mV and rate < 5 Hz`.
import Basics
package import Debugger

package enum OrderText {
  /// `by rate ↓`; empty for the order of indices.
  package static func sorting(_ request: OrderRequest) -> String {
    if request.key == .index, !request.isDescending { return "" }
    return "by \(request.key.name) \(request.isDescending ? "↓" : "↑")"
  }

  /// `rate`, `v up`: what `:sort` takes; nil for the order of indices.
  static func argument(_ request: OrderRequest) -> String? {
    if request.key == .index { return request.isDescending ? "index down" : nil }
    return request.key.name + (request.isDescending ? "" : " up")
  }

  /// That read again. Indices count upwards; of everything else the greatest is what one looks for.
  static func sorting(
    _ text: String, _ state: WorkbenchState
  ) throws(OrderProblem) -> (key: OrderRequest.Key, isDescending: Bool) {
    let words = text.split(separator: " ")
    let isKnown = words.count == 1 || words.count == 2 && ["up", "down"].contains(words[1])
    guard isKnown, words[0] != "population" else { throw .notAnOrder }
    let key = try key(String(words[0]), state)
    return (key, words.count == 2 ? words[1] == "down" : key != .index)
  }

  /// `v > -55 mV and rate < 5 Hz`; empty where every neuron is shown.
  static func filter(_ request: OrderRequest, _ state: WorkbenchState) -> String {
    request.conditions.map { condition in
      let dimension = state.dimension(of: condition.key)
      let value =
        switch condition.value {
        case .number(let number): NumberText.quantity(number, dimension ?? .none)
        case .word(let word): word
        }
      return "\(condition.key.name) \(condition.comparison.rawValue) \(value)"
    }.joined(separator: " and ")
  }

  /// A key by its name.
  static func key(_ text: String, _ state: WorkbenchState) throws(OrderProblem) -> OrderRequest.Key {
    let names = state.orderKeys
    guard names.contains(text) else { throw .unknownKey(text, nearest: Spelling.nearest(to: text, among: names)) }
    switch text {
    case "index": return .index
    case "rate": return .rate
    case "population": return .population
    default: return .field(text)
    }
  }

  /// Conditions with `and` between them.
  static func conditions(_ text: String, _ state: WorkbenchState) throws(OrderProblem) -> [OrderRequest.Condition] {
    var conditions: [OrderRequest.Condition] = []
    for part in split(text) { conditions.append(try condition(part, state)) }
    return conditions
  }

  /// At the word `and`, and not within a name that contains it.
  private static func split(_ text: String) -> [String] {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.split(separator: "and", omittingEmptySubsequences: false).map { $0.joined(separator: " ") }
  }

  private static func condition(_ text: String, _ state: WorkbenchState) throws(OrderProblem)
    -> OrderRequest.Condition
  {
    guard let start = text.firstIndex(where: { "<>=!".contains($0) }),
      // Those of two characters come first among them.
      let comparison = OrderRequest.Comparison.allCases.first(where: { text[start...].hasPrefix($0.rawValue) })
    else { throw .notACondition(text) }
    let name = trimmed(text[..<start])
    let rest = trimmed(text[start...].dropFirst(comparison.rawValue.count))
    guard !name.isEmpty, !rest.isEmpty else { throw .notACondition(text) }
    let key = try key(name, state)
    return OrderRequest.Condition(key: key, comparison: comparison, value: try value(rest, of: key, comparison, state))
  }

  private static func value(
    _ text: String, of key: OrderRequest.Key, _ comparison: OrderRequest.Comparison, _ state: WorkbenchState
  ) throws(OrderProblem) -> OrderRequest.Value {
    guard let dimension = state.dimension(of: key) else {
      guard [.equal, .unequal].contains(comparison) else { throw .notOrdered(key.name) }
      return .word(text)
    }
    do throws(QuantityError) {
      return .number(try Quantity.value(of: text, expecting: dimension))
    } catch {
      throw .quantity(error)
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// Why a text is no order and no filter.
enum OrderProblem: Error, Equatable, CustomStringConvertible {
  case unknownKey(String, nearest: String?)
  case notACondition(String)
  case notAnOrder
  case notOrdered(String)
  case quantity(QuantityError)

  var description: String {
    switch self {
    case .unknownKey(let name, let nearest):
      "no neuron here has \"\(name)\"" + (nearest.map { " · did you mean \($0)?" } ?? " · Tab lists what they have")
    case .notACondition(let text): "\"\(text)\" is no condition · write v > -55 mV, rate < 5 Hz and population = exc"
    case .notAnOrder: "write what to sort by, and up or down behind it: rate, v up, index"
    case .notOrdered(let name): "\(name) is a word: only = and != compare it"
    case .quantity(let error): error.description
    }
  }
}

extension WorkbenchState {
  /// Everything that neurons of this network can be sorted and filtered by.
  var orderKeys: [String] {
    var names = ["index", "rate"]
    for model in network?.populations.indices.compactMap({ model(ofPopulation: $0) }) ?? [] {
      let fields = model.parameters.filter { $0.kind != .times }.map(\.name)
      names += (model.state.map(\.name) + fields).filter { !names.contains($0) }
    }
    return names + ["population"]
  }

  /// Nil for what is a word.
  func dimension(of key: OrderRequest.Key) -> Dimension? {
    switch key {
    case .index: return Dimension.none
    case .rate: return .rate
    case .population: return nil
    case .field(let name):
      let models = network?.populations.indices.compactMap { model(ofPopulation: $0) } ?? []
      if let variable = models.lazy.compactMap({ $0.stateVariable(name) }).first { return variable.dimension }
      guard let field = models.lazy.compactMap({ $0.parameter(name) }).first else { return nil }
      if case .choice = field.kind { return nil }
      return field.dimension
    }
  }
}
