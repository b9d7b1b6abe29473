/// Keys while the screen is being arranged: its own commands, those of panes, the `:` line, and the way out.
import Terminal

extension WorkbenchState {
  mutating func pressInArranging(_ key: Key) -> [Effect] {
    if case .character(let character) = key, takesAsCount(character) { return [] }
    if let command = Keymap.arranging[key] { return perform(command, "") }
    switch key {
    case .escape where count != nil: count = nil
    case .escape, .enter, .character("q"), .character("W"): overlay = nil
    default:
      guard let command = Keymap.command(for: key, in: focus), command.section == .panes || command.id == "command"
      else {
        count = nil
        inform("\(key.label) does nothing while panes are arranged · Esc goes on with the network")
        return [.bell]
      }
      return perform(command, "")
    }
    return []
  }
}
