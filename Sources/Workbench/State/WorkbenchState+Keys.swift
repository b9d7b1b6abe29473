/// Where a key goes: to an overlay, to the value being typed, to the count, or to a command.
import Terminal

extension WorkbenchState {
  mutating func press(_ key: Key) -> [Effect] {
    message = nil
    // The terminal's own keys, Ctrl-L and Ctrl-Z, work whatever is open; only in time one does not go unseen.
    if case .control = key, let command = command(for: key), overlay == nil || command.section != .time {
      return perform(command, "")
    }
    if key == .control("c") { return interrupt() }
    if overlay != nil { return pressInOverlay(key) }
    if inspector.field != nil { return typeInField(key) }
    if takesAsDigit(key) { return [] }
    if let command = command(for: key) { return perform(command, "") }
    if key == .escape { return leave() }
    count = nil
    inform("\(key.label) does nothing here · ? shows every key")
    return [.bell]
  }

  /// What a key gives here: by the user's binding, or as the catalogue has it.
  private func command(for key: Key) -> Command? {
    bindings[key].flatMap(CommandCatalogue.command) ?? Keymap.command(for: key, in: focus)
  }

  /// Runs a command, or says why it cannot be run, or asks for what it needs to know.
  mutating func perform(_ command: Command, _ argument: String) -> [Effect] {
    defer { count = nil }
    if let reason = command.disabledReason(self) {
      complain(reason)
      return []
    }
    if argument.isEmpty, command.needsArgument {
      if command.form == nil { openPrompt(command.id.name + " ") } else { overlay = .form(Form(command.id)) }
      return []
    }
    if !argument.isEmpty, command.argument.isEmpty {
      complain("\(command.id.name) takes nothing behind it")
      return []
    }
    return command.run(&self, argument)
  }

  private mutating func pressInOverlay(_ key: Key) -> [Effect] {
    switch overlay {
    case .help(let line): pressInHelp(key, firstLine: line)
    case .about(let line): pressInAbout(key, firstLine: line)
    case .presets(let selected): pressInPresets(key, selected: selected)
    case .unsaved(let departure): pressInUnsaved(key, departure)
    case .recovery: pressInRecovery(key)
    case .arranging: pressInArranging(key)
    case .choices(let id): press(key, after: id)
    case .list(let list, let selected): press(key, in: list, selected: selected)
    case .views(let selected): pressInViews(key, selected: selected)
    case .prompt(let field, let selected): pressInPrompt(key, field, selected: selected)
    case .form(let form): pressInForm(key, form)
    case .spikes(let grid): pressInSpikes(key, grid)
    case nil: []
    }
  }

  /// A digit makes a count for the next command; in the inspector it begins a value, and so does a minus.
  private mutating func takesAsDigit(_ key: Key) -> Bool {
    guard case .character(let character) = key else { return false }
    if focus == .inspector, character.isASCII && character.isWholeNumber || character == "-" {
      openField(String(character))
      return true
    }
    return takesAsCount(character)
  }

  mutating func takesAsCount(_ character: Character) -> Bool {
    guard character.isASCII, let digit = character.wholeNumberValue, digit > 0 || count != nil else { return false }
    count = min((count ?? 0) * 10 + digit, Self.greatestCount)
    return true
  }

  /// More steps than anybody waits for; keeps typed digits from overflowing.
  private static let greatestCount = 1_000_000_000

  /// Ctrl-C gives up whatever is being typed or read, but never the network, which may have run for hours.
  private mutating func interrupt() -> [Effect] {
    if overlay == nil, inspector.field == nil, count == nil {
      let key = CommandCatalogue.command("quit")?.keysText ?? ""
      inform("\(key) leaves the program")
    }
    closeOverlay()
    inspector.field = nil
    helpSearch = nil
    count = nil
    return []
  }

  /// Esc leaves the innermost thing that there is to leave.
  private mutating func leave() -> [Effect] {
    if count != nil {
      count = nil
    } else if errand != nil {
      return stopErrand()
    } else if why.waiting != nil {
      return giveUpQuestion()
    } else {
      isZoomed = false
    }
    return []
  }
}
