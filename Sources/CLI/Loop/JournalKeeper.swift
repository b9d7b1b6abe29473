/// Keeps the journal of the open document: written soon after a change, removed when nothing is unsaved.
import Dispatch
import Formats
import Foundation
import NetworkModel
import Synchronization
import Workbench

struct JournalKeeper {
  /// Between two writings, so that a dragged slider does not wear out the disk.
  private static let pause: Duration = .seconds(1)

  let journal: Journal?
  private let writer: JournalWriter?
  private var written: Int?
  private var last: ContinuousClock.Instant?

  init(_ journal: Journal?) {
    self.journal = journal
    writer = journal.map(JournalWriter.init)
  }

  /// How long until something has to be written [ms]; nil where there is nothing to write.
  func patience(_ document: OpenDocument?, now: ContinuousClock.Instant) -> Int? {
    guard journal != nil, let document, document.isChanged, document.revision != written else { return nil }
    guard let last else { return 0 }
    return max(0, Int(((last + Self.pause - now) / .milliseconds(1)).rounded(.up)))
  }

  /// To be called after every event. - Returns: words for the user where the journal could not be written, once.
  /// - Parameter isLast: whether the program is about to end; then all is written when this returns.
  mutating func keep(
    _ document: OpenDocument?, name: String, _ store: DocumentStore, now: ContinuousClock.Instant, isLast: Bool = false
  ) -> String? {
    guard let writer, let document else { return nil }
    if !document.isChanged {
      if written != nil { writer.remove() }
      written = nil
    } else if let patience = patience(document, now: now), patience == 0 || isLast {
      written = document.revision
      last = now
      writer.write { Self.entry(document, name, store) }
    }
    if isLast { writer.finish() }
    return writer.takeTrouble()
  }

  /// The document is left on purpose.
  mutating func end() {
    if written != nil { writer?.remove() }
    written = nil
    finish()
  }

  /// Waits until everything is on the disk that is to be there.
  func finish() { writer?.finish() }

  @Sendable private static func entry(
    _ document: OpenDocument, _ name: String, _ store: DocumentStore
  ) -> Journal.Entry {
    let basis = store.basis(of: document.origin)
    let text = store.text(of: document.spec, from: document.origin, for: document.file ?? name)
    return Journal.Entry(
      name: name, file: document.file, text: text.text,
      files: text.files.map { Journal.Entry.File(name: $0.name, bytes: Data($0.bytes)) }, folder: basis.folder,
      basis: Data(basis.bytes), basisPath: basis.path, time: Date())
  }
}

/// Writes on a queue of its own: a document with data takes 20 ms to be put into words, and a disk takes what it likes,
/// while a key is to be answered within a frame.
private final class JournalWriter: Sendable {
  private struct Trouble {
    var words: String?
    /// A disk that is full stays full: it is told once.
    var isTold = false
  }

  private let journal: Journal
  private let queue = DispatchQueue(label: "ganglion.journal", qos: .utility)
  private let trouble = Mutex(Trouble())

  init(_ journal: Journal) { self.journal = journal }

  func write(_ entry: @escaping @Sendable () -> Journal.Entry) {
    queue.async { [self] in
      do {
        try journal.write(entry())
      } catch {
        let reason = (error as? WriteTrouble)?.reason ?? error.localizedDescription
        trouble.withLock { trouble in
          if !trouble.isTold { trouble.words = "what is not saved cannot be kept in \(journal.folder): \(reason)" }
          trouble.isTold = true
        }
      }
    }
  }

  func remove() { queue.async { [journal] in journal.remove() } }

  func finish() { queue.sync {} }

  func takeTrouble() -> String? {
    trouble.withLock { trouble in
      defer { trouble.words = nil }
      return trouble.words
    }
  }
}
