/// What happens to the workbench, and what it wants done: both as values.
package import Debugger
package import NetworkModel
package import Terminal

package struct CommandID: Sendable, Hashable, ExpressibleByStringLiteral {
  package let name: String
  package init(stringLiteral value: String) { name = value }
  package init(_ name: String) { self.name = name }
}

/// Closed: it does not grow with features.
package enum Action: Sendable {
  case key(Key)
  /// The mouse, and what is drawn where it points.
  case mouse(Mouse, MouseTarget)
  case run(CommandID)
  case resize(Size)
  case engine(EngineEvent)
  /// A document was read, or could not be: the words of the first error.
  case loaded(name: String, Result<NetworkSpec, LoadFailure>)
  /// Files that say synapses were read, or could not be.
  case connected(FileConnection, Result<ProjectionSpec, LoadFailure>)
  /// A document was written, or could not be.
  case saved(SaveRequest, Result<SavedFile, LoadFailure>)
  /// What was found in the journals of programs that ended without being asked to.
  case found([RecoverableDocument])
  /// One of these was read: its name, its file, and what it says.
  case recovered(name: String, file: String?, NetworkSpec)
  /// What came of something else that was done outside.
  case told(Message)
}

package struct LoadFailure: Error, Sendable, Equatable {
  package let text: String
  package init(text: String) { self.text = text }
}

/// What the reducer wants done; carried out in one place, outside.
package enum Effect: Sendable, Equatable {
  case engine(EngineCommand)
  /// Do this beside the session and answer with an event of the engine.
  case job(JobRequest)
  /// Read this preset or document and answer with `Action.loaded`.
  case load(String)
  /// Read the files that say these synapses and answer with `Action.connected`.
  case connect(FileConnection)
  /// Write this document and answer with `Action.saved`.
  case save(SaveRequest)
  /// Read this journal and answer with `Action.recovered`.
  case recover(String)
  /// Remove this journal.
  case forget(String)
  /// Put the screen or a pane into a file and answer with `Action.told`.
  case capture(CaptureRequest)
  /// Begin or end a recording of the screen and answer with `Action.told`.
  case cast(CastRequest)
  case redraw
  case suspend
  /// Have the mouse reported, or leave it to the terminal.
  case takeMouse(Bool)
  case quit
  case bell
}
