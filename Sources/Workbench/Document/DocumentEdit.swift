/// One change of the document, as it can be taken back and made again.
package import Debugger
package import NetworkModel

/// A reference, for it stands in the undo lists of all later places of a run.
package final class DocumentEdit: Sendable, Equatable {
  /// A change of values that the engine made in the running network, and remembers under its number.
  package struct RunEdit: Sendable, Equatable {
    package let number: Int
    package let command: EngineCommand
  }

  /// `tau_m of exc 20 → 15 ms`
  package let words: String
  package let before: NetworkSpec
  package let after: NetworkSpec
  package let lineage: Lineage
  /// Nil where the network is rebuilt.
  package let runEdit: RunEdit?
  package let revisionBefore: Int
  package let revisionAfter: Int

  init(
    words: String, before: NetworkSpec, after: NetworkSpec, lineage: Lineage, runEdit: RunEdit?, revisionBefore: Int,
    revisionAfter: Int
  ) {
    self.words = words
    self.before = before
    self.after = after
    self.lineage = lineage
    self.runEdit = runEdit
    self.revisionBefore = revisionBefore
    self.revisionAfter = revisionAfter
  }

  /// The same, remembered by the engine under another number.
  func numbered(_ number: Int) -> DocumentEdit {
    DocumentEdit(
      words: words, before: before, after: after, lineage: lineage,
      runEdit: runEdit.map { RunEdit(number: number, command: $0.command) }, revisionBefore: revisionBefore,
      revisionAfter: revisionAfter)
  }

  package static func == (left: DocumentEdit, right: DocumentEdit) -> Bool {
    if left === right { return true }
    return left.words == right.words && left.before == right.before && left.after == right.after
      && left.lineage == right.lineage && left.runEdit == right.runEdit
      && left.revisionBefore == right.revisionBefore && left.revisionAfter == right.revisionAfter
  }
}
