/// The document that is open: what it says now, what its file says, and every change between them.
import Debugger
package import NetworkModel

package struct OpenDocument: Sendable, Equatable {
  /// As it is now; the engine runs this network, or is about to.
  package var spec: NetworkSpec
  /// The name under which it was opened or saved last: its text is kept under it.
  package var origin: String
  /// Where `:save` writes; nil for a preset and for what is new.
  package var file: String?
  /// Names the state of the document: undoing brings the old number back.
  package var revision = 0
  /// The one that lies in the file.
  package var savedRevision = 0
  /// What the file says of the screen, as the screen says it; nil for what has no file.
  var savedHints: WorkbenchHints?
  /// The newest is the last.
  package var undo: [DocumentEdit] = []
  package var redo: [DocumentEdit] = []
  /// Numbers that were given away, to revisions and to what the engine remembers.
  var lastNumber = 0

  package init(spec: NetworkSpec, origin: String, file: String?) {
    self.spec = spec
    self.origin = origin
    self.file = file
  }

  package var isChanged: Bool { revision != savedRevision }

  mutating func nextNumber() -> Int {
    lastNumber += 1
    return lastNumber
  }
}

extension WorkbenchState {
  /// Why the document cannot be changed now; nil when it can.
  static func whyNotEdited(_ state: WorkbenchState) -> String? {
    state.document == nil ? EditProblem.noDocument.description : nil
  }

  /// Changes the document's network, has it rebuilt where it stands, and says what was done.
  mutating func rebuild(
    _ words: String, lineage: Lineage = .plain, _ change: (inout NetworkSpec) -> Void
  ) -> [Effect] {
    guard var document else { return [] }
    let before = document.spec
    change(&document.spec)
    guard document.spec != before else {
      inform("nothing to change: \(words)")
      return []
    }
    push(words, before, &document, lineage, runEdit: nil)
    self.document = document
    pendingEdits = []
    inform(words)
    return [.engine(.rebuild(document.spec, lineage))]
  }

  /// Makes a change of values that the engine carries out itself; one of a whole population is the document's, too.
  mutating func record(_ words: String, _ command: EngineCommand, _ change: (inout NetworkSpec) -> Void) -> [Effect] {
    guard var document else { return [.engine(command)] }
    let before = document.spec
    change(&document.spec)
    let number = document.nextNumber()
    push(words, before, &document, .plain, runEdit: DocumentEdit.RunEdit(number: number, command: command))
    self.document = document
    return [.engine(.remember(number)), .engine(command)]
  }

  /// Goes on with the change that was made last, as one with it.
  mutating func amend(_ words: String, _ command: EngineCommand, _ change: (inout NetworkSpec) -> Void) -> [Effect] {
    guard var document, let last = document.undo.popLast(), let runEdit = last.runEdit else {
      return record(words, command, change)
    }
    change(&document.spec)
    if document.spec != last.after { document.revision = document.nextNumber() }
    document.undo.append(
      DocumentEdit(
        words: words, before: last.before, after: document.spec, lineage: last.lineage,
        runEdit: DocumentEdit.RunEdit(number: runEdit.number, command: command), revisionBefore: last.revisionBefore,
        revisionAfter: document.revision))
    self.document = document
    return [.engine(command)]
  }

  private func push(
    _ words: String, _ before: NetworkSpec, _ document: inout OpenDocument, _ lineage: Lineage,
    runEdit: DocumentEdit.RunEdit?
  ) {
    // What was only done to the run leaves the document as it is saved.
    let isSame = runEdit != nil && document.spec == before
    let revision = isSame ? document.revision : document.nextNumber()
    document.undo.append(
      DocumentEdit(
        words: words, before: before, after: document.spec, lineage: lineage, runEdit: runEdit,
        revisionBefore: document.revision, revisionAfter: revision))
    document.redo = []
    document.revision = revision
  }

  mutating func undo() -> [Effect] {
    guard var document, let edit = document.undo.popLast() else { return [] }
    document.redo.append(edit)
    show(document, edit.before, edit.revisionBefore, "undone: \(edit.words)")
    if let run = edit.runEdit { return [.engine(.revert(run.number))] }
    return [.engine(.rebuild(edit.before, edit.lineage.reversed))]
  }

  mutating func redo() -> [Effect] {
    guard var document, var edit = document.redo.popLast() else { return [] }
    // What it overwrites this time is kept beside what it overwrote the first time, which the past may still need.
    if edit.runEdit != nil { edit = edit.numbered(document.nextNumber()) }
    document.undo.append(edit)
    show(document, edit.after, edit.revisionAfter, "done again: \(edit.words)")
    if let run = edit.runEdit { return [.engine(.remember(run.number)), .engine(run.command)] }
    return [.engine(.rebuild(edit.after, edit.lineage.repeated))]
  }

  /// The document as it was at a revision.
  private mutating func show(_ document: OpenDocument, _ spec: NetworkSpec, _ revision: Int, _ words: String) {
    self.document = document
    self.document?.spec = spec
    self.document?.revision = revision
    pendingEdits = []
    inform(words)
  }

  /// The engine could not build what the document has become: both are again what the engine has.
  mutating func takeBack(to present: NetworkSpec, _ reason: String) {
    guard var document else { return complain(reason) }
    while document.spec != present, let edit = document.undo.popLast() {
      document.spec = edit.before
      document.revision = edit.revisionBefore
    }
    document.spec = present
    document.redo = []
    self.document = document
    complain(reason)
  }
}
