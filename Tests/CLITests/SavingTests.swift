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

  /// A file that cannot be written takes none of those beside it with it.
  @Test func allOrNone() throws {
    let folder = try Scratch()
    let (first, second) = (folder.path + "/first", folder.path + "/second")
    try "old".write(toFile: first, atomically: true, encoding: .utf8)
    try FileManager.default.createDirectory(atPath: second, withIntermediateDirectories: false)
    let files = [first, second].map { NewFile(path: $0, name: "it", bytes: Array("new".utf8)) }
    #expect(throws: WriteTrouble(name: "it", reason: "there is a folder of this name")) { try AtomicFile.write(files) }
    #expect(try text(first) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["first", "second"])
  }

  /// A device is not replaced by a file, not even for those who may.
  @Test func whatIsNoFileStays() throws {
    #expect(throws: WriteTrouble(name: "x", reason: "what is there is no file")) {
      try AtomicFile.write([1], to: "/dev/null", shownAs: "x")
    }
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
    #expect(type != .typeRegular)
  }

  @Test func permissionsStay() throws {
    var (folder, store, request) = try opened()
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: request.file)
    _ = try store.save(request)
    let permissions = try FileManager.default.attributesOfItem(atPath: request.file)[.posixPermissions] as? Int
    #expect(permissions == 0o640)
    withExtendedLifetime(folder) {}
  }

  /// A disk that is full and one that may only be read: really such, where the tests may make them.
  @Test(.enabled(if: SmallDisk.isPossible, "making a file system takes the rights of root, on Linux"))
  func aFullDiskAndAReadOnlyOneLoseNothing() throws {
    let disk = try SmallDisk(bytes: 65_536)
    let file = disk.path + "/a.yaml"
    try Self.text.write(toFile: file, atomically: true, encoding: .utf8)
    var store = DocumentStore()
    var spec = try store.load(file).spec
    // A list that is too long for the document, and for the disk.
    spec.populations[0].shape = [20_000]
    spec.populations[0].initial = ["v": .values((0..<20_000).map { -60 - Double($0) * 1e-4 })]
    let request = SaveRequest(file: file, origin: file, spec: spec, revision: 1, isForced: false)
    for (isFull, reason) in [(true, "the disk is full"), (false, "its folder is read-only")] {
      if !isFull { try disk.makeReadOnly() }
      do {
        _ = try store.save(request)
        Issue.record("it was written")
      } catch {
        #expect(error.text.contains("was not written: \(reason) · the changes are still here"), "\(error.text)")
      }
      #expect(try text(file) == Self.text)
      let left = try FileManager.default.contentsOfDirectory(atPath: disk.path).filter { $0.contains(".new") }
      #expect(left.isEmpty)
    }
    // And elsewhere it can be saved.
    let elsewhere = try Scratch()
    var other = request
    other.file = elsewhere.path + "/b.yaml"
    _ = try store.save(other)
    #expect(try DocumentSource().load(other.file).spec.withoutPlaces == spec.withoutPlaces)
  }

  // MARK: The journal

  /// What cannot be kept is told once, and the document goes on.
  @Test func aJournalThatCannotBeWrittenIsToldOnce() throws {
    let (folder, store, request) = try opened()
    let blocked = folder.path + "/a.yaml/recovery"
    var keeper = JournalKeeper(Journal(folder: blocked, process: 4_194_307))
    var document = OpenDocument(spec: request.spec, origin: request.origin, file: request.file)
    var told: [String] = []
    for revision in 1...3 {
      document.revision = revision
      let words = keeper.keep(document, name: request.file, store, now: .now, isLast: true)
      told += [words].compactMap { $0 }
    }
    #expect(told.count == 1 && told.first?.hasPrefix("what is not saved cannot be kept in \(blocked)") == true)
  }

  @Test func theJournalOutlivesItsProgram() throws {
    let (folder, store, request) = try opened()
    // A number that no process has.
    let journal = Journal(folder: folder.path + "/state", process: 4_194_305)
    var keeper = JournalKeeper(journal)
    var document = OpenDocument(spec: request.spec, origin: request.origin, file: request.file)
    document.revision = 1
    #expect(keeper.keep(document, name: request.file, store, now: .now) == nil)
    keeper.finish()
    let found = Journal(folder: folder.path + "/state").orphans()
    #expect(found.map(\.name) == [request.file])
    let entry = try #require(journal.entry(found[0].id))
    #expect(entry.text == Self.text.replacing("size: 1", with: "size: 5"))
    #expect(entry.basis == Data(Self.text.utf8))
    // Saved, there is nothing to recover.
    document.savedRevision = 1
    #expect(keeper.keep(document, name: request.file, store, now: .now) == nil)
    keeper.finish()
    #expect(Journal(folder: folder.path + "/state").orphans().isEmpty)
  }

  @Test func theJournalOfALivingProgramIsLeftAlone() throws {
    let (folder, store, request) = try opened()
    let journal = Journal(folder: folder.path + "/state", process: getppid())
    var keeper = JournalKeeper(journal)
    var document = OpenDocument(spec: request.spec, origin: request.origin, file: request.file)
    document.revision = 1
    #expect(keeper.keep(document, name: request.file, store, now: .now) == nil)
    keeper.finish()
    #expect(Journal(folder: folder.path + "/state").orphans().isEmpty)
  }

  @Test func damagedJournalsAreNoDanger() throws {
    let folder = try Scratch()
    for (name, text) in [
      ("4194308.json.new-4194308", "half"), ("12.json", "{"), ("x.json", "{}"), ("4194305.json", "[1]"),
      ("4194306.json", ""),
    ] {
      try text.write(toFile: folder.path + "/" + name, atomically: true, encoding: .utf8)
    }
    #expect(Journal(folder: folder.path).orphans().isEmpty)
    // And half of one is taken away.
    #expect(try !FileManager.default.contentsOfDirectory(atPath: folder.path).contains { $0.contains("new") })
  }
}

/// A file system of its own, small enough to be full.
private final class SmallDisk {
  let path: String

  #if os(Linux)
    static var isPossible: Bool { geteuid() == 0 && (try? SmallDisk(bytes: 4096)) != nil }
  #else
    static var isPossible: Bool { false }
  #endif

  init(bytes: Int) throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("ganglion-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Self.run("mount", "-t", "tmpfs", "-o", "size=\(bytes)", "tmpfs", path)
  }

  func makeReadOnly() throws { try Self.run("mount", "-o", "remount,ro", path) }

  deinit {
    try? Self.run("umount", path)
    try? FileManager.default.removeItem(atPath: path)
  }

  private static func run(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw CocoaError(.fileWriteNoPermission) }
  }
}
