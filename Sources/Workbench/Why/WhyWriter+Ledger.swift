/// The ledger of a weight in words.
import Basics
import Debugger

extension WhyWriter {
  func sheet(_ ledger: WeightLedger) -> WhySheet {
    let dimension = network.projections[ledger.projection].weightDimension
    func amount(_ value: Double) -> String { NumberText.quantity(value, dimension, digits: 5) }
    let moved = ledger.entries.count { $0.change != 0 }
    var sheet = WhySheet(
      headline: "\(name(ledger.from)) → \(name(ledger.to)) went from \(amount(ledger.start)) to \(amount(ledger.end)) "
        + "between \(time(ledger.since)) and \(time(ledger.until))")
    sheet.facts = [
      "\(NumberText.count(ledger.entries.count, "event")), \(moved) of them moved it; rule \(ledger.rule), "
        + "between \(amount(ledger.bounds.lowerBound)) and \(amount(ledger.bounds.upperBound))"
    ]
    if ledger.others > 0 {
      sheet.facts.append(
        "\(NumberText.count(ledger.others, "other synapse")) between the two learn, too: this is the first")
    }
    sheet.unit = dimension == .none ? "" : dimension.baseUnit
    sheet.rows = ledger.entries.map { row($0, ledger) }
    (sheet.valueTitle, sheet.sumTitle) = ("change", "weight")
    sheet.origin = ledger.start
    let largest = ledger.entries.map { abs($0.change) }.max() ?? 0
    sheet.decimals = largest > 0 ? min(9, max(3, 3 - Ladder.exponent(of: largest))) : 3
    return sheet
  }

  private func row(_ entry: WeightLedger.Entry, _ ledger: WeightLedger) -> WhySheet.Row {
    var words: [String] = []
    if let interval = entry.interval {
      let span = NumberText.significant(Double(interval) * network.dt.value)
      words.append("Δt \(interval > 0 ? "+" : "")\(span) ms")
    }
    words.append(
      "traces \(NumberText.significant(entry.preTrace, digits: 3)), \(NumberText.significant(entry.postTrace, digits: 3))"
    )
    if entry.isClipped { words.append("at its bound") }
    var row = WhySheet.Row(label: "", detail: words.joined(separator: ", "), value: entry.change, sum: entry.after)
    switch entry.cause {
    case .arrival(let stamp):
      row.label = "\(time(entry.tick))  \(name(ledger.from)) arrived"
      row.spike = WhySheet.Spike(neuron: ledger.from, stamp: stamp)
    case .spike:
      row.label = "\(time(entry.tick))  \(name(ledger.to)) fired"
      row.spike = WhySheet.Spike(neuron: ledger.to, stamp: entry.tick)
    }
    return row
  }
}
