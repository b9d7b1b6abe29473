/// The parameters of a population: one value for all neurons, or one for each.
package import Basics

package struct ParameterTable: Sendable, Equatable {
  /// A word out of a field's choices is kept as its position there.
  /// Equal where every neuron has the same value, however that is written down: an edit that was taken back leaves one
  /// number for each neuron.
  private enum Column: Sendable, Equatable {
    case same(Double)
    case each([Double])

    static func == (one: Column, other: Column) -> Bool {
      switch (one, other) {
      case (.same(let value), .same(let second)): value == second
      case (.each(let values), .each(let others)): values == others
      case (.same(let value), .each(let values)), (.each(let values), .same(let value)):
        values.allSatisfy { $0 == value }
      }
    }
  }

  package let descriptor: ModelDescriptor
  package let count: Int
  private var columns: [Column]

  /// Every field at its default. A field of times has no place here: such sources keep their own lists.
  package init(_ descriptor: ModelDescriptor, count: Int) {
    self.descriptor = descriptor
    self.count = count
    columns = descriptor.parameters.map { field in
      if case .number(let value, _, _) = field.kind { .same(value) } else { .same(0) }
    }
  }

  /// Whether two neurons may differ in anything.
  package var isUniform: Bool {
    columns.allSatisfy { if case .same = $0 { true } else { false } }
  }

  /// Whether every neuron has this value of a field. - Complexity: O(1) where all are the same, otherwise O(count).
  func isEverywhere(_ field: Int, _ value: Double) -> Bool {
    switch columns[field] {
    case .same(let same): same == value
    case .each(let values): values.allSatisfy { $0 == value }
    }
  }

  /// The position of a field. - Precondition: the descriptor has it.
  package func field(_ name: String) -> Int {
    guard let index = descriptor.parameters.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("\(descriptor.id) has no parameter \(name)")
    }
    return index
  }

  package func value(_ field: Int, of neuron: Int) -> Double {
    switch columns[field] {
    case .same(let value): value
    case .each(let values): values[neuron]
    }
  }

  package func choice(_ field: Int, of neuron: Int) -> String {
    guard case .choice(let words) = descriptor.parameters[field].kind else {
      preconditionFailure("\(descriptor.parameters[field].name) is not a choice")
    }
    return words[Int(value(field, of: neuron))]
  }

  package mutating func setAll(_ field: Int, to value: Double) { columns[field] = .same(value) }

  /// One value for each neuron. - Precondition: there are `count`.
  package mutating func setEach(_ field: Int, to values: [Double]) {
    precondition(values.count == count, "one value for each neuron")
    columns[field] = .each(values)
  }

  /// The same value for the neurons of these ranges. - Complexity: O(count) the first time, then O(neurons set).
  package mutating func set(_ field: Int, in ranges: [ClosedRange<Int>], to value: Double) {
    if ranges == [0...(count - 1)] { return setAll(field, to: value) }
    var values: [Double]
    switch columns[field] {
    case .same(let old): values = Array(repeating: old, count: count)
    case .each(let old): values = old
    }
    columns[field] = .same(0)  // Drops the other reference, so that the next line does not copy.
    for range in ranges {
      for neuron in range { values[neuron] = value }
    }
    columns[field] = .each(values)
  }
}
