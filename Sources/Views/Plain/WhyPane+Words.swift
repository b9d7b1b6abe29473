/// The answer to "why" in words: its sentences, then share by share.
import Workbench

extension WhyPane {
  package static func words(_ model: Model) -> [PlainLine]? {
    guard let sheet = model.sheet else { return nil }
    let sentences = ([sheet.headline] + sheet.facts).map { PlainLine($0) }
    let unit = sheet.unit.isEmpty ? "" : " \(sheet.unit)"
    let rows = sheet.rows.enumerated().map { index, row in
      let words = [row.label, row.detail, row.isCausal ? "a cause" : ""].filter { !$0.isEmpty }
      return PlainLine(
        "\(sheet.signed(row.value))\(unit), sum \(sheet.plain(row.sum)): \(words.joined(separator: ", "))",
        isSelected: index == model.row)
    }
    return sentences + rows
  }
}
