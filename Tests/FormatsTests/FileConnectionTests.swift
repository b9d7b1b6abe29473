/// Projections of which files say a part, made outside of any document: with all the checks of one.
import Basics
import Formats
import Foundation
import NetworkModel
import Testing

@Suite struct FileConnectionTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("pre,post,weight,delay\n0,1,200,2\n2,0,50,3\n".utf8).write(to: folder.appendingPathComponent("s.csv"))
    let weights = NPYFile.encode(NPYArray(shape: [2, 3], values: [1, 2, 3, 4, 5, 6]))
    try Data(weights).write(to: folder.appendingPathComponent("w.npy"))
    let flat = NPYFile.encode(NPYArray(shape: [6], values: [1, 2, 3, 4, 5, 6]))
    try Data(flat).write(to: folder.appendingPathComponent("each.npy"))
  }

  private static var spec: NetworkSpec {
    var spec = NetworkSpec()
    spec.populations = [
      PopulationSpec(name: "a", shape: [3], model: "IF_curr_exp"),
      PopulationSpec(name: "b", shape: [2], model: "IF_curr_exp"),
    ]
    return spec
  }

  private func read(_ files: [String: [String: String]]) throws(InvalidDocument) -> ProjectionSpec {
    let projection = ProjectionSpec(
      name: "filed", from: Selection(all: "a", size: 3), to: Selection(all: "b", size: 2), connector: .allToAll,
      weight: .constant(0.1), delay: .constant(1))
    return try DocumentReader.ofTests.projection(projection, saidBy: files, in: Self.spec, folder: folder.path)
  }

  @Test func synapsesAndWeightsComeOutOfFiles() throws {
    let listed = try read(["connect": ["file": "s.csv", "weight_unit": "pA", "delay_unit": "ms"]])
    #expect(
      listed.connector
        == .list([
          ListedSynapse(pre: 0, post: 1, weight: 0.2, delay: Milliseconds(2)),
          ListedSynapse(pre: 2, post: 0, weight: 0.05, delay: Milliseconds(3)),
        ]))
    let matrix = try read(["connect": ["matrix": "w.npy", "layout": "post_pre", "unit": "nA"]])
    #expect(matrix.connector == .matrix(WeightMatrix(postCount: 2, preCount: 3, values: [1, 2, 3, 4, 5, 6])))
    let each = try read(["weight": ["file": "each.npy", "unit": "nA"], "delay": ["file": "each.npy", "unit": "ms"]])
    #expect(each.weight == .values([1, 2, 3, 4, 5, 6]) && each.delay == .values([1, 2, 3, 4, 5, 6]))
    #expect(each.name == "filed" && each.connector == .allToAll)
  }

  @Test(arguments: [
    ("connect", "file", "../s.csv", "outside"), ("connect", "file", "t.csv", "s.csv"),
    ("connect", "matrix", "each.npy", "shape"), ("weight", "file", "w.txt", "w.txt"),
  ])
  func whatIsWrongIsTold(_ entry: String, _ key: String, _ name: String, _ word: String) {
    let units = entry == "weight" ? ["unit": "nA"] : ["weight_unit": "nA", "delay_unit": "ms"]
    let matrix = ["matrix": name, "layout": "post_pre", "unit": "nA"]
    let refusal = #expect(throws: InvalidDocument.self) {
      _ = try read([entry: key == "matrix" ? matrix : units.merging([key: name]) { $1 }])
    }
    #expect(refusal?.description.contains(word) == true, "\(refusal?.description ?? "")")
  }
}
