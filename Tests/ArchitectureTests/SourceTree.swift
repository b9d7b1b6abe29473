/// The checkout as the architecture tests see it: files, their rooms and their imports.
import Foundation

struct SourceFile {
  let room: String
  /// From the checkout's top, e.g. `Sources/Basics/Quantities.swift`.
  let path: String
  let text: String

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// Modules that the file imports, whatever the access level or attribute in front.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let position = words.firstIndex(of: "import"), position + 1 < words.count,
        words[..<position].allSatisfy({ ["package", "public", "internal", "@testable"].contains(String($0)) })
      else { return nil }
      return String(words[position + 1].split(separator: ".")[0])
    }
  }
}

enum SourceTree {
  static let top = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let sources = files(under: "Sources")

  static func text(_ path: String) throws -> String {
    try String(contentsOf: top.appendingPathComponent(path), encoding: .utf8)
  }

  private static func files(under folder: String) -> [SourceFile] {
    let root = top.appendingPathComponent(folder)
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      guard let text = try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8) else { return nil }
      return SourceFile(room: String(path.split(separator: "/")[0]), path: folder + "/" + path, text: text)
    }
  }
}
