/// `data:` — tables of samples beside the document.
import Basics
import NetworkModel

struct DataReader {
  private static let keys = ["file", "label", "split", "held_out", "values", "scale"]

  private let scope: Scope

  init(_ scope: Scope) { self.scope = scope }

  /// The sound tables, and the names of all.
  func read(_ syntax: Syntax) -> (datasets: [Dataset], names: [String]) {
    guard case .mapping(let entries) = syntax.kind else {
      scope.error(at: syntax.location, .expected("a mapping of `name: {file: …}`", for: "data", found: syntax))
      return ([], [])
    }
    return (entries.compactMap { dataset($0) }, entries.map(\.key))
  }

  private func dataset(_ entry: Syntax.Entry) -> Dataset? {
    let what = "the data \(entry.key)"
    if !SelectionText.isName(entry.key) { scope.error(at: entry.keyLocation, .badName(entry.key)) }
    guard let fields = Fields(entry.value, of: what, known: Self.keys, scope),
      let file = fields.required("file", example: "file: data.csv"), let columns = columns(fields),
      let (bytes, shown) = scope.fileBytes(file, "file")
    else { return nil }
    do {
      let table = try SampleTable(bytes, columns: columns)
      return Dataset(
        name: entry.key, values: table.values, featureCount: table.featureCount, labels: table.labels,
        presentedRows: table.presentedRows, location: entry.keyLocation)
    } catch {
      // The mistake is in the table, so the place is too.
      let place = SourceLocation(file: shown, line: error.line, column: error.column)
      scope.error(at: place, .table(error.kind))
      return nil
    }
  }

  private func columns(_ fields: Fields) -> SampleColumns? {
    guard let patterns = fields.required("values", example: "values: \"p*\"") else { return nil }
    let values = patterns.elements.compactMap { scope.text($0, "values") }
    let scale = fields["scale"].map { scope.quantity($0, .none, "scale") } ?? 1
    let column = fields["split"].flatMap { scope.text($0, "split") }
    let heldOut = fields["held_out"].flatMap { scope.text($0, "held_out") }
    if fields.has("split") != fields.has("held_out") {
      scope.error(at: fields.location, .splitAndHeldOut(has: fields.has("split") ? "split" : "held_out"))
      return nil
    }
    guard let scale, values.count == patterns.elements.count else { return nil }
    var split: (column: String, heldOut: String)?
    if let column, let heldOut { split = (column, heldOut) }
    return SampleColumns(
      label: fields["label"].flatMap { scope.text($0, "label") }, split: split, values: values, scale: scale)
  }
}
