/// Saving, and what must never be lost: other programs' changes, the old file, what was not saved.
import Formats
import Foundation
import NetworkModel
import Testing
import Workbench

@testable import CLI

@Suite struct SavingTests {
  private static let text = """
    # A neuron.
    ganglion: 1
    populations:
      a: {size: 1, model: lif}   # the only one

    """

  /// A document in a folder of its own, opened, and a request to save it changed.
  private func opened() throws -> (folder: Scratch, store: DocumentStore, request: SaveRequest) {
    let folder = try Scratch()
    let file = folder.path + "/a.yaml"
    try Self.text.write(toFile: file, atomically: true, encoding: .utf8)
    var store = DocumentStore()
    var spec = try store.load(file).spec
    spec.populations[0].shape = [5]
    return (folder, store, SaveRequest(file: file, origin: file, spec: spec, revision: 1, isForced: false))
  }

  private func text(_ file: String) throws -> String { try String(contentsOfFile: file, encoding: .utf8) }

  @Test func changesOnlyWhatChanged() throws {
    var (folder, store, request) = try opened()
    #expect(try store.save(request).lines == 4)
    #expect(try text(request.file) == Self.text.replacing("size: 1", with: "size: 5"))
    // And again, from what was written.
    request.spec.populations[0].shape = [6]
    _ = try store.save(request)
    #expect(try text(request.file) == Self.text.replacing("size: 1", with: "size: 6"))
    withExtendedLifetime(folder) {}
  }

  @Test func anotherProgramsChangesAreNotWrittenOver() throws {
    var (folder, store, request) = try opened()
    try (Self.text + "# mine").write(toFile: request.file, atomically: true, encoding: .utf8)
    #expect(throws: Failure.self) { try store.save(request) }
    #expect(try text(request.file) == Self.text + "# mine")
    request.isForced = true
    _ = try store.save(request)
    #expect(try text(request.file) == Self.text.replacing("size: 1", with: "size: 5"))
    withExtendedLifetime(folder) {}
  }

  @Test func aFileThatExistsIsNotWrittenOver() throws {
    var (folder, store, request) = try opened()
    let other = folder.path + "/b.yaml"
    try "precious".write(toFile: other, atomically: true, encoding: .utf8)
    request.file = other
    #expect(throws: Failure.self) { try store.save(request) }
    #expect(try text(other) == "precious")
  }

  @Test(arguments: ["missing/a.yaml", "a.yaml/b.yaml"])
  func whereNothingCanBeWrittenNothingIsLost(_ name: String) throws {
    var (folder, store, request) = try opened()
    request.file = folder.path + "/" + name
    do {
      _ = try store.save(request)
      Issue.record("it was written")
    } catch {
      #expect(error.text.contains("was not written") && error.text.contains("folder"), "\(error.text)")
    }
    #expect(try text(folder.path + "/a.yaml") == Self.text)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.yaml"])
  }

  /// A document with matrices goes into another folder with all that it needs.
  @Test func aPresetIsSavedWithItsData() throws {
    let folder = try Scratch()
    var store = DocumentStore()
    let spec = try store.load("digits").spec
    let file = folder.path + "/mine.yaml"
    _ = try store.save(SaveRequest(file: file, origin: "digits", spec: spec, revision: 1, isForced: false))
    #expect(try DocumentSource().load(file).spec.withoutPlaces == spec.withoutPlaces)
  }

  // MARK: The journal

  @Test func theJournalOutlivesItsProgram() throws {
    let (folder, store, request) = try opened()
    // A number that no process has.
    let journal = Journal(folder: folder.path + "/state", process: 4_194_305)
    var keeper = JournalKeeper(journal)
    var document = OpenDocument(spec: request.spec, origin: request.origin, file: request.file)
    document.revision = 1
    #expect(keeper.keep(document, name: request.file, store, now: .now) == nil)
    let found = Journal(folder: folder.path + "/state").orphans()
    #expect(found.map(\.name) == [request.file])
    let entry = try #require(journal.entry(found[0].id))
    #expect(entry.text == Self.text.replacing("size: 1", with: "size: 5"))
    #expect(entry.basis == Data(Self.text.utf8))
    // Saved, there is nothing to recover.
    document.savedRevision = 1
    #expect(keeper.keep(document, name: request.file, store, now: .now) == nil)
    #expect(Journal(folder: folder.path + "/state").orphans().isEmpty)
  }

  @Test func theJournalOfALivingProgramIsLeftAlone() throws {
    let (folder, store, request) = try opened()
    let journal = Journal(folder: folder.path + "/state", process: getppid())
    var keeper = JournalKeeper(journal)
    var document = OpenDocument(spec: request.spec, origin: request.origin, file: request.file)
    document.revision = 1
    #expect(keeper.keep(document, name: request.file, store, now: .now) == nil)
    #expect(Journal(folder: folder.path + "/state").orphans().isEmpty)
  }

  @Test func damagedJournalsAreNoDanger() throws {
    let folder = try Scratch()
    for (name, text) in [("12.json", "{"), ("x.json", "{}"), ("4194305.json", "[1]"), ("4194306.json", "")] {
      try text.write(toFile: folder.path + "/" + name, atomically: true, encoding: .utf8)
    }
    #expect(Journal(folder: folder.path).orphans().isEmpty)
  }
}
