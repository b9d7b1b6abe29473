/// Working out which neurons are shown, and in which order, from their values as they are now.
import Basics
import Simulation

struct Arrangement {
  let request: OrderRequest
  /// By number over the whole network [Hz].
  let rates: [Double]

  /// Nil where no neuron is left. - Complexity: O(n log n) for n neurons.
  func order(_ simulation: borrowing Simulation) -> NeuronOrder? {
    var order = NeuronOrder(sizes: simulation.populations.map(\.size))
    if request == OrderRequest() { return order }
    for population in simulation.populations.indices {
      order.show(shown(of: population, simulation), of: population)
    }
    return simulation.populations.indices.contains { order.count(of: $0) > 0 } ? order : nil
  }

  private func shown(of population: Int, _ simulation: borrowing Simulation) -> [UInt32] {
    var indices = Array(0..<UInt32(simulation.populations[population].size))
    for condition in request.conditions {
      let field = Field(condition.key, of: population, simulation)
      indices = indices.filter { holds(condition, value(field, population, Int($0), simulation)) }
    }
    let field = Field(request.key, of: population, simulation)
    guard field != .missing, field != .index || request.isDescending else { return indices }
    let keyed = indices.map { (key: number(value(field, population, Int($0), simulation)), index: $0) }
    return keyed.sorted(by: isBefore).map(\.index)
  }

  /// Equal values, and those that are none, in the order of indices.
  private func isBefore(_ a: (key: Double, index: UInt32), _ b: (key: Double, index: UInt32)) -> Bool {
    if a.key == b.key || a.key.isNaN || b.key.isNaN {
      return a.key.isNaN == b.key.isNaN ? a.index < b.index : b.key.isNaN
    }
    return request.isDescending ? a.key > b.key : a.key < b.key
  }

  // MARK: Values

  /// Where a population keeps a key.
  private enum Field: Equatable {
    case index, rate, missing
    case state(Int)
    case parameter(Int)
    case name(String)

    init(_ key: OrderRequest.Key, of population: Int, _ simulation: borrowing Simulation) {
      let info = simulation.populations[population]
      switch key {
      case .index: self = .index
      case .rate: self = .rate
      case .population: self = .name(info.name)
      case .field(let name):
        if let variable = info.descriptor.state.firstIndex(where: { $0.name == name }) {
          self = .state(variable)
        } else if let field = info.descriptor.parameters.firstIndex(where: { $0.name == name }) {
          self = .parameter(field)
        } else {
          self = .missing
        }
      }
    }
  }

  private func value(
    _ field: Field, _ population: Int, _ index: Int, _ simulation: borrowing Simulation
  ) -> OrderRequest.Value? {
    switch field {
    case .index: return .number(Double(index))
    case .rate: return .number(rates[simulation.populations[population].firstNeuron + index])
    case .name(let name): return .word(name)
    case .missing: return nil
    case .state(let variable):
      return .number(simulation.state(population: population, variable: variable, index: index))
    case .parameter(let field):
      switch simulation.parameter(population: population, field: field, index: index) {
      case .number(let value): return .number(value)
      case .choice(let word): return .word(word)
      case .times: return nil
      }
    }
  }

  private func number(_ value: OrderRequest.Value?) -> Double {
    if case .number(let number) = value { number } else { .nan }
  }

  private func holds(_ condition: OrderRequest.Condition, _ value: OrderRequest.Value?) -> Bool {
    switch (value, condition.value) {
    case (.number(let found), .number(let wanted)): condition.comparison.holds(found, wanted)
    case (.word(let found), .word(let wanted)):
      switch condition.comparison {
      case .equal: found == wanted
      case .unequal: found != wanted
      case .less, .atMost, .greater, .atLeast: false
      }
    case (nil, _), (.number, .word), (.word, .number): false
    }
  }
}
