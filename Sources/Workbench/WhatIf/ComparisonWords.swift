/// What two branches that lie over each other say, in words and numbers.
package import Basics
package import Debugger

package struct ComparisonWords {
  private let comparison: BranchComparison

  package init(_ comparison: BranchComparison) { self.comparison = comparison }

  package func time(_ tick: Tick) -> String { NumberText.time(tick.time(dt: comparison.dt)) }

  /// `branch 1 (without spike inh[3] at 80.1 ms)`
  package func name(_ side: BranchComparison.Side) -> String { names(side)[0] }

  /// The same, and shorter where there is less room.
  package func names(_ side: BranchComparison.Side) -> [String] {
    let line = side == .a ? comparison.a : comparison.b
    guard let reason = line.reason else { return [line.name] }
    return ["\(line.name) (\(reason))", reason, line.name]
  }

  package var stretch: String { "from \(time(comparison.parting)), where they part, to \(time(comparison.end))" }

  /// The first variable of a neuron that differs.
  package var firstDifference: String { firstDifferences[0] }

  /// The same, and shorter where there is less room.
  package var firstDifferences: [String] {
    if let difference = comparison.firstDifference {
      let unit = difference.unit.isEmpty ? "" : " \(difference.unit)"
      let others = difference.neurons > 1 ? ", and \(NumberText.count(difference.neurons - 1, "other neuron"))" : ""
      let place = "\(time(difference.tick))  \(comparison.name(of: difference.neuron)).\(difference.variable)"
      func values(_ digits: Int) -> String {
        "  A \(NumberText.significant(difference.a, digits: digits)), "
          + "B \(NumberText.significant(difference.b, digits: digits))\(unit)"
      }
      return [place + values(7) + others, place + values(7), place + values(4), place]
    }
    if let parted = comparison.parted, comparison.note != nil { return ["\(time(parted))  the networks themselves"] }
    if let parted = comparison.parted {
      return [
        "\(time(parted))  a spike under way or a weight, no neuron yet", "\(time(parted))  spike under way, or weight",
        time(parted),
      ]
    }
    return ["none: both are the same, state for state", "none"]
  }

  /// The first spikes that one branch alone has.
  package var firstSpike: String { firstSpikes[0] }

  /// The same, and shorter where there is less room.
  package var firstSpikes: [String] {
    guard let first = comparison.firstSpikes.first else { return ["none that differs", "none"] }
    func words(_ count: Int, _ side: (String) -> String) -> String {
      let names = comparison.firstSpikes.prefix(count).map {
        "\(comparison.name(of: $0.neuron)) \(side($0.side == .a ? "A" : "B"))"
      }
      let more = comparison.firstSpikes.count - names.count
      return "\(time(first.tick))  \(names.joined(separator: ", "))" + (more > 0 ? " and \(more) more" : "")
    }
    return [words(3) { "in \($0) alone" }, words(1) { "in \($0) alone" }, words(1) { "in \($0)" }]
  }

  /// One row for the names of the columns, and one for each population.
  package var table: [[String]] {
    [["population", "A", "B", "both", "A alone", "B alone", "A [Hz]", "B [Hz]", "B − A"]]
      + comparison.populations.map { population in
        [
          population.name, "\(population.spikesA)", "\(population.spikesB)", "\(population.both)",
          "\(population.onlyA)", "\(population.onlyB)", rate(population, .a), rate(population, .b),
          signed(comparison.rate(of: population, .b) - comparison.rate(of: population, .a)),
        ]
      }
  }

  /// The neurons that have changed most, the same way.
  package func ranking(_ count: Int) -> [[String]] {
    let rows = comparison.neurons.prefix(count).map {
      [comparison.name(of: $0.neuron), "\($0.spikesA)", "\($0.spikesB)", "\($0.alone)"]
    }
    return rows.isEmpty ? [] : [["most changed", "A", "B", "in one alone"]] + rows
  }

  package var weights: [String] {
    comparison.weights.filter { $0.changed > 0 }.map {
      "weights of \($0.projection): \(NumberText.grouped($0.changed)) of \(NumberText.grouped($0.synapses)) differ, "
        + "by \(NumberText.significant($0.greatest)) at most"
    }
  }

  private func rate(_ population: BranchComparison.Population, _ side: BranchComparison.Side) -> String {
    NumberText.significant(comparison.rate(of: population, side), digits: 3)
  }

  private func signed(_ value: Double) -> String {
    value == 0 ? "0" : (value > 0 ? "+" : "") + NumberText.significant(value, digits: 3)
  }

  /// The longest wording that has room; the shortest where none has.
  package static func fitting(_ wordings: [String], _ width: Int) -> String {
    wordings.first { $0.count <= width } ?? wordings.last ?? ""
  }

  /// Rows of cells as lines, the first column to the left, the others to the right.
  package static func aligned(_ rows: [[String]]) -> [String] {
    guard let first = rows.first else { return [] }
    let widths = first.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 0 ? cell.0 + blanks : blanks + cell.0
      }.joined(separator: "  ")
    }
  }
}
