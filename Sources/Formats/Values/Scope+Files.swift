/// Files that a document names, read with every trouble told at the place of the name.
import NetworkModel

extension Scope {
  /// The bytes of a file in the document's folder, and how it is called in messages.
  func fileBytes(_ syntax: Syntax, _ what: String) -> (bytes: [UInt8], shown: String)? {
    guard let name = text(syntax, what) else { return nil }
    do {
      return (try folder.contents(of: name), folder.shown(name))
    } catch {
      self.error(at: syntax.location, .file(name, error))
      return nil
    }
  }

  /// The numbers of a `.npy` file, all of them finite.
  func numpyArray(_ syntax: Syntax, _ what: String) -> NPYArray? {
    guard let (bytes, shown) = fileBytes(syntax, what) else { return nil }
    do {
      let array = try NPYFile.read(bytes)
      guard let wrong = array.values.firstIndex(where: { !$0.isFinite }) else { return array }
      self.error(at: syntax.location, .notFiniteInFile(shown, value: array.values[wrong], index: wrong))
    } catch {
      self.error(at: syntax.location, .badArray(shown, error))
    }
    return nil
  }
}
