/// A form: what a command takes, row by row, each explained; it amounts to a `:` line.

/// A form that is open. What its rows are follows from what was given, so that nothing in here can be out of date.
package struct Form: Sendable, Equatable {
  package let command: CommandID
  /// What was typed or chosen, by the row's name; a row that is not here has its usual value.
  package internal(set) var given: [String: TextField] = [:]
  /// The row under the cursor.
  package internal(set) var row = 0
  /// Letters typed into a row of choices: it goes to the first that begins with them.
  package internal(set) var typed = ""

  package init(_ command: CommandID) { self.command = command }
}

/// One row of a form.
package struct FormRow: Sendable, Equatable {
  package let name: String
  /// What is given, or usual.
  package let value: String
  package let help: String
  /// Empty where anything may be typed.
  package let choices: [FormChoice]

  /// Which of the choices it is.
  package var chosen: Int? { choices.firstIndex { $0.word == value } }
}

/// One thing that a row may be.
package struct FormChoice: Sendable, Equatable {
  package let word: String
  /// Its other name, where it has one.
  package let note: String
  package let help: String

  package init(_ word: String, note: String = "", help: String) {
    self.word = word
    self.note = note
    self.help = help
  }
}

/// What a command asks for: adds its rows to a builder, and says the argument that they amount to.
package struct FormDefinition: Sendable {
  let argument: @Sendable (WorkbenchState, inout FormBuilder) -> String

  init(_ argument: @escaping @Sendable (WorkbenchState, inout FormBuilder) -> String) { self.argument = argument }
}

/// Collects the rows of a form; each may depend on what the rows before it are.
struct FormBuilder {
  let given: [String: TextField]
  private(set) var rows: [FormRow] = []

  init(given: [String: TextField]) { self.given = given }

  /// A row that is one of the choices. Returns which; nothing where there are none.
  mutating func choice(_ name: String, usual: String? = nil, help: String, _ choices: [FormChoice]) -> String {
    let words = choices.map(\.word)
    let wanted = [given[name]?.text, usual].compactMap { $0 }.first { words.contains($0) }
    let value = wanted ?? words.first ?? ""
    rows.append(FormRow(name: name, value: value, help: help, choices: choices))
    return value
  }

  /// A row that anything can be typed into. Returns what it is now.
  mutating func text(_ name: String, usual: String, help: String) -> String {
    let value = given[name]?.text ?? usual
    rows.append(FormRow(name: name, value: value, help: help, choices: []))
    return value
  }
}

extension WorkbenchState {
  /// The rows of a form, and the argument that they amount to.
  private func built(_ form: Form) -> (rows: [FormRow], argument: String) {
    var builder = FormBuilder(given: form.given)
    let argument = CommandCatalogue.command(form.command)?.form?.argument(self, &builder) ?? ""
    return (builder.rows, argument)
  }

  package func formRows(of form: Form) -> [FormRow] { built(form).rows }

  /// The row under the cursor: the last where the form has become shorter.
  package func formRow(of form: Form) -> FormRow? {
    let rows = formRows(of: form)
    return rows.isEmpty ? nil : rows[min(form.row, rows.count - 1)]
  }

  func formArgument(of form: Form) -> String { built(form).argument }

  /// The `:` line that says the same.
  package func formLine(of form: Form) -> String { ":\(form.command.name) \(formArgument(of: form))" }

  /// What it will do, in numbers, or why it cannot be done.
  package func formPreview(of form: Form) -> String {
    CommandCatalogue.command(form.command)?.preview(self, formArgument(of: form)) ?? ""
  }
}
