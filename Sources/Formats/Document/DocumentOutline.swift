/// What a document says of itself, read without the network in it: for lists of documents.
import NetworkModel

package struct DocumentOutline: Sendable, Equatable {
  package let title: String
  package let about: String

  /// The outline of a document in memory; nil where it is not even YAML. Nothing in it is checked, and none of the files
  /// that it names is opened.
  package init?(bytes: [UInt8]) {
    guard let syntax = try? SyntaxReader.read(bytes, file: ""), case .mapping(let entries) = syntax.kind else {
      return nil
    }
    title = Self.text(of: "title", in: entries)
    about = Self.text(of: "about", in: entries)
  }

  private static func text(of key: String, in entries: [Syntax.Entry]) -> String {
    entries.first { $0.key == key }?.value.text ?? ""
  }
}
