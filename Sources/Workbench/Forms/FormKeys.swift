/// Keys while a form is open: go from row to row, choose, type, do it, leave.
import Basics
import Terminal

extension WorkbenchState {
  mutating func pressInForm(_ key: Key, _ form: Form) -> [Effect] {
    let rows = formRows(of: form)
    guard let row = formRow(of: form) else { return [] }
    switch key {
    case .escape:
      overlay = nil
      return []
    case .enter: return carryOut(form)
    case .down, .tab: move(form, to: (form.row + 1).wrapped(to: rows.count))
    case .up, .backTab: move(form, to: (form.row - 1).wrapped(to: rows.count))
    default: overlay = .form(row.choices.isEmpty ? typed(key, form, row) : chosen(key, form, row))
    }
    return []
  }

  private mutating func move(_ form: Form, to row: Int) {
    var form = form
    form.row = row
    form.typed = ""
    overlay = .form(form)
  }

  /// What goes wrong is told, and the form stays to be put right.
  private mutating func carryOut(_ form: Form) -> [Effect] {
    guard let command = CommandCatalogue.command(form.command) else { return [] }
    overlay = nil
    let effects = perform(command, formArgument(of: form))
    if message?.kind == .error { overlay = .form(form) }
    return effects
  }

  /// The first sign takes the place of what is usual; other keys edit it.
  private func typed(_ key: Key, _ form: Form, _ row: FormRow) -> Form {
    var form = form
    var field = form.given[row.name] ?? TextField(text: row.value)
    if form.given[row.name] == nil, case .character = key { field = TextField() }
    if field.edit(key) { form.given[row.name] = field }
    return form
  }

  private func chosen(_ key: Key, _ form: Form, _ row: FormRow) -> Form {
    var form = form
    let count = row.choices.count
    switch key {
    case .left, .right:
      let step = key == .right ? 1 : -1
      form.choose(row.choices[((row.chosen ?? 0) + step).wrapped(to: count)].word, row)
    case .home: form.choose(row.choices[0].word, row)
    case .end: form.choose(row.choices[count - 1].word, row)
    case .backspace: form.typed = String(form.typed.dropLast())
    case .character(let character):
      let typed = form.typed + String(character)
      guard let found = row.choice(beginningWith: typed) ?? row.choice(beginningWith: String(character)) else { break }
      form.choose(found.word, row)
      form.typed = row.choice(beginningWith: typed) == nil ? String(character) : typed
    default: break
    }
    return form
  }
}

extension Form {
  fileprivate mutating func choose(_ word: String, _ row: FormRow) {
    given[row.name] = TextField(text: word)
    typed = ""
  }
}

extension FormRow {
  fileprivate func choice(beginningWith text: String) -> FormChoice? {
    let text = text.lowercased()
    return choices.first { $0.word.lowercased().hasPrefix(text) || $0.note.lowercased().hasPrefix(text) }
  }
}
