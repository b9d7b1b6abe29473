/// The one function that changes the state: it only delegates.

/// Pure: does nothing outside, reads no clock. What is to be done outside comes back as effects, in order.
package func reduce(_ state: inout WorkbenchState, _ action: Action) -> [Effect] {
  switch action {
  case .key(let key): return state.press(key)
  case .run(let id):
    guard let command = CommandCatalogue.command(id) else { return [] }
    return state.perform(command, "")
  case .resize(let size):
    state.size = size
    return []
  case .engine(let event): return state.take(event)
  case .loaded(let name, let result): return state.take(document: name, result)
  case .saved(let request, let result): return state.take(saved: request, result)
  case .found(let documents): return state.take(found: documents)
  case .told(let message):
    state.message = message
    return []
  case .recovered(let name, let file, let spec): return state.take(recovered: name, file: file, spec)
  }
}
