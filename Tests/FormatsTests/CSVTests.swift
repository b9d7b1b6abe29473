/// Tables: what is read as data, through a document, and what is written.
import Basics
import Formats
import Foundation
import NetworkModel
import Testing

@Suite(.timeLimit(.minutes(1)))
struct CSVTests {
  /// The table as a document would load it, or the description of what is wrong.
  private func load(_ table: String, _ keys: String = "values: \"p*\"") throws -> Result<Dataset, InvalidDocument> {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ganglion-csv-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(table.utf8).write(to: folder.appendingPathComponent("t.csv"))
    let text = "populations: {n: {size: 1, model: lif}}\ndata: {d: {file: t.csv, \(keys)}}\n"
    let loaded: LoadedDocument
    do {
      loaded = try DocumentReader.ofTests.read(text: text, name: "t.yaml", folder: folder.path)
    } catch {
      return .failure(error)
    }
    return .success(try #require(loaded.spec.dataset("d")))
  }

  private func complaint(_ table: String, _ keys: String = "values: \"p*\"") throws -> String {
    if case .failure(let error) = try load(table, keys) { error.description } else { "" }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEnds(_ end: String) throws {
    let data = try load(["p0,p1,x", "1,2,a", "3,4,b", ""].joined(separator: end)).get()
    #expect(data.values == [1, 2, 3, 4])
    let open = try load(["p0,p1,x", "1,2,a", "3,4,b"].joined(separator: end)).get()
    #expect(open.values == data.values)
  }

  @Test func numbersOfEveryForm() throws {
    let texts = [
      "0", "-0", "16", " 7 ", "0.1", "-2.5", "1e3", "1.5E-3", "+4", ".5", "5.", "123456789012345678",
      "0.30000000000000004", "1e-400",
    ]
    let data = try load("p\n" + texts.joined(separator: "\n") + "\n").get()
    let expected = texts.map { Float(Double($0.trimmingCharacters(in: .whitespaces)) ?? .nan) }
    #expect(data.values == expected)
  }

  @Test func randomDecimalsAreThoseOfTheLibrary() throws {
    let random = CounterRNG(seed: 11, stream: "csv")
    let texts = (0..<2000).map { index in
      let words = random.words(0, UInt64(index))
      let places = Int(words[1] % 20)
      let digits = String(UInt64(words[0]) << (words[2] % 30))
      let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
      return (words[3] % 2 == 0 ? "-" : "") + padded.dropLast(places) + (places > 0 ? "." : "") + padded.suffix(places)
    }
    let data = try load("p\n" + texts.joined(separator: "\n")).get()
    #expect(data.values == texts.map { Float(Double($0) ?? .nan) })
  }

  @Test func quotesAndByteOrderMark() throws {
    let table = "\u{FEFF}\"p0\",label,\"a \"\"b\"\", c\"\n\"1.5\",3,\"x\ny, z\"\n2,4,\n"
    let data = try load(table, "values: p0, label: label").get()
    #expect(data.values == [1.5, 2])
    #expect(data.labels == [3, 4])
  }

  @Test func placesAfterQuotedLineEndsAndWideLetters() throws {
    #expect(try complaint("p,x\n1,\"a\nb\"\nq,1\n").hasPrefix("t.csv:4:1: error: \"q\" is no number"))
    #expect(try complaint("x,p\n神经,q\n").hasPrefix("t.csv:2:4: error: \"q\" is no number"))
  }

  @Test(arguments: ["nan", "inf", "-Infinity", " ", "0x10", "1,", "1.2.3", "--1", "1e", "e5", ".", "-"])
  func whatIsNoNumber(_ text: String) throws {
    #expect(try !complaint("p\n1\n\(text)\n").isEmpty)
  }

  @Test func columnsThatDoNotFit() throws {
    #expect(try complaint("p,q,p\n1,2,3\n").contains("t.csv:1:5: error: two columns are called \"p\""))
    #expect(
      try complaint("p\n1e30\n1e60\n", "values: p, scale: 1e5").contains("t.csv:3:1: error: \"1e60\" is no number"))
    let wide = (0..<20_000).map { "p\($0)" }.joined(separator: ",") + "\n"
    #expect(try complaint(wide + "1\n").contains("the row has 1 fields, but the first line has 20000"))
  }

  @Test func splitAndOrder() throws {
    let data = try load(
      "split,p\ntest,1\ntrain,2\n\"test\",3\n", "values: p, split: split, held_out: test, scale: 1/2"
    ).get()
    #expect(data.presentedRows == [0, 2])
    #expect(data.values == [0.5, 1, 1.5])
  }

  // MARK: Writing

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func spikes() {
    let spikes = [(time: Milliseconds(0.1), neuron: 3), (time: Milliseconds(3 * 0.1), neuron: 0)]
    #expect(text(CSVFile.spikes(spikes)) == "time_ms,neuron\n0.1,3\n0.3,0\n")
    #expect(text(CSVFile.spikes([])) == "time_ms,neuron\n")
  }

  @Test func variables() {
    let table = CSVFile.variable(
      times: [Milliseconds(1), Milliseconds(2)], neurons: [4, 7], values: [-65, -64.5, 1e-12, 0.1 + 0.2])
    #expect(text(table) == "time_ms,4,7\n1,-65,-64.5\n2,1e-12,0.3\n")
  }

  @Test func predictions() {
    let rows = [
      CSVFile.Prediction(sample: 5, label: 2, predictions: [1, 2], spikes: [10, 20]),
      CSVFile.Prediction(sample: 6, label: nil, predictions: [0, 0], spikes: [1, 2]),
    ]
    let expected = """
      sample,label,prediction,"spikes_a,b",prediction_at_4,"spikes_a,b_at_4",prediction_at_8,"spikes_a,b_at_8"
      5,2,2,20,1,10,2,20
      6,,0,2,0,1,0,2

      """
    #expect(text(CSVFile.predictions(rows, at: [4, 8], layers: ["a,b"])) == expected)
  }
}
