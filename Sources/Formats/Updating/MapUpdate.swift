/// Changes in one mapping of a document: what differs between two writings of it is changed in the text.
import Basics

struct MapUpdate {
  let source: SourceSpans
  /// Keys whose value is a mapping that is changed entry by entry.
  let nested: Set<String>

  /// - Parameters:
  ///   - syntax: the mapping as the text has it; keys that neither writing knows stay.
  ///   - old: what it says now, in full; `new`: what it is to say.
  ///   - indentation: of the key or dash that the mapping belongs to.
  func change(
    _ syntax: Syntax, from old: [Written.Entry], to new: [Written.Entry], indentation: Int, _ edits: inout TextEdits
  ) throws(CannotEdit) {
    guard case .mapping(let entries) = syntax.kind else { throw CannotEdit() }
    let isFlow = try source.isFlow(syntax)
    var kept: [Syntax.Entry] = []
    var removed: [Syntax.Entry] = []
    for entry in entries {
      let isGone = old.contains { $0.key == entry.key } && !new.contains { $0.key == entry.key }
      if isGone { removed.append(entry) } else { kept.append(entry) }
    }
    let changed = new.filter { entry in Written.map(old)[entry.key] != entry.value }
    let added = changed.filter { change in !entries.contains { $0.key == change.key } }.map { entry in
      nested.contains(entry.key) ? Written.Entry(entry.key, difference(entry, from: old)) : entry
    }
    if isFlow, !removed.isEmpty || entries.isEmpty {
      return try rebuild(syntax, kept, changed, added, &edits)
    }
    for entry in kept {
      guard let value = changed.first(where: { $0.key == entry.key })?.value else { continue }
      let before = Written.map(old)[entry.key]
      if nested.contains(entry.key), case .mapping = entry.value.kind, let before, !value.entries.isEmpty {
        let column = source.column(try source.offset(of: entry.keyLocation))
        try change(entry.value, from: before.entries, to: value.entries, indentation: column, &edits)
      } else {
        try replace(entry, with: value, isInFlow: isFlow, &edits)
      }
    }
    for entry in removed { try removeLines(of: entry, &edits) }
    for entry in added { try add(entry, behind: kept.last, isFlow: isFlow, &edits) }
  }

  /// Only what differs, where the text takes over the rest from elsewhere.
  private func difference(_ entry: Written.Entry, from old: [Written.Entry]) -> Written {
    guard case .map(let entries) = entry.value, let before = Written.map(old)[entry.key] else { return entry.value }
    return .map(entries.filter { before[$0.key] != $0.value })
  }

  // MARK: Single entries

  func replace(
    _ entry: Syntax.Entry, with value: Written, isInFlow: Bool, _ edits: inout TextEdits
  ) throws(CannotEdit) {
    let key = try source.offset(of: entry.keyLocation)
    if entry.value.isNull {
      let start = try source.endOfKey(key)
      return edits.insert(" " + text(value, from: source.column(start) + 1, isInFlow: isInFlow), at: start)
    }
    let start = try source.offset(of: entry.value.location)
    let end = try source.end(of: entry.value, isInFlow: isInFlow, indentation: source.column(key))
    if case .word(let word) = value, word.contains("\n"), !isInFlow {
      let block = BlockText.entry(Written.Entry(entry.key, value), indentation: source.column(key))
      return edits.replace(source.startOfLine(key)..<end, with: block)
    }
    let value = keepingUnit(value, of: entry.value)
    // What was written in lines of its own begins on the line of its key from now on.
    let isOnOwnLine = source.startOfLine(start) != source.startOfLine(key)
    let from = isOnOwnLine ? try source.endOfKey(key) : start
    let margin = isOnOwnLine ? " " : ""
    edits.replace(
      from..<end, with: margin + text(value, from: source.column(from) + margin.count, isInFlow: isInFlow))
  }

  private func text(_ value: Written, from column: Int, isInFlow: Bool) -> String {
    if case .word(let word) = value { return ScalarText.quoted(word, isInFlow: isInFlow) }
    return value.laidOut(from: column)
  }

  /// A quantity in the unit that its author uses.
  private func keepingUnit(_ value: Written, of syntax: Syntax) -> Written {
    guard case .word(let word) = value, let before = syntax.text, let new = try? Quantity(parsing: word),
      let old = try? Quantity(parsing: before), let dimension = new.dimension, old.dimension == dimension,
      case .success(let exact) = QuantityText.read(word, dimension, what: "")
    else { return value }
    let unit = before.drop { !$0.isLetter && $0 != "µ" }
    // An exponent is no unit.
    guard Unit.named(String(unit)) != nil else { return value }
    return .word(QuantityWriter.text(exact, dimension, preferred: String(unit)))
  }

  /// Adds an entry behind another, in the same way as that is written.
  func add(
    _ entry: Written.Entry, behind last: Syntax.Entry?, isFlow: Bool, _ edits: inout TextEdits
  ) throws(CannotEdit) {
    guard let last else { throw CannotEdit() }
    let key = try source.offset(of: last.keyLocation)
    let end =
      last.value.isNull
      ? try source.endOfKey(key)
      : try source.end(of: last.value, isInFlow: isFlow, indentation: source.column(key))
    if !isFlow {
      let block = BlockText.entry(entry, indentation: source.column(key))
      return edits.insert("\n" + block, at: source.endOfLine(end))
    }
    let column = source.column(end) + 2
    if column + entry.flow.count < Written.lineWidth { return edits.insert(", " + entry.flow, at: end) }
    let margin = source.column(key)
    edits.insert(",\n" + BlockText.spaces(margin) + entry.laidOut(from: margin), at: end)
  }

  /// Removes the lines of an entry that is written in lines.
  func removeLines(of entry: Syntax.Entry, _ edits: inout TextEdits) throws(CannotEdit) {
    let key = try source.offset(of: entry.keyLocation)
    let end =
      entry.value.isNull
      ? try source.endOfKey(key) : try source.end(of: entry.value, isInFlow: false, indentation: source.column(key))
    let start = source.startOfLine(key)
    guard source.scalars[start..<key].allSatisfy({ $0 == " " }) else { throw CannotEdit() }
    edits.remove(start..<source.nextLine(end))
  }

  /// A mapping in braces out of which something goes: what stays keeps its text, but not its line breaks.
  private func rebuild(
    _ syntax: Syntax, _ kept: [Syntax.Entry], _ changed: [Written.Entry], _ added: [Written.Entry],
    _ edits: inout TextEdits
  ) throws(CannotEdit) {
    let start = try source.offset(of: syntax.location)
    let end = try source.end(of: syntax, isInFlow: true, indentation: 0)
    let margin = source.column(start) + 1
    var text = "{"
    var column = margin
    func append(_ part: String) {
      if text != "{" {
        text += column + part.count + 2 > Written.lineWidth ? ",\n" + BlockText.spaces(margin) : ", "
        column =
          text.hasSuffix(" ") && text.contains("\n") && column + part.count + 2 > Written.lineWidth
          ? margin : column + 2
      }
      text += part
      column += part.count
    }
    for entry in kept {
      let key = try source.offset(of: entry.keyLocation)
      if let value = changed.first(where: { $0.key == entry.key }) {
        append(value.flow)
      } else if entry.value.isNull {
        append(source.text(key..<(try source.endOfKey(key))))
      } else {
        append(source.text(key..<(try source.end(of: entry.value, isInFlow: true, indentation: 0))))
      }
    }
    for entry in added { append(entry.flow) }
    edits.replace(start..<end, with: text + "}")
  }
}
