/// Documents that must be understood, held against golden summaries, and never a trap whatever becomes of their bytes.
import Basics
import Formats
import Foundation
import NetworkModel
import Testing

@Suite(.timeLimit(.minutes(1)))
struct GoodDocumentTests {
  @Test(arguments: DocumentCase.good)
  func isUnderstoodAsRecorded(_ document: DocumentCase) throws {
    let loaded = try document.read()
    try document.expectGolden(SpecText.describe(loaded.spec, warnings: loaded.warnings))
  }

  @Test(arguments: DocumentCase.good)
  func readingTwiceGivesTheSame(_ document: DocumentCase) throws {
    #expect(try document.read() == document.read())
  }

  /// A document that is cut anywhere is a document or is refused with a place in it.
  @Test(arguments: DocumentCase.good)
  func truncatedAnywhere(_ document: DocumentCase) throws {
    let bytes = try document.bytes()
    for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 400)) {
      expectVerdict(on: Array(bytes.prefix(length)), document)
    }
  }

  @Test(arguments: DocumentCase.good)
  func flippedAnywhere(_ document: DocumentCase) throws {
    let bytes = try document.bytes()
    let random = CounterRNG(seed: 20_26, stream: document.name)
    for trial in 0..<300 {
      var damaged = bytes
      let words = random.words(0, UInt64(trial))
      damaged[Int(words[0]) % bytes.count] = UInt8(truncatingIfNeeded: words[1])
      if trial % 2 == 0 { damaged.remove(at: Int(words[2]) % damaged.count) }
      if trial % 3 == 0 {
        damaged.insert(Self.troublesome[Int(words[3]) % Self.troublesome.count], at: Int(words[2]) % damaged.count)
      }
      expectVerdict(on: damaged, document)
    }
  }

  private static let troublesome = Array("[]{}:,#&*!|>'\"%@`-? \n\t0(".utf8)

  private func expectVerdict(on bytes: [UInt8], _ document: DocumentCase) {
    do {
      _ = try DocumentReader.ofTests.read(bytes: bytes, name: document.name, folder: document.folder.path)
    } catch {
      let lines = bytes.count { $0 == 10 || $0 == 13 } + 2
      #expect(!error.issues.isEmpty)
      #expect(error.issues.allSatisfy { $0.location.line >= 1 && $0.location.column >= 1 })
      #expect(error.issues.allSatisfy { $0.location.file != document.name || $0.location.line <= lines })
    }
  }
}
