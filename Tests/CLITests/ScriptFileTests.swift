/// Commands may come from a file or a pipe, and what is no text is refused with its name.
import Foundation
import Testing

@testable import CLI

struct ScriptFileTests {
  @Test func aPipeIsRead() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("hash\n".utf8))
    try pipe.fileHandleForWriting.close()
    let name = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
    #expect(try ScriptFile.text(name, option: "--commands") == "hash\n")
  }

  @Test(arguments: ["/", "/no/such/file"])
  func whatIsNoTextIsRefused(_ file: String) {
    #expect {
      try ScriptFile.text(file, option: "--script")
    } throws: { error in
      (error as? Failure)?.text == "ganglion: --script \(file): there is no such file of text that can be read"
    }
  }
}
