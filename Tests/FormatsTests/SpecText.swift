/// A network as text, for golden files: everything that a document can say, one thing a line.
import Basics
import NetworkModel

enum SpecText {
  static func describe(_ spec: NetworkSpec, warnings: [Issue]) -> String {
    var lines = [
      "title: \(spec.title.debugDescription)", "about: \(spec.about.debugDescription)", "dt: \(spec.dt.value) ms",
      "duration: \(spec.duration.map { "\($0.value) ms" } ?? "-")", "seed: \(spec.seed)",
      "precision: \(spec.precision)",
    ]
    for population in spec.populations { lines += describe(population) }
    for projection in spec.projections { lines += describe(projection) }
    for stimulus in spec.stimuli {
      lines.append("stimulus into \(stimulus.target.text): \(stimulus.kind) \(place(stimulus.location))")
    }
    for data in spec.datasets { lines += describe(data) }
    if let readout = spec.readout {
      lines.append("readout: \(readout.population) \(readout.vote) at \(readout.at) \(place(readout.location))")
    }
    for part in spec.without { lines.append("without \(part.part) \(place(part.location))") }
    for note in spec.notes { lines.append("note on \(note.subject): \(note.text) \(place(note.location))") }
    let hints = spec.workbench
    lines.append(
      "workbench: \(hints.speed.map { "\($0)" } ?? "-"), \(hints.window.map { "\($0.value) ms" } ?? "-"), "
        + (hints.select?.text ?? "-"))
    if let panes = hints.panes { lines.append("panes: \(panes)") }
    if let layout = hints.layout { lines.append("layout: \(describe(layout))") }
    for breakpoint in hints.breakpoints {
      let words = [breakpoint.isOn ? "" : "off", breakpoint.isOneShot ? "once" : ""].filter { !$0.isEmpty }
      let place = "\(breakpoint.location.line):\(breakpoint.location.column)"
      lines.append("breakpoint \(breakpoint.condition), ignore \(breakpoint.ignore) \(words) (\(place))")
    }
    for bookmark in hints.bookmarks {
      lines.append("bookmark \(bookmark.name) at \(bookmark.time.value) ms: \(bookmark.note)")
    }
    let ways = [hints.raster, hints.weights, hints.sort, hints.filter]
    if ways.contains(where: { $0 != nil }) { lines.append("shown as \(ways.map { $0 ?? "-" })") }
    return (lines + warnings.map(\.description)).joined(separator: "\n") + "\n"
  }

  private static func describe(_ layout: SplitTree<String>) -> String {
    switch layout {
    case .frame(let panes): "\(panes)"
    case .split(let axis, let parts):
      "\(axis)(" + parts.map { "\($0.share) \(describe($0.tree))" }.joined(separator: ", ") + ")"
    }
  }

  private static func describe(_ population: PopulationSpec) -> [String] {
    ["population \(population.name) \(population.shape) \(population.model) \(place(population.location))"]
      + population.parameters.sorted { $0.key < $1.key }.map { "  \($0.key) = \($0.value)" }
      + population.initial.sorted { $0.key < $1.key }.map { "  initial \($0.key) = \($0.value)" }
  }

  private static func describe(_ projection: ProjectionSpec) -> [String] {
    [
      "projection \(projection.name): \(projection.source.text) to \(projection.target.text) \(place(projection.location))",
      "  \(projection.connector)\(projection.allowSelf ? "" : ", never itself")",
      "  \(projection.receptor), weight \(projection.weight), delay \(projection.delay)",
    ] + (projection.exceptions.isEmpty ? [] : ["  except \(projection.exceptions)"])
      + (projection.plasticity.map { ["  \(describe($0))"] } ?? [])
  }

  private static func describe(_ plasticity: PlasticitySpec) -> String {
    let parameters = plasticity.parameters.sorted { $0.key < $1.key }.map { ", \($0.key) \($0.value)" }
    return "learns by \(plasticity.rule) within \(plasticity.weights)" + parameters.joined()
      + (plasticity.isFrozen ? ", frozen" : "")
  }

  private static func describe(_ data: Dataset) -> [String] {
    [
      "data \(data.name): \(data.sampleCount) × \(data.featureCount) \(place(data.location))",
      "  values \(data.values)",
      "  labels \(data.labels), presented \(data.presentedRows)",
    ]
  }

  private static func place(_ location: SourceLocation) -> String { "(\(location.line):\(location.column))" }
}
