/// The one function that changes the state: it only delegates.

/// Pure: does nothing outside, reads no clock. What is to be done outside comes back as effects, in order.
package func reduce(_ state: inout WorkbenchState, _ action: Action) -> [Effect] {
  let message = state.message
  let effects = state.respond(to: action)
  state.expectChanges(effects)
  state.keepLog(of: action, effects, before: message)
  return effects
}

extension WorkbenchState {
  fileprivate mutating func respond(to action: Action) -> [Effect] {
    switch action {
    case .key(let key): return press(key)
    case .mouse(let mouse, let target): return take(mouse, target)
    case .run(let id):
      guard let command = CommandCatalogue.command(id) else { return [] }
      return perform(command, "")
    case .resize(let size):
      self.size = size
      return []
    case .engine(let event): return take(event)
    case .loaded(let name, let result): return take(document: name, result)
    case .connected(let request, let result): return take(connected: request, result)
    case .saved(let request, let result): return take(saved: request, result)
    case .found(let documents): return take(found: documents)
    case .told(let message):
      self.message = message
      return []
    case .recovered(let name, let file, let spec): return take(recovered: name, file: file, spec)
    }
  }
}
