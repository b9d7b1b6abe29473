/// Reading, writing and recovering documents for the workbench.
import Debugger
import Engine
import Formats
import Foundation
import NetworkModel
import Terminal
import Workbench

extension TerminalLoop {
  mutating func load(_ name: String) {
    do throws(Failure) {
      act(.loaded(name: name, .success(try documents.load(name).spec)))
    } catch {
      act(.loaded(name: name, .failure(LoadFailure(text: Self.words(for: error)))))
    }
  }

  /// Reads the files that say synapses, from beside the document.
  mutating func connect(_ request: FileConnection) {
    do {
      let projection = try DocumentSource.reader.projection(
        request.projection, saidBy: request.files, in: request.spec, folder: documents.basis(of: request.origin).folder)
      act(.connected(request, .success(projection)))
    } catch {
      let words = error.issues.first.map { $0.hint.isEmpty ? $0.message : "\($0.message) · \($0.hint)" }
      act(.connected(request, .failure(LoadFailure(text: words ?? "the files cannot be read"))))
    }
  }

  /// One after the other, each compared with what the one before has written.
  mutating func save(_ request: SaveRequest) {
    saves.append(request)
    saveNext()
  }

  private mutating func saveNext() {
    if saver.isBusy || saves.isEmpty { return }
    // Whoever waits for the engine hears of it by the same bell.
    saver.start(saves.removeFirst(), documents) { [engine] in engine.ring() }
  }

  /// Tells what has become of a document that was being written, once it is.
  mutating func takeSaved() {
    guard let outcome = saver.take() else { return }
    switch outcome.result {
    case .success(let written):
      documents.adopt(written.basis, as: outcome.request.file)
      act(.saved(outcome.request, .success(written.file)))
    case .failure(let failure): act(.saved(outcome.request, .failure(LoadFailure(text: Self.words(for: failure)))))
    }
    saveNext()
  }

  /// The program is about to end: what is to be saved is saved first.
  mutating func finishSaving() {
    while saver.isBusy {
      saver.finish()
      takeSaved()
    }
  }

  /// Opens what an earlier program did not save, and takes over its journal.
  mutating func recover(_ id: String) {
    guard let entry = keeper.journal?.entry(id) else { return fail("the journal cannot be read any more") }
    let files = entry.files.map { CompanionFile(name: $0.name, bytes: [UInt8]($0.bytes)) }
    do {
      let spec = try DocumentSource.reader.read(text: entry.text, name: entry.name, folder: entry.folder, beside: files)
        .spec
      documents.adopt(
        DocumentStore.Basis(path: entry.basisPath, bytes: [UInt8](entry.basis), folder: entry.folder),
        as: entry.name)
      act(.recovered(name: entry.name, file: entry.file, spec))
      forget(id)
    } catch {
      fail("\(entry.name) cannot be recovered: \(error)")
    }
  }

  mutating func forget(_ id: String) { keeper.journal?.forget(id) }

  private mutating func fail(_ text: String) { act(.engine(.refused(text))) }

  /// The first thing that is wrong, without what only standard error needs: the program's name, the word error.
  private static func words(for failure: Failure) -> String {
    let first = failure.text.split(separator: "\n").first ?? ""
    return String(first.trimmingPrefix("ganglion: ").replacing(": error: ", with: ": ", maxReplacements: 1))
  }
}
