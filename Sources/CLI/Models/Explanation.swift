/// The parts of a document as text for people.

enum Explanation {
  /// A line for each, chapter by chapter.
  static var list: [String] {
    let everything = ModelsReport.everything
    let rest = [
      ("Rules of plasticity", everything.rules), ("Connectors", everything.connectors),
      ("Currents", everything.currents), ("Other stimuli", everything.stimuli),
    ]
    return everything.models.map { pad($0.name, 20) + pad($0.plainName ?? "", 12) + $0.summary }
      + rest.flatMap { title, entries in ["", title] + entries.map { pad($0.name, 20) + $0.summary } }
  }

  /// At least one space follows, even where the text is longer than its column.
  static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}

extension ModelsReport.Entry {
  var explanation: [String] {
    var lines = [plainName.map { "\(name) (\($0))" } ?? "\(name), a \(kind)", summary]
    if !equations.isEmpty { lines += [""] + equations.map { "    " + $0 } }
    if !parameters.isEmpty { lines += ["", "Parameters"] + rows(parameters) }
    if !state.isEmpty { lines += ["", "State"] + rows(state, isState: true) }
    if let firing { lines += ["", "Rate f under a constant drive", "    \(firing.formula)", "    (\(firing.source))"] }
    if let weightUnit {
      lines += ["", "Weights onto it: " + (weightUnit.isEmpty ? "numbers without a unit" : "in \(weightUnit)")]
    }
    if let example { lines += ["", "In a document: " + example] }
    if let reference { lines += ["", "Source: " + reference] }
    return lines
  }

  /// In columns as wide as they have to be.
  private func rows(_ values: [Value], isState: Bool = false) -> [String] {
    let columns = values.map { ($0.name, isState ? $0.unit ?? "" : $0.words) }
    let nameWidth = max(14, (columns.map(\.0.count).max() ?? 0) + 2)
    let wordsWidth = max(22, (columns.map(\.1.count).max() ?? 0) + 2)
    return zip(columns, values).map { column, value in
      "    " + Explanation.pad(column.0, nameWidth) + Explanation.pad(column.1, wordsWidth) + value.doc
    }
  }
}

extension ModelsReport.Entry.Value {
  /// What it takes, in which unit, and what holds where nothing is said.
  fileprivate var words: String {
    guard let takes else {
      return standard.map { [$0, unit ?? ""].filter { !$0.isEmpty }.joined(separator: " ") } ?? "required"
    }
    let what = [takes, unit.map { $0.isEmpty ? "" : "in \($0)" } ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    return takes.contains(" | ") ? what : what + (standard.map { ", default " + $0 } ?? ", required")
  }
}
