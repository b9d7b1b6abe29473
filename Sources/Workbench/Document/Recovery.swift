/// What an earlier program did not save: offered when it is found, brought back or forgotten.
import Debugger
import NetworkModel
import Terminal

extension WorkbenchState {
  mutating func take(found documents: [RecoverableDocument]) -> [Effect] {
    recoverable = documents
    if !documents.isEmpty, overlay == nil { overlay = .recovery }
    return []
  }

  mutating func take(recovered name: String, file: String?, _ spec: NetworkSpec) -> [Effect] {
    opening = Opening(name: name, hints: spec.workbench, spec: spec, file: file, isRecovered: true)
    return [.engine(.load(spec))]
  }

  mutating func pressInRecovery(_ key: Key) -> [Effect] {
    guard let first = recoverable.first else {
      overlay = nil
      return []
    }
    switch key {
    case .character("r"), .enter:
      overlay = nil
      inform("recovering \(first.name) …")
      return [.recover(first.id)]
    case .character("d"):
      recoverable.removeFirst()
      if recoverable.isEmpty { overlay = nil }
      return [.forget(first.id)]
    case .escape, .character("q"): overlay = nil
    default: break
    }
    return []
  }

  /// The offer, for whoever draws it.
  package var recoveryQuestion: String {
    guard let first = recoverable.first else { return "" }
    return "\(first.name) has changes of \(first.time) that were not saved · r brings them back · d forgets them · "
      + "Esc asks again next time"
  }
}

/// A document that outlived its program.
package struct RecoverableDocument: Sendable, Equatable {
  package var id: String
  package var name: String
  /// When the journal was written, for people.
  package var time: String
  package init(id: String, name: String, time: String) {
    self.id = id
    self.name = name
    self.time = time
  }
}
