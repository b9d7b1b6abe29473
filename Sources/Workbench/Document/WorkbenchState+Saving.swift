/// Saving, and what happens to changes that are not saved.
import Debugger
package import NetworkModel
import Terminal

/// What is to be written, and where.
package struct SaveRequest: Sendable, Equatable {
  package var file: String
  /// The name under which its text is kept.
  package var origin: String
  package var spec: NetworkSpec
  package var revision: Int
  /// Writes over a file that was changed by another program.
  package var isForced: Bool

  package init(file: String, origin: String, spec: NetworkSpec, revision: Int, isForced: Bool) {
    self.file = file
    self.origin = origin
    self.spec = spec
    self.revision = revision
    self.isForced = isForced
  }
}

/// What is waiting for an answer about unsaved changes.
package enum Departure: Sendable, Equatable {
  case quit
  case open(String)
  case new
}

extension WorkbenchState {
  mutating func save(to name: String, isForced: Bool = false) -> [Effect] {
    guard let document = documentAsShown else { return [] }
    if document.spec.populations.isEmpty {
      complain("there is nothing to save yet · a adds a population")
      return []
    }
    guard let file = name.isEmpty ? document.file : name else {
      openPrompt("save ")
      inform("a file for this document, such as network.yaml")
      return []
    }
    inform("saving \(file) …")
    return [
      .save(
        SaveRequest(
          file: file, origin: document.origin, spec: document.spec, revision: document.revision, isForced: isForced))
    ]
  }

  mutating func take(saved request: SaveRequest, _ result: Result<SavedFile, LoadFailure>) -> [Effect] {
    switch result {
    case .failure(let failure):
      departure = nil
      complain(failure.text)
      return []
    case .success(let saved):
      document?.savedRevision = request.revision
      document?.savedHints = request.spec.workbench
      document?.file = request.file
      document?.origin = request.file
      documentName = request.file
      inform("saved \(request.file), \(NumberText.count(saved.lines, "line"))")
      guard let waiting = departure else { return [] }
      departure = nil
      return depart(waiting)
    }
  }

  /// Leaves the document, or asks first where it has changes that are not saved.
  mutating func leave(for departure: Departure) -> [Effect] {
    guard isUnsaved else { return depart(departure) }
    overlay = .unsaved(departure)
    return []
  }

  private mutating func depart(_ departure: Departure) -> [Effect] {
    switch departure {
    case .quit: return [.quit]
    case .new: return begin()
    case .open(let name):
      inform("opening \(name) …")
      return [.load(name)]
    }
  }

  /// An empty document, to be filled.
  private mutating func begin() -> [Effect] {
    let spec = NetworkSpec()
    opening = Opening(name: "untitled", hints: spec.workbench, spec: spec)
    return [.engine(.load(spec))]
  }

  mutating func pressInUnsaved(_ key: Key, _ waiting: Departure) -> [Effect] {
    switch key {
    case .character("s"), .enter:
      overlay = nil
      departure = waiting
      let effects = save(to: "")
      // Without a file it asks for one, and what was to be done is to be asked for again.
      if effects.isEmpty { departure = nil }
      return effects
    case .character("d"):
      overlay = nil
      return depart(waiting)
    case .escape, .character("q"), .character("c"): overlay = nil
    default: break
    }
    return []
  }

  /// The question, for whoever draws it.
  package func question(_ waiting: Departure) -> String {
    let what =
      switch waiting {
      case .quit: "leave"
      case .open(let name): "open \(name)"
      case .new: "begin a new document"
      }
    return
      "\(documentTitle) has changes that are not saved · s saves them, then \(what) · d: \(what) without them · Esc stays"
  }
}

/// What was written.
package struct SavedFile: Sendable, Equatable {
  package var lines: Int
  package init(lines: Int) { self.lines = lines }
}
