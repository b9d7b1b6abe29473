/// A variable before and after a phase of a step, with digits that show what moved.
import Basics

package struct StepChange: Sendable, Equatable {
  package let name: String
  package let unit: String
  /// With the minus sign of formulas, and as many decimals as `after`.
  package let before: String
  package let after: String

  package var isMoved: Bool { before != after }

  init(name: String, before: Double, after: Double, unit: String) {
    (self.name, self.unit) = (name, unit)
    var decimals = Self.decimals(max(abs(before), abs(after)))
    func texts() -> [String] { [before, after].map { NumberText.aligned($0, decimals: decimals) } }
    // What moves by very little is to be seen to move.
    while before != after, decimals < Self.mostDecimals, texts()[0] == texts()[1] { decimals += 1 }
    var both = texts()
    while both.allSatisfy({ $0.contains(".") && $0.hasSuffix("0") && !$0.hasSuffix(".0") }) {
      both = both.map { String($0.dropLast()) }
    }
    (self.before, self.after) = (StepWords.minus(both[0]), StepWords.minus(both[1]))
  }

  private static var mostDecimals: Int { 12 }

  /// Six significant digits of the greater one.
  private static func decimals(_ magnitude: Double) -> Int {
    guard magnitude > 0, magnitude.isFinite else { return 1 }
    return min(9, max(1, 5 - Ladder.exponent(of: magnitude)))
  }

  /// `v −53.1 → −53.05 mV`
  package var text: String { "\(name) \(before) \u{2192} \(after)" + (unit.isEmpty ? "" : " \(unit)") }

  /// One a line, point below point.
  package static func aligned(_ changes: [StepChange]) -> [String] {
    let name = changes.map(\.name.count).max() ?? 0
    let before = Column(changes.map(\.before))
    let after = Column(changes.map(\.after))
    return changes.enumerated().map { index, change in
      let blanks = String(repeating: " ", count: name - change.name.count)
      let end = change.unit.isEmpty ? "" : " " + change.unit
      return change.name + blanks + "  " + before.cells[index] + " \u{2192} " + after.cells[index] + end
    }
  }

  /// Numbers whose points stand below each other.
  private struct Column {
    let cells: [String]

    init(_ numbers: [String]) {
      let parts = numbers.map { $0.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false) }
      let whole = parts.map(\.[0].count).max() ?? 0
      let fraction = parts.map { $0.count > 1 ? $0[1].count + 1 : 0 }.max() ?? 0
      cells = parts.indices.map { index in
        let own = parts[index].count > 1 ? parts[index][1].count + 1 : 0
        return String(repeating: " ", count: whole - parts[index][0].count) + numbers[index]
          + String(repeating: " ", count: fraction - own)
      }
    }
  }
}

/// A formula, the same with its numbers, and what comes of it.
package struct StepFormulaText: Sendable, Equatable {
  package let parts: [String]

  package var text: String { parts.joined(separator: " ") }

  /// In one line where there is room, and otherwise what comes of the formula below it.
  package func lines(width: Int) -> [String] {
    if text.count <= width { return [text] }
    var lines = parts.prefix(1).map { $0 }
    for part in parts.dropFirst() {
      if lines.count > 1, lines[lines.count - 1].count + 1 + part.count <= width {
        lines[lines.count - 1] += " " + part
      } else {
        lines.append("  " + part)
      }
    }
    return lines
  }
}
