/// Keys in the `:` line: type, go through the completions, run, leave.
import Basics
import Terminal

extension WorkbenchState {
  mutating func openPrompt(_ text: String) {
    completionStem = nil
    overlay = .prompt(TextField(text: text), selected: nil)
  }

  mutating func pressInPrompt(_ key: Key, _ field: TextField, selected: Int?) -> [Effect] {
    switch key {
    case .escape: closeOverlay()
    case .enter: return runPrompt(field)
    case .tab, .down: complete(field, from: selected, by: 1)
    case .backTab, .up: complete(field, from: selected, by: -1)
    case .backspace where field.text.isEmpty: closeOverlay()
    default:
      var edited = field
      guard edited.edit(key) else { break }
      completionStem = nil
      overlay = .prompt(edited, selected: nil)
    }
    return []
  }

  /// Closes the line, or whatever else lies over the panes.
  mutating func closeOverlay() {
    completionStem = nil
    overlay = nil
  }

  /// What belongs behind the command that is being typed, and what it will do; nil before its name is finished.
  package var promptAdvice: String? {
    guard case .prompt(let field, _) = overlay else { return nil }
    let line = PromptLine(field.text)
    guard line.isPastName, let command = try? line.command(), !command.argument.isEmpty else { return nil }
    // What it would do, as soon as there is something to do; until then, what it takes.
    if !line.argument.isEmpty, command.disabledReason(self) == nil, let words = command.preview(self, line.argument) {
      return words
    }
    return "\(command.id.name) \(command.argument): \(command.help)"
  }

  /// Puts the next completion into the line. The list stays that of what was typed; a single one is taken for good.
  private mutating func complete(_ field: TextField, from selected: Int?, by step: Int) {
    let completions = self.completions
    guard !completions.isEmpty else { return }
    let count = completions.count
    let next = selected.map { ($0 + step).wrapped(to: count) } ?? (step > 0 ? 0 : count - 1)
    let chosen = TextField(text: completions[next].line)
    if count == 1 {
      completionStem = nil
      overlay = .prompt(chosen, selected: nil)
    } else {
      if completionStem == nil { completionStem = field.text }
      overlay = .prompt(chosen, selected: next)
    }
  }

  /// Puts a completion that was pointed at into the line, for good.
  mutating func complete(_ field: TextField, with index: Int) {
    guard completions.indices.contains(index) else { return }
    let chosen = TextField(text: completions[index].line)
    completionStem = nil
    overlay = .prompt(chosen, selected: nil)
  }

  /// Keeps the completion that is selected as if it had been typed: another network has other completions.
  mutating func takeCompletion() {
    guard case .prompt(let field, _?) = overlay else { return }
    completionStem = nil
    overlay = .prompt(field, selected: nil)
  }

  /// A line that goes wrong stays open to be put right.
  private mutating func runPrompt(_ field: TextField) -> [Effect] {
    closeOverlay()
    let effects = carryOut(line: field.text)
    if message?.kind == .error { openPrompt(field.text) }
    return effects
  }

  /// What a line behind `:` does; where it is wrong, the message says why.
  package mutating func carryOut(line text: String) -> [Effect] {
    message = nil
    let line = PromptLine(text)
    guard !line.name.isEmpty else { return [] }
    do throws(PromptError) {
      return perform(try line.command(), line.argument)
    } catch {
      complain(error.description)
      return []
    }
  }
}
