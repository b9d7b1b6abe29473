/// A sheet as lines of text, with a bar for each share from the sum before it to the sum behind it.
import Basics

extension WhySheet {
  /// - Parameter isPlain: with no characters but those of ASCII.
  package func lines(isPlain: Bool = false) -> [String] {
    let lines = [headline] + facts.map { "  " + $0 }
    return rows.isEmpty ? lines : lines + table(isPlain ? Bars.plain : Bars.block)
  }

  private func table(_ glyphs: Bars.Glyphs) -> [String] {
    let values = rows.map { signed($0.value) }
    let sums = rows.map { plain($0.sum) }
    let valueWidth = ([title] + values).map(\.count).max() ?? 0
    let sumWidth = ([sumTitle] + sums).map(\.count).max() ?? 0
    let labelWidth = rows.map(\.label.count).max() ?? 0
    let bars = Bars(self, width: 28)
    func line(_ value: String, _ sum: String, _ mark: String, _ bar: String) -> String {
      "  \(Self.right(value, valueWidth))  \(Self.right(sum, sumWidth)) \(mark) \(bar)"
    }
    var lines = [line(title, sumTitle, " ", bars.scale(glyphs))]
    for (index, row) in rows.enumerated() {
      let label = row.label + String(repeating: " ", count: row.detail.isEmpty ? 0 : labelWidth - row.label.count + 2)
      let start = line(values[index], sums[index], row.isCausal ? "*" : " ", bars.bar(index, glyphs))
      lines.append(start + "  " + label + row.detail)
    }
    return lines
  }

  /// A value with its sign.
  package func signed(_ value: Double) -> String { (value < 0 ? "-" : "+") + magnitude(value) }

  /// The same, without a + before it.
  package func plain(_ value: Double) -> String { (value < 0 ? "-" : "") + magnitude(value) }

  private func magnitude(_ value: Double) -> String { NumberText.aligned(abs(value), decimals: decimals) }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

/// Where the bars of a sheet begin and end.
package struct Bars: Sendable {
  package struct Glyphs: Sendable {
    let up: Character
    let down: Character
    let level: Character
    let at: Character
  }

  package static let block = Glyphs(up: "█", down: "░", level: "┊", at: "│")
  package static let plain = Glyphs(up: "+", down: "-", level: "!", at: "|")

  private let rows: [WhySheet.Row]
  private let level: Double
  private let origin: Double?
  private let low: Double
  private let high: Double
  package let width: Int

  /// The first row is where v begins; the others are steps from there.
  package init(_ sheet: WhySheet, width: Int) {
    rows = sheet.rows
    level = sheet.level ?? .infinity
    origin = sheet.origin
    self.width = width
    let all = sheet.rows.map(\.sum) + [level, sheet.origin ?? .infinity].filter(\.isFinite)
    low = all.min() ?? 0
    high = max(all.max() ?? 1, low + 1e-12)
  }

  /// In which cell a value lies.
  package func cell(_ value: Double) -> Int {
    let place = (value - low) / (high - low) * Double(width - 1)
    return place.isFinite ? min(width - 1, max(0, Int(place.rounded()))) : 0
  }

  /// The cells of a row's bar, and whether it goes up.
  package func span(_ row: Int) -> (cells: ClosedRange<Int>, isUp: Bool) {
    let end = cell(rows[row].sum)
    let start = row == 0 ? origin.map(cell) ?? end : cell(rows[row - 1].sum)
    return (min(start, end)...max(start, end), rows[row].value >= 0)
  }

  package var levelCell: Int? { level.isFinite ? cell(level) : nil }

  func bar(_ row: Int, _ glyphs: Glyphs) -> String {
    let (cells, isUp) = span(row)
    let text = (0..<width).map { cell -> Character in
      if cells.contains(cell), cells.count > 1 { return isUp ? glyphs.up : glyphs.down }
      if cells.contains(cell) { return glyphs.at }
      return cell == levelCell ? glyphs.level : " "
    }
    return String(text)
  }

  /// A line that says where the threshold is.
  func scale(_ glyphs: Glyphs) -> String {
    guard let levelCell else { return "" }
    let word = "threshold "
    if levelCell >= word.count {
      return String(repeating: " ", count: levelCell - word.count) + word + String(glyphs.level)
    }
    return String(repeating: " ", count: levelCell) + String(glyphs.level) + " threshold"
  }
}
