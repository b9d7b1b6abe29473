/// A walk of `ganglion debug` through a document that is given as text.
import Debugger
import Formats
import NetworkModel

@testable import CLI

enum ScriptedWalk {
  static func answers(_ script: String, _ document: String) throws -> [DebugAnswer] {
    var walk = try walk(document)
    var answers: [DebugAnswer] = []
    for line in try DebugScript(parsing: script, name: "walk.txt").lines {
      answers.append(try walk.carryOut(line, of: "walk.txt"))
    }
    return answers
  }

  static func walk(_ document: String) throws -> DebugWalk {
    let spec = try DocumentSource.reader.read(text: document, name: "net.yaml", folder: ".").spec
    return DebugWalk(try DebugSession(spec), spec: spec, document: "net.yaml")
  }
}
