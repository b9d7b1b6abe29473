/// Keeps the journal of the open document: written soon after a change, removed when nothing is unsaved.
import Formats
import Foundation
import NetworkModel
import Workbench

struct JournalKeeper {
  /// Between two writings, so that a dragged slider does not wear out the disk.
  private static let pause: Duration = .seconds(1)

  let journal: Journal?
  private var written: Int?
  private var last: ContinuousClock.Instant?

  init(_ journal: Journal?) { self.journal = journal }

  /// How long until something has to be written [ms]; nil where there is nothing to write.
  func patience(_ document: OpenDocument?, now: ContinuousClock.Instant) -> Int? {
    guard journal != nil, let document, document.isChanged, document.revision != written else { return nil }
    guard let last else { return 0 }
    return max(0, Int(((last + Self.pause - now) / .milliseconds(1)).rounded(.up)))
  }

  /// To be called after every event. - Returns: words for the user where the journal cannot be written, once.
  /// - Parameter isLast: whether the program is about to end.
  mutating func keep(
    _ document: OpenDocument?, name: String, _ store: DocumentStore, now: ContinuousClock.Instant, isLast: Bool = false
  ) -> String? {
    guard let journal, let document else { return nil }
    if !document.isChanged {
      if written != nil { journal.remove() }
      written = nil
      return nil
    }
    guard let patience = patience(document, now: now), patience == 0 || isLast else { return nil }
    written = document.revision
    let isFirst = last == nil
    last = now
    do {
      try journal.write(entry(document, name, store))
      return nil
    } catch {
      return isFirst ? "what is not saved cannot be kept in \(journal.folder): \(error.localizedDescription)" : nil
    }
  }

  /// The document is left on purpose.
  mutating func end() {
    if written != nil { journal?.remove() }
    written = nil
  }

  private func entry(_ document: OpenDocument, _ name: String, _ store: DocumentStore) -> Journal.Entry {
    let basis = store.basis(of: document.origin)
    let text = store.text(of: document.spec, from: document.origin, for: document.file ?? name)
    return Journal.Entry(
      name: name, file: document.file, text: text.text,
      files: text.files.map { Journal.Entry.File(name: $0.name, bytes: Data($0.bytes)) }, folder: basis.folder,
      basis: Data(basis.bytes), basisPath: basis.path, time: Date())
  }
}
