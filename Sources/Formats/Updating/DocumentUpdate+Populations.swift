/// Changes of `populations:`.
import NetworkModel

extension DocumentUpdate {
  mutating func populations() throws(CannotEdit) {
    guard let section = section("populations"), case .mapping(let entries) = section.value.kind else {
      throw CannotEdit()
    }
    let isFlow = try source.isFlow(section.value)
    var last: Syntax.Entry?
    for entry in entries {
      guard let before = old.spec.population(entry.key) else { throw CannotEdit() }
      guard let after = new.spec.population(renames[entry.key]) else {
        guard !isFlow else { throw CannotEdit() }
        try map().removeLines(of: entry, &edits)
        continue
      }
      last = entry
      try rename(entry)
      let (written, wanted) = (old.population(before), new.population(after))
      if written == wanted || takesOverAChange(entry) { continue }
      let column = source.column(try source.offset(of: entry.keyLocation))
      try map(["parameters", "initial"]).change(
        entry.value, from: written.entries, to: wanted.entries, indentation: column, &edits)
    }
    let known = Set(old.spec.populations.map { renames[$0.name] })
    for (index, population) in new.spec.populations.enumerated() where !known.contains(population.name) {
      try add(population, after: Array(new.spec.populations[..<index]), behind: last, isFlow: isFlow)
    }
  }

  /// Whether it is like a population that changes in this round: what is then still to be done, the next round does.
  private func takesOverAChange(_ entry: Syntax.Entry) -> Bool {
    guard case .mapping(let own) = entry.value.kind, let like = own.first(where: { $0.key == "like" })?.value.text,
      let before = old.spec.population(like), let after = new.spec.population(renames[like])
    else { return false }
    return old.population(before) != new.population(after)
  }

  private mutating func add(
    _ population: PopulationSpec, after earlier: [PopulationSpec], behind last: Syntax.Entry?, isFlow: Bool
  ) throws(CannotEdit) {
    let entry = Written.Entry(population.name, new.population(population, after: earlier))
    guard !isFlow, let last else { return try map().add(entry, behind: last, isFlow: isFlow, &edits) }
    let key = try source.offset(of: last.keyLocation)
    let column = source.column(key)
    let end = try source.end(of: last.value, isInFlow: false, indentation: column)
    edits.insert("\n" + BlockText.population(entry, indentation: column), at: source.endOfLine(end))
  }

  /// The key, and who is `like` it.
  private mutating func rename(_ entry: Syntax.Entry) throws(CannotEdit) {
    if let name = renames.changed(entry.key) {
      let key = try source.offset(of: entry.keyLocation)
      edits.replace(key..<(try source.endOfKey(key)), with: name + ":")
    }
    guard case .mapping(let own) = entry.value.kind, let like = own.first(where: { $0.key == "like" }),
      let name = renames.changed(like.value.text ?? "")
    else { return }
    try map().replace(like, with: .word(name), isInFlow: try source.isFlow(entry.value), &edits)
  }
}
