/// How documents and configurations are opened: their bytes, then their tree, with errors that say where.
import NetworkModel

enum Entrance {
  /// - Parameters:
  ///   - path: where the file is.
  ///   - name: what it is called in messages.
  static func bytes(at path: String, shownAs name: String) throws(InvalidDocument) -> [UInt8] {
    do {
      return try FileBytes.read(path, byteLimit: SourceText.byteLimit)
    } catch {
      let place = SourceLocation(file: name, line: 1, column: 1)
      throw InvalidDocument(issues: [Issue(at: place, .document(name, error))])
    }
  }

  static func syntax(_ bytes: [UInt8], name: String) throws(InvalidDocument) -> Syntax {
    do {
      return try SyntaxReader.read(bytes, file: name)
    } catch {
      throw InvalidDocument(issues: [error])
    }
  }
}
