/// The document as a whole: begin one, save it, take changes back.
import NetworkModel
import Terminal

enum DocumentCommands {
  static let undo = Command(
    "undo", title: "undo", help: "Take back the last change of structure, values or state; the run goes on.",
    keys: [.character("u")], section: .building, footerRank: 44,
    disabledReason: { $0.document?.undo.isEmpty == false ? nil : "there is nothing to undo" }
  ) { state, _ in (0..<min(state.count ?? 1, state.document?.undo.count ?? 0)).flatMap { _ in state.undo() } }

  static let redo = Command(
    "redo", title: "redo", help: "Make the change again that was taken back last.", keys: [.control("r")],
    section: .building,
    disabledReason: { $0.document?.redo.isEmpty == false ? nil : "there is nothing to do again" }
  ) { state, _ in (0..<min(state.count ?? 1, state.document?.redo.count ?? 0)).flatMap { _ in state.redo() } }

  static let new = Command(
    "new", title: "new", help: "Begin an empty document.", section: .network
  ) { state, _ in state.leave(for: .new) }

  static let save = Command(
    "save", title: "save", help: "Write the document into its file, or into another one; comments and order stay.",
    keys: [.character("S")], section: .network, argument: "[FILE]", footerRank: 18,
    disabledReason: WorkbenchState.whyNotEdited
  ) { state, argument in state.save(to: argument) }

  static let saveOver = Command(
    "save-over", title: "save over", help: "Save even where another program has changed the file meanwhile.",
    section: .network, argument: "[FILE]", disabledReason: WorkbenchState.whyNotEdited
  ) { state, argument in state.save(to: argument, isForced: true) }

  static let recover = Command(
    "recover", title: "recover", help: "Open what was not saved when the program ended without being asked to.",
    section: .network,
    disabledReason: { $0.recoverable.isEmpty ? "there is nothing to recover" : nil }
  ) { state, _ in
    state.overlay = .recovery
    return []
  }

  static let title = Command.building(
    "title", title: "title", help: "Say in a few words what the network shows.", argument: "TEXT",
    completions: { _, _ in [] }
  ) { _, _, words throws(EditProblem) in
    let text = words.joined(separator: " ")
    return PlannedEdit(words: "title: \(text)") { $0.title = text }
  }
}
