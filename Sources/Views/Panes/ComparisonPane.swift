/// Two branches of the run laid over each other: who fires in both, and who in one of them alone.
import Basics
package import Debugger
package import Terminal
package import Workbench

package enum ComparisonPane: Pane {
  package struct Model: Equatable, Sendable {
    var comparison: BranchComparison?
    /// How far one that is under way has come; nil where there is none.
    var progress: Double?
    /// The number of the branch that the session is in.
    var branch = 0
    var hasNetwork = false
  }

  package static let descriptor = PaneDescriptor(
    id: .comparison, title: "Compare",
    doc: "Two branches of the run laid over each other: the first difference, and who fires in one of them alone.")

  package static func observe(
    _ state: WorkbenchState, size: Size, glyphs: GlyphSet, _ request: inout ObservationRequest
  ) {}

  package static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model {
    Model(
      comparison: state.comparison, progress: snapshot?.timeline.comparing, branch: state.travel.timeline.branch,
      hasNetwork: state.network != nil)
  }

  package static func details(_ model: Model) -> [String] {
    if let progress = model.progress { return ["\(Int(progress * 100)) %"] }
    guard let comparison = model.comparison else { return [] }
    let words = ComparisonWords(comparison)
    let span = "\(words.time(comparison.parting)) to \(words.time(comparison.end))"
    return ["\(comparison.a.name) over \(comparison.b.name) · \(span)", span]
  }

  package static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard model.hasNetwork else { return canvas.writeNoNetwork(in: area, theme) }
    guard let comparison = model.comparison else {
      let lines =
        model.progress == nil
        ? [
          "No branches have been compared.", Words.advice("whatif", "asks what would have been."),
          Words.advice("compare", "lays this branch over the one that it left."),
        ] : ["Both branches are run again from where they part …"]
      return canvas.writeCentered(lines, in: area, theme)
    }
    let words = ComparisonWords(comparison)
    let head = heading(comparison, words, branch: model.branch, width: area.width - 2, theme)
    for (row, spans) in head.prefix(area.height).enumerated() {
      canvas.write(spans, x: area.x + 1, y: area.y + row, width: area.width - 2, theme)
    }
    let facts = facts(words, room: area.height - head.count, width: area.width - 2)
    let plot = Rect(
      x: area.x, y: area.y + head.count, width: area.width, height: area.height - head.count - facts.count)
    ComparisonRaster(comparison, in: plot).draw(on: &canvas, theme: theme)
    for (row, line) in facts.enumerated() {
      canvas.write(
        line, x: area.x + 1, y: plot.y + plot.height + row, width: area.width - 2, theme[row == 0 ? .heading : .text],
        theme)
    }
  }

  /// Which branches, and where they begin to differ.
  private static func heading(
    _ comparison: BranchComparison, _ words: ComparisonWords, branch: Int, width: Int, _ theme: Theme
  ) -> [[(String, Style)]] {
    func fitting(_ wordings: [String], behind label: String, before mark: String = "") -> String {
      ComparisonWords.fitting(wordings, width - label.count - mark.count)
    }
    func line(_ letter: String, _ side: BranchComparison.Side, _ number: Int, _ role: Role) -> [(String, Style)] {
      let here = number == branch ? "  \u{2190} here" : ""
      let name = fitting(words.names(side), behind: letter, before: here)
      return [(letter, theme[role]), (name, theme[.text]), (here, theme[.accent])]
    }
    let (spike, state) = width < 44 ? ("spike  ", "state  ") : ("first spike  ", "first state  ")
    let first = comparison.firstSpikes.isEmpty ? Role.good : .heading
    return [
      line("A  ", .a, comparison.a.number, ComparisonRaster.Kind.onlyA.role),
      line("B  ", .b, comparison.b.number, ComparisonRaster.Kind.onlyB.role),
      [(spike, theme[.faint]), (fitting(words.firstSpikes, behind: spike), theme[first])],
      [(state, theme[.faint]), (fitting(words.firstDifferences, behind: state), theme[.text])],
    ] + (comparison.note.map { [[($0, theme[.warning])]] } ?? [])
  }

  /// The table of populations, as far as the raster leaves room for it.
  private static func facts(_ words: ComparisonWords, room: Int, width: Int) -> [String] {
    let table = fitting(words.table, width)
    guard room >= table.count + 6 else { return [] }
    let most = min(6, room - table.count - 10)
    let ranking = most > 1 ? ComparisonWords.aligned(words.ranking(most - 1)) : []
    return table + ranking + (room > table.count + ranking.count + 12 ? words.weights : [])
  }

  /// Without the last columns where they do not fit.
  private static func fitting(_ rows: [[String]], _ width: Int) -> [String] {
    for columns in [9, 8, 6, 3] {
      let lines = ComparisonWords.aligned(rows.map { Array($0.prefix(columns)) })
      if (lines.first?.count ?? 0) <= width { return lines }
    }
    return []
  }

  package static func words(_ model: Model) -> [PlainLine]? {
    guard let comparison = model.comparison else { return nil }
    let words = ComparisonWords(comparison)
    return
      ([
        "A is \(words.name(.a)), B is \(words.name(.b))", words.stretch, "first spike: \(words.firstSpike)",
        "first difference: \(words.firstDifference)",
      ] + [comparison.note].compactMap(\.self)
      + comparison.populations.map {
        "\($0.name): \($0.both) spikes in both, \($0.onlyA) in A alone, \($0.onlyB) in B alone"
      } + words.weights).map { PlainLine($0) }
  }
}
