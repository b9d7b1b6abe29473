/// By what neurons are to be sorted, and which of them are to be shown.

/// Worked out when it is asked for, and not again before it is asked for again: an order that follows a changing value
/// could not be read.
package struct OrderRequest: Sendable, Equatable, Codable {
  /// What a neuron is known by.
  package enum Key: Sendable, Equatable, Codable {
    case index
    /// Spikes within the window, as a rate [Hz].
    case rate
    /// A state variable or a parameter, by its name.
    case field(String)
    /// The name of its population.
    case population

    package var name: String {
      switch self {
      case .index: "index"
      case .rate: "rate"
      case .field(let name): name
      case .population: "population"
      }
    }
  }
  package enum Comparison: String, Sendable, CaseIterable, Codable {
    case atLeast = ">="
    case atMost = "<="
    case unequal = "!="
    case equal = "="
    case greater = ">"
    case less = "<"

    func holds(_ one: Double, _ other: Double) -> Bool {
      switch self {
      case .less: one < other
      case .atMost: one <= other
      case .greater: one > other
      case .atLeast: one >= other
      case .equal: one == other
      case .unequal: one != other
      }
    }
  }
  /// In the base unit of the field.
  package enum Value: Sendable, Equatable, Codable {
    case number(Double)
    case word(String)
  }
  package struct Condition: Sendable, Equatable, Codable {
    package var key: Key
    package var comparison: Comparison
    package var value: Value
    package init(key: Key, comparison: Comparison, value: Value) {
      self.key = key
      self.comparison = comparison
      self.value = value
    }
  }

  /// Neurons that do not have it stand in the order of their indices.
  package var key: Key
  package var isDescending: Bool
  /// All of which must hold; for a neuron that does not have what is compared none does.
  package var conditions: [Condition]

  /// Every neuron by its index.
  package init(key: Key = .index, isDescending: Bool = false, conditions: [Condition] = []) {
    self.key = key
    self.isDescending = isDescending
    self.conditions = conditions
  }
}
