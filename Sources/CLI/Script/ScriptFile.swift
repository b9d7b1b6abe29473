/// Files of commands and of keys, which may be pipes, too.
import Foundation

enum ScriptFile {
  /// All of a file; `-` is standard input.
  /// - Throws: where there is none, or it holds no text.
  static func text(_ file: String, option: String) throws(Failure) -> String {
    let handle = file == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: file)
    guard let data = try? handle?.readToEnd() ?? Data(), handle != nil,
      let text = String(data: data, encoding: .utf8)
    else { throw Failure(.usage, "ganglion: \(option) \(file): there is no such file of text that can be read") }
    return text
  }
}
