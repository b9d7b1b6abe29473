/// One round of changes that brings the text of a document nearer to what it is to say.
import Basics
import NetworkModel

struct DocumentUpdate {
  let source: SourceSpans
  let root: Syntax
  let old: EntryWriter
  let new: EntryWriter
  let renames: Renames
  var edits = TextEdits()

  init(text: String, root: Syntax, old: EntryWriter, new: EntryWriter) {
    source = SourceSpans(text)
    self.root = root
    self.old = old
    self.new = new
    renames = Renames(from: old.spec, to: new.spec)
  }

  private var entries: [Syntax.Entry] { if case .mapping(let entries) = root.kind { entries } else { [] } }

  func section(_ key: String) -> Syntax.Entry? { entries.first { $0.key == key } }

  func map(_ nested: Set<String> = []) -> MapUpdate { MapUpdate(source: source, nested: nested) }

  /// The text after this round.
  mutating func text() throws(CannotEdit) -> String {
    try header()
    try populations()
    try projections()
    try stimuli()
    try without()
    try notes()
    try readoutAndWorkbench()
    return try edits.applied(to: source)
  }

  private mutating func header() throws(CannotEdit) {
    let (before, after) = (old.header, new.header)
    let known = before.map(\.key)
    for entry in after where Written.map(before)[entry.key] != entry.value {
      if let place = section(entry.key) {
        try map().replace(place, with: entry.value, isInFlow: false, &edits)
      } else {
        let last = entries.last { known.contains($0.key) && Written.map(after)[$0.key] != nil }
        try map().add(entry, behind: last, isFlow: false, &edits)
      }
    }
    for entry in before where Written.map(after)[entry.key] == nil {
      if let place = section(entry.key) { try map().removeLines(of: place, &edits) }
    }
  }

  private mutating func readoutAndWorkbench() throws(CannotEdit) {
    let before = [("readout", old.spec.readout.map(old.readout)), ("workbench", old.workbench(old.spec.workbench))]
    let after = [new.spec.readout.map(new.readout), new.workbench(new.spec.workbench)]
    for ((key, before), after) in zip(before, after) where before != after {
      if let place = section(key) {
        guard let after, !after.entries.isEmpty else {
          try map().removeLines(of: place, &edits)
          continue
        }
        try map().change(place.value, from: before?.entries ?? [], to: after.entries, indentation: 0, &edits)
      } else if let after, !after.entries.isEmpty {
        addSection(BlockText.entry(Written.Entry(key, after), indentation: 0))
      }
    }
  }

  /// Puts a new section at the end.
  mutating func addSection(_ text: String) {
    let end = source.scalars.count
    let isOnNewLine = end == 0 || source.scalars[end - 1] == "\n"
    edits.insert((isOnNewLine ? "" : "\n") + text + "\n", at: end)
  }
}

/// Populations that are the same but for their names.
struct Renames {
  private var names: [String: String] = [:]

  init(from old: NetworkSpec, to new: NetworkSpec) {
    var fresh = new.populations.filter { old.population($0.name) == nil }
    for population in old.populations where new.population(population.name) == nil {
      let twin = fresh.firstIndex {
        var renamed = population
        (renamed.name, renamed.location) = ($0.name, $0.location)
        return renamed == $0
      }
      if let twin { names[population.name] = fresh.remove(at: twin).name }
    }
  }

  /// The present name of what was called `name`.
  subscript(name: String) -> String { names[name] ?? name }

  func changed(_ name: String) -> String? { names[name] }

  /// A projection as it is called when its populations are renamed.
  func renamed(_ projection: ProjectionSpec) -> ProjectionSpec {
    var renamed = projection
    let (source, target) = (projection.source, projection.target)
    renamed.source = source.moved(from: source.population, to: self[source.population])
    renamed.target = target.moved(from: target.population, to: self[target.population])
    if projection.name == projection.usualName { renamed.name = renamed.usualName }
    return renamed
  }
}
