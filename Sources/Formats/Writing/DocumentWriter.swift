/// From a network to a document: YAML that a person would have written.
package import Basics
package import NetworkModel

/// A document as text, and what lies beside it.
package struct WrittenDocument: Sendable, Equatable {
  package let text: String
  /// Matrices, tables and long lists, which `text` names.
  package let files: [CompanionFile]
}

/// Writes documents, format 1, in the order of keys in which people read them.
package struct DocumentWriter: Sendable {
  let models: [ModelDescriptor]
  let rules: [RuleDescriptor]

  package init(models: [ModelDescriptor], rules: [RuleDescriptor]) {
    self.models = models
    self.rules = rules
  }

  /// The whole document.
  /// - Parameter stem: its file's name without the ending: long lists lie beside it in a folder of that name.
  package func write(_ spec: NetworkSpec, stem: String) -> WrittenDocument {
    let files = CompanionFiles(stem: stem)
    let writer = EntryWriter(models: models, rules: rules, spec: spec, files: files)
    var text = DocumentText()
    text.header(writer.header)
    text.populations(
      spec.populations.enumerated().map { index, population in
        Written.Entry(population.name, writer.population(population, after: Array(spec.populations[..<index])))
      })
    text.items("projections", writer.projections(spec.projections))
    text.map("data", spec.datasets.map { Written.Entry($0.name, writer.dataset($0)) })
    text.items("stimuli", spec.stimuli.enumerated().map { writer.stimulus($1, number: $0) })
    if let readout = spec.readout { text.line("readout", writer.readout(readout)) }
    text.items("without", spec.without.map(writer.omission))
    text.items("notes", spec.notes.map(writer.note))
    let workbench = writer.workbench(spec.workbench)
    if !workbench.entries.isEmpty { text.line("workbench", workbench) }
    return WrittenDocument(text: text.text, files: files.files)
  }
}

extension EntryWriter {
  /// The keys above the populations, but for `about`, which is text.
  var header: [Written.Entry] {
    var entries = [Written.Entry("ganglion", .word("1"))]
    if !spec.title.isEmpty { entries.append(Written.Entry("title", .word(spec.title))) }
    if !spec.about.isEmpty { entries.append(Written.Entry("about", .word(spec.about))) }
    entries.append(Written.Entry("dt", time(spec.dt)))
    if let duration = spec.duration { entries.append(Written.Entry("duration", time(duration))) }
    entries.append(Written.Entry("seed", .word("\(spec.seed)")))
    if spec.precision != .single { entries.append(Written.Entry("precision", .word(spec.precision.rawValue))) }
    return entries
  }

  /// Neighbours that differ in nothing but the target are one entry.
  func projections(_ specs: [ProjectionSpec]) -> [Written] {
    var result: [Written] = []
    var index = 0
    while index < specs.count {
      let first = specs[index]
      var targets = [first.target]
      while index + targets.count < specs.count, first.isTwin(of: specs[index + targets.count]) {
        targets.append(specs[index + targets.count].target)
      }
      result.append(projection(first, onto: targets))
      index += targets.count
    }
    return result
  }
}

extension ProjectionSpec {
  /// Whether another differs in nothing but the target, and is called as usual, as this one is.
  fileprivate func isTwin(of other: ProjectionSpec) -> Bool {
    guard name == usualName, other.name == other.usualName, source == other.source else { return false }
    if case .matrix = connector { return false }
    if !exceptions.isEmpty { return false }
    if case .values = weight { return false }
    if case .values = delay { return false }
    var twin = other
    (twin.name, twin.target, twin.location) = (name, target, location)
    return twin == self
  }
}
