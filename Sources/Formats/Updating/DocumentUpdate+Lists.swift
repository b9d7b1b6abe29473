/// Changes of the lists of a document: projections, stimuli and notes.
import NetworkModel

extension DocumentUpdate {
  mutating func projections() throws(CannotEdit) {
    let items = section("projections").map { $0.value.isNull ? [] : $0.value.elements } ?? []
    var changes = ListChanges()
    var said: Set<String> = []
    for (index, item) in items.enumerated() {
      let own = old.spec.projections.filter { Self.says(item, $0) }
      if own.isEmpty { throw CannotEdit() }
      let pairs = own.compactMap { before in
        new.spec.projections.first { $0.name == renames.renamed(before).name }.map { (before: before, after: $0) }
      }
      said.formUnion(pairs.map(\.after.name))
      if pairs.isEmpty {
        changes.removed.insert(index)
      } else {
        try change(item, at: index, own, pairs, &changes)
      }
    }
    changes.added += new.projections(new.spec.projections.filter { !said.contains($0.name) })
    try apply(changes, to: "projections", items)
  }

  /// An entry with several targets stays one as long as its projections differ in nothing else.
  private mutating func change(
    _ item: Syntax, at index: Int, _ own: [ProjectionSpec], _ pairs: [(before: ProjectionSpec, after: ProjectionSpec)],
    _ changes: inout ListChanges
  ) throws(CannotEdit) {
    let before = old.projection(own[0], onto: own.map(\.target)).entries
    let after = new.projection(pairs[0].after, onto: pairs.map(\.after.target)).entries
    func shared(_ projection: ProjectionSpec) -> [Written.Entry] {
      new.projection(projection).entries.filter { $0.key != "to" && $0.key != "name" }
    }
    guard pairs.allSatisfy({ shared($0.after) == shared(pairs[0].after) }) else {
      changes.replaced[index] = new.projections(pairs.map(\.after))
      return
    }
    // The text names a group as a whole; the names of its projections are made from that.
    let isGroup = own.count > 1
    let said = isGroup ? before.filter { $0.key != "name" } : before
    let wanted = isGroup && pairs.count > 1 ? after.filter { $0.key != "name" } : after
    if said == wanted { return }
    try map(["connect", "plasticity"]).change(item, from: said, to: wanted, indentation: try column(of: item), &edits)
  }

  private static func says(_ item: Syntax, _ projection: ProjectionSpec) -> Bool {
    guard case .mapping(let entries) = item.kind else { return false }
    let place = entries.first { $0.key == "connect" }?.keyLocation ?? item.location
    return place == projection.location
  }

  mutating func stimuli() throws(CannotEdit) {
    try list("stimuli", from: old.spec.stimuli, to: new.spec.stimuli, nested: ["current", "poisson"]) {
      $0.stimulus($1, number: $2)
    }
  }

  mutating func without() throws(CannotEdit) {
    try list("without", from: old.spec.without, to: new.spec.without) { writer, part, _ in writer.omission(part) }
  }

  mutating func notes() throws(CannotEdit) {
    try list("notes", from: old.spec.notes, to: new.spec.notes) { writer, note, _ in writer.note(note) }
  }

  /// A list whose items have no names.
  /// - Parameter say: an item as it is written where it has this number.
  private mutating func list<Item>(
    _ key: String, from before: [Item], to after: [Item], nested: Set<String> = [],
    _ say: (EntryWriter, Item, _ number: Int) -> Written
  ) throws(CannotEdit) {
    let items = section(key).map { $0.value.isNull ? [] : $0.value.elements } ?? []
    guard items.count == before.count else { throw CannotEdit() }
    var rest = after
    var changes = ListChanges()
    for (index, item) in before.enumerated() {
      let written = say(old, item, index)
      if let same = rest.firstIndex(where: { say(new, $0, index) == written }) {
        rest.remove(at: same)
      } else {
        changes.removed.insert(index)
      }
    }
    // As many that came as went are the same ones, changed.
    for index in changes.removed.sorted() where changes.removed.count == rest.count {
      let (before, after) = (say(old, before[index], index), say(new, rest.removeFirst(), index))
      changes.removed.remove(index)
      try map(nested).change(
        items[index], from: before.entries, to: after.entries, indentation: try column(of: items[index]), &edits)
    }
    changes.added = rest.enumerated().map { say(new, $1, items.count + $0) }
    try apply(changes, to: key, items)
  }

  private func column(of item: Syntax) throws(CannotEdit) -> Int { source.column(try source.offset(of: item.location)) }

  // MARK: Items

  private mutating func apply(_ changes: ListChanges, to key: String, _ items: [Syntax]) throws(CannotEdit) {
    if changes.isEmpty { return }
    guard let section = section(key), !items.isEmpty else {
      let lines = changes.added.map { "\n" + BlockText.item($0, indentation: 2) }.joined()
      guard let section = section(key) else { return addSection(key + ":" + lines) }
      return edits.insert(lines, at: try source.endOfKey(try source.offset(of: section.keyLocation)))
    }
    if changes.removed.count == items.count, changes.added.isEmpty {
      return try map().removeLines(of: section, &edits)
    }
    if try source.isFlow(section.value) { throw CannotEdit() }
    for index in changes.removed { try removeLines(of: items[index]) }
    for (index, written) in changes.replaced {
      let dash = try source.dash(of: items[index])
      let end = try source.end(of: items[index], isInFlow: false, indentation: source.column(dash))
      let lines = written.map { BlockText.item($0, indentation: source.column(dash)) }.joined(separator: "\n")
      edits.replace(source.startOfLine(dash)..<end, with: lines)
    }
    // Behind the last that stays, or in the place of the last.
    let last = items[items.indices.last { !changes.removed.contains($0) } ?? items.count - 1]
    let column = source.column(try source.dash(of: last))
    let end = try source.end(of: last, isInFlow: false, indentation: column)
    let stays = changes.removed.count < items.count
    for item in changes.added {
      let line = BlockText.item(item, indentation: column)
      edits.insert(stays ? "\n" + line : line + "\n", at: stays ? source.endOfLine(end) : source.nextLine(end))
    }
  }

  private mutating func removeLines(of item: Syntax) throws(CannotEdit) {
    let dash = try source.dash(of: item)
    let end = try source.end(of: item, isInFlow: false, indentation: source.column(dash))
    edits.remove(source.startOfLine(dash)..<source.nextLine(end))
  }
}

/// What becomes of the items of a list.
struct ListChanges {
  var removed: Set<Int> = []
  var replaced: [Int: [Written]] = [:]
  var added: [Written] = []

  var isEmpty: Bool { removed.isEmpty && replaced.isEmpty && added.isEmpty }
}
