/// Neurons as people name them: `exc`, `exc[17]`, `exc[0,3,8..9]`, `image[2,5]`.
package import NetworkModel
import Basics

/// What was named: a population and neurons of it.
package struct NamedNeurons: Sendable, Equatable {
  /// The position of the population.
  package let population: Int
  package let selection: Selection
  /// Whether it is the whole population, so that its name says it all.
  package let isWhole: Bool

  package init(population: Int, selection: Selection, isWhole: Bool) {
    self.population = population
    self.selection = selection
    self.isWhole = isWhole
  }

  /// Every neuron of a population.
  package init(all population: Int, in network: NetworkSummary) {
    let summary = network.populations[population]
    self.init(population: population, selection: Selection(all: summary.name, size: summary.size), isWhole: true)
  }

  package var text: String { isWhole ? selection.population : selection.text }
}

extension NamedNeurons {
  /// Reads a population's name and, in brackets, 0-based indices and inclusive ranges; in a population that is an
  /// image two numbers are a row and a column.
  package init(parsing text: String, in network: NetworkSummary) throws(SelectionError) {
    let name = String(text.prefix { $0 != "[" })
    guard let population = network.populations.firstIndex(where: { $0.name == name }) else {
      throw .unknownPopulation(name, nearest: Spelling.nearest(to: name, among: network.populations.map(\.name)))
    }
    let rest = text.dropFirst(name.count)
    if rest.isEmpty {
      self.init(all: population, in: network)
      return
    }
    guard rest.count > 2, rest.last == "]" else { throw .malformed(text) }
    let summary = network.populations[population]
    let ranges = try Self.ranges(String(rest.dropFirst().dropLast()), of: summary, in: text)
    if let outside = ranges.flatMap({ [$0.lowerBound, $0.upperBound] }).first(where: { $0 < 0 || $0 >= summary.size }) {
      throw .outOfRange(outside, population: name, size: summary.size)
    }
    let selection = Selection(population: name, ranges: Self.merged(ranges))
    self.init(population: population, selection: selection, isWhole: selection.count == summary.size)
  }

  private static func ranges(
    _ inside: String, of population: NetworkSummary.Population, in text: String
  ) throws(SelectionError) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for part in inside.split(separator: ",", omittingEmptySubsequences: false) {
      guard let range = range(part) else { throw .malformed(text) }
      ranges.append(range)
    }
    if population.shape.count == 2, ranges.count == 2, ranges.allSatisfy({ $0.count == 1 }) {
      let (row, column) = (ranges[0].lowerBound, ranges[1].lowerBound)
      guard row < population.shape[0], column < population.shape[1] else {
        throw .outsideImage(row: row, column: column, population: population.name, shape: population.shape)
      }
      return [row * population.shape[1] + column...row * population.shape[1] + column]
    }
    return ranges
  }

  /// `7` or `3..9`.
  private static func range(_ part: Substring) -> ClosedRange<Int>? {
    let text = part.filter { !$0.isWhitespace }
    if let number = Int(text), number >= 0 { return number...number }
    guard let dots = text.firstIndex(of: "."), text[dots...].hasPrefix("..") else { return nil }
    let after = text.index(dots, offsetBy: 2)
    guard let low = Int(text[..<dots]), let high = Int(text[after...]), low >= 0, low <= high else { return nil }
    return low...high
  }

  /// Sorted and disjoint.
  private static func merged(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound + 1 {
        result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}

/// Why a text names no neurons of the network.
package enum SelectionError: Error, Sendable, Equatable, CustomStringConvertible {
  case unknownPopulation(String, nearest: String?)
  case malformed(String)
  case outOfRange(Int, population: String, size: Int)
  case outsideImage(row: Int, column: Int, population: String, shape: [Int])

  package var description: String {
    switch self {
    case .unknownPopulation(let name, let nearest):
      "there is no population \"\(name)\"" + (nearest.map { " · did you mean \($0)?" } ?? "")
    case .malformed(let text): "\"\(text)\" names no neurons · write exc, exc[17], exc[0..99] or exc[0,3,8..9]"
    case .outOfRange(let index, let population, let size):
      "there is no neuron \(index) in \(population) · it has 0 to \(size - 1)"
    case .outsideImage(let row, let column, let population, let shape):
      "row \(row), column \(column) is outside \(population), which has \(shape[0]) × \(shape[1]) neurons"
    }
  }
}
