/// The `:` line taken apart: which command, and what is written behind it.
import Basics
import Terminal

struct PromptLine {
  let name: String
  let argument: String
  /// The same as far as it has been typed, with the spaces at its end.
  let typedArgument: String
  /// Whether the name is finished, so that what is being typed is the argument.
  let isPastName: Bool

  init(_ text: String) {
    let line = text.drop { $0.isWhitespace || $0 == ":" }
    let end = line.firstIndex { $0.isWhitespace }
    name = String(line[..<(end ?? line.endIndex)])
    isPastName = end != nil
    var rest = end.map { line[$0...].drop { $0.isWhitespace } } ?? ""
    typedArgument = String(rest)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    argument = String(rest)
  }

  /// The command with this name, or the only one whose name begins with it.
  func command() throws(PromptError) -> Command {
    if let exact = CommandCatalogue.command(CommandID(name)) { return exact }
    let matches = CommandCatalogue.all.filter { $0.id.name.hasPrefix(name) }
    if matches.count == 1 { return matches[0] }
    // `:q` is what the key q is.
    if name.count == 1, let own = matches.first(where: { $0.keys.contains(.character(Character(name))) }) { return own }
    guard matches.isEmpty else { throw .ambiguous(name, matches.map(\.id.name)) }
    throw .unknown(name, nearest: Spelling.nearest(to: name, among: CommandCatalogue.all.map(\.id.name)))
  }
}

/// Why a `:` line is no command.
enum PromptError: Error, Equatable, CustomStringConvertible {
  case unknown(String, nearest: String?)
  case ambiguous(String, [String])

  var description: String {
    switch self {
    case .unknown(let name, let nearest):
      "there is no command \"\(name)\"" + (nearest.map { " · did you mean \($0)?" } ?? " · ? lists them all")
    case .ambiguous(let name, let matches): "\"\(name)\" may be " + matches.joined(separator: ", ")
    }
  }
}
