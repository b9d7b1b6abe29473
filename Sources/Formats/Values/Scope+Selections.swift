/// Selections of a document, checked against the populations that it declares.
import Basics
import NetworkModel

/// A population as far as it could be read: a faulty one keeps its name, so that what refers to it is not faulty too.
struct DeclaredPopulation {
  let name: String
  /// Nil where its size is wrong.
  let shape: [Int]?
  /// Nil where its model is unknown.
  let descriptor: ModelDescriptor?

  var size: Int? { shape.map { $0.reduce(1, *) } }
}

/// A selection whose population exists; `selection` is nil where its indices could not be checked.
struct ReadSelection {
  let population: DeclaredPopulation
  let selection: Selection?

  var count: Int? { selection?.count }
}

extension Scope {
  /// More pieces than this no selection needs, and each takes memory.
  private static let pieceLimit = 1_000_000

  func selection(_ syntax: Syntax, among populations: [String: DeclaredPopulation], _ what: String) -> ReadSelection? {
    guard let text = text(syntax, what) else { return nil }
    let place = syntax.location
    guard let parsed = SelectionText(text) else {
      error(at: place, .badSelection(text))
      return nil
    }
    guard let population = populations[parsed.population] else {
      error(at: place, .unknownPopulation(parsed.population, known: populations.keys.sorted()))
      return nil
    }
    guard let shape = population.shape else { return ReadSelection(population: population, selection: nil) }
    guard let items = parsed.items else {
      return ReadSelection(population: population, selection: Selection(all: population.name, size: shape.reduce(1, *)))
    }
    guard let ranges = ranges(items, of: population.name, shape: shape, text: text, at: place) else { return nil }
    return ReadSelection(population: population, selection: Selection(population: population.name, ranges: ranges))
  }

  private func ranges(
    _ items: [(lower: Int, upper: Int)], of name: String, shape: [Int], text: String, at place: SourceLocation
  ) -> [ClosedRange<Int>]? {
    let isGrid = shape.count == 2 && items.count == 2
    for (position, item) in items.enumerated() {
      let limit = isGrid ? shape[position] : shape.reduce(1, *)
      guard item.lower <= item.upper else {
        error(at: place, .rangeExchanged(text))
        return nil
      }
      guard item.upper < limit else {
        error(at: place, .outsidePopulation(text, index: item.upper, name: name, shape: shape, isGrid: isGrid))
        return nil
      }
    }
    if isGrid { return rectangle(rows: items[0], columns: items[1], width: shape[1], at: place) }
    guard zip(items, items.dropFirst()).allSatisfy({ $0.upper < $1.lower }) else {
      error(at: place, .unsortedSelection(text))
      return nil
    }
    return merged(items.map { $0.lower...$0.upper })
  }

  /// Neighbours as one range, so that one set of neurons is one value, however it was written.
  private func merged(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    ranges.reduce(into: []) { result, range in
      if let last = result.last, last.upperBound + 1 == range.lowerBound {
        result[result.count - 1] = last.lowerBound...range.upperBound
      } else {
        result.append(range)
      }
    }
  }

  private func rectangle(
    rows: (lower: Int, upper: Int), columns: (lower: Int, upper: Int), width: Int, at place: SourceLocation
  ) -> [ClosedRange<Int>]? {
    if columns == (0, width - 1) { return [rows.lower * width...rows.upper * width + width - 1] }
    guard rows.upper - rows.lower < Self.pieceLimit else {
      error(at: place, .selectionInTooManyPieces(limit: Self.pieceLimit))
      return nil
    }
    return (rows.lower...rows.upper).map { $0 * width + columns.lower...$0 * width + columns.upper }
  }
}
