/// What every part of a document is read with.
import Basics
import NetworkModel

/// The readers of the sections are extensions of this type or take it: they look up models and files in it and tell it
/// what is wrong. A reader returns nil after it has complained, so that the others can go on.
struct Scope {
  let diagnostics: Diagnostics
  let models: [ModelDescriptor]
  let rules: [RuleDescriptor]
  let folder: DocumentFolder
  /// The most memory that the network may take [bytes].
  let memoryLimit: Int
  /// The grid of time; the default until the document's own is known.
  var dt = Milliseconds(0.1)

  func error(at place: SourceLocation, _ complaint: @autoclosure () -> Complaint) {
    diagnostics.add(.error, at: place, complaint)
  }

  func warning(at place: SourceLocation, _ complaint: @autoclosure () -> Complaint) {
    diagnostics.add(.warning, at: place, complaint)
  }
}
