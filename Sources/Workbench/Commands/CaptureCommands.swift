/// What is seen put into files: the screen as it is, and a pane as a figure.
import Basics
import Terminal

/// What is to be written, and where.
package struct CaptureRequest: Sendable, Equatable {
  package enum Subject: Sendable, Equatable {
    case screen
    /// As a figure for paper.
    case pane(PaneID)
    /// What it says.
    case text(String)
  }

  package var subject: Subject
  package var file: String
  /// Whether the user named the file: only then one that is there already is written over.
  package var isNamed: Bool

  package init(_ subject: Subject, file: String, isNamed: Bool) {
    self.subject = subject
    self.file = file
    self.isNamed = isNamed
  }
}

/// A recording of the screen in the format of asciinema.
package enum CastRequest: Sendable, Equatable {
  /// Whether the user named the file: only then one that is there already is written over.
  case start(file: String, isNamed: Bool)
  case stop
}

enum CaptureCommands {
  static let screenshot = Command(
    "screenshot", title: "screenshot", help: "Put the screen into a file: .svg, .ans with colours, or .txt.",
    section: .program, argument: "[FILE]",
    completions: { state, typed in ["svg", "ans", "txt"].map { state.captureName(typed, ending: $0) } },
    preview: { state, file in whyNot(file, screenEndings) ?? "the screen, without this line, goes into \(file)" }
  ) { state, file in state.capture(.screen, file, screenEndings) }

  static let plot = Command(
    "plot", title: "plot", help: "Put the pane as a figure for a paper into a .svg file.", section: .program,
    argument: "[FILE]",
    completions: { state, typed in [state.captureName(typed, ending: "svg")] },
    preview: { state, file in whyNot(file, figureEndings) ?? "the pane \(state.focus.rawValue) goes into \(file)" }
  ) { state, file in state.capture(.pane(state.focus), file, figureEndings) }

  static let cast = Command(
    "cast", title: "record", help: "Record the screen into a .cast file, for asciinema: start FILE, and later stop.",
    section: .program, argument: "start [FILE] | stop",
    completions: { state, _ in ["start " + state.captureName("", ending: "cast"), "stop"] }
  ) { state, argument in
    let words = argument.split(separator: " ", maxSplits: 1).map(String.init)
    switch words.first {
    case "stop" where words.count == 1: return [.cast(.stop)]
    case "start" where words.count == 1:
      return [.cast(.start(file: state.captureName("", ending: "cast"), isNamed: false))]
    case "start":
      if let reason = whyNot(words[1], ["cast"]) {
        state.complain(reason)
        return []
      }
      return [.cast(.start(file: words[1], isNamed: true))]
    default:
      state.complain("\(argument) is neither start nor stop · e.g. cast start demo.cast")
      return []
    }
  }

  private static let screenEndings = ["svg", "ans", "txt"]
  private static let figureEndings = ["svg"]

  /// What is wrong with the name of a file.
  fileprivate static func whyNot(_ file: String, _ endings: [String]) -> String? {
    if endings.contains(where: { file.hasSuffix("." + $0) && file.utf8.count > $0.utf8.count + 1 }) { return nil }
    let known = endings.map { "." + $0 }
    return "\(file) has no ending that says how to write it · "
      + (known.count == 1 ? known[0] : known.dropLast().joined(separator: ", ") + " or " + known[known.count - 1])
  }
}

extension WorkbenchState {
  fileprivate mutating func capture(
    _ subject: CaptureRequest.Subject, _ file: String, _ endings: [String]
  ) -> [Effect] {
    if file.isEmpty {
      return [.capture(CaptureRequest(subject, file: captureName("", ending: endings[0]), isNamed: false))]
    }
    if let reason = CaptureCommands.whyNot(file, endings) {
      complain(reason)
      return []
    }
    return [.capture(CaptureRequest(subject, file: file, isNamed: true))]
  }

  /// What was typed with this ending, or a name that says which network it is and when: `cuba-1234ms.svg`.
  fileprivate func captureName(_ typed: String, ending: String) -> String {
    let stem = typed.split(separator: ".").first.map(String.init) ?? ""
    if !stem.isEmpty { return "\(stem).\(ending)" }
    let name = documentTitle.split(separator: ".").first.map(String.init) ?? "ganglion"
    return "\(name)-\(Int(time.value.rounded()))ms.\(ending)"
  }
}
