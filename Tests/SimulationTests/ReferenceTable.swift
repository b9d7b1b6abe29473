/// Tables that other simulators made, from the folder beside the tests.
import Foundation
import Testing

struct ReferenceTable {
  private let columns: [String: Int]
  private let rows: [[String]]

  /// - Parameter name: of a file in `Reference`, without its ending.
  init(_ name: String, file: String = #filePath) throws {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Reference")
    let text = try String(contentsOf: folder.appendingPathComponent(name + ".csv"), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: ",").map(String.init) }
    columns = Dictionary(uniqueKeysWithValues: zip(lines[0], lines[0].indices))
    rows = Array(lines.dropFirst())
  }

  /// The numbers of a column, in the rows whose other columns read as `filter` says.
  func numbers(_ name: String, where filter: [String: String] = [:]) throws -> [Double] {
    let column = try #require(columns[name])
    return rows.filter { row in filter.allSatisfy { row[columns[$0] ?? 0] == $1 } }.compactMap { Double($0[column]) }
  }
}
