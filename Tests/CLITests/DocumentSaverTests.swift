/// Documents that are written beside the screen.
import Formats
import Foundation
import NetworkModel
import Synchronization
import Testing
import Workbench

@testable import CLI

@Suite struct DocumentSaverTests {
  @Test func whatWasWrittenIsToldOnceAndIsWhatTheNextOneIsComparedWith() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).yaml").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    var spec = NetworkSpec()
    spec.populations = [PopulationSpec(name: "exc", shape: [4], model: "IF_curr_exp")]
    var store = DocumentStore()
    let saver = DocumentSaver()
    let rings = Atomic(0)
    for title in ["one", "two"] {
      spec.title = title
      let request = SaveRequest(file: file, origin: file, spec: spec, revision: 1, isForced: false)
      saver.start(request, store) { rings.add(1, ordering: .relaxed) }
      #expect(saver.isBusy)
      saver.finish()
      #expect(rings.exchange(0, ordering: .relaxed) == 1)
      let outcome = try #require(saver.take())
      let written = try outcome.result.get()
      #expect(outcome.request == request && saver.take() == nil && !saver.isBusy)
      store.adopt(written.basis, as: file)
      #expect(try store.load(file).spec.title == title)
    }
    // Another program has been at it: the trouble is told as well.
    try Data("dt: 1 ms\n".utf8).write(to: URL(fileURLWithPath: file))
    saver.start(SaveRequest(file: file, origin: file, spec: spec, revision: 2, isForced: false), store) {
      rings.add(1, ordering: .relaxed)
    }
    saver.finish()
    #expect(rings.load(ordering: .relaxed) == 1)
    let outcome = try #require(saver.take())
    #expect(throws: Failure.self) { try outcome.result.get() }
  }
}
