/// How a command ends when it cannot do what was asked.
import Foundation

enum ExitStatus: Int32, CaseIterable {
  case done = 0
  case failed = 1
  /// Wrong usage, or an invalid document.
  case usage = 2
  case interrupted = 130

  /// For the manual page.
  var meaning: String {
    switch self {
    case .done: "Done."
    case .failed: "Failed; standard error says why."
    case .usage: "Wrong usage, or a document that is not valid."
    case .interrupted: "Interrupted."
    }
  }

  func exit() -> Never { Foundation.exit(rawValue) }
}

/// Words for standard error, and the status to leave with.
struct Failure: Error, Equatable {
  let status: ExitStatus
  let text: String

  init(_ status: ExitStatus, _ text: String) {
    self.status = status
    self.text = text
  }
}

enum StandardError {
  static func print(_ text: String, terminator: String = "\n") {
    FileHandle.standardError.write(Data((text + terminator).utf8))
  }
}
