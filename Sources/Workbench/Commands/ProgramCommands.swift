/// The program itself: help, the `:` line, the terminal, the way out.
import Terminal

enum ProgramCommands {
  static let help = Command(
    "help", title: "help", help: "Show every command and its keys; / searches.", keys: [.character("?")],
    section: .program, footerRank: 90
  ) { state, _ in
    state.helpSearch = nil
    state.overlay = .help(firstLine: 0)
    return []
  }

  static let command = Command(
    "command", title: "command", help: "Give any command by its name; Tab completes.", keys: [.character(":")],
    section: .program, footerRank: 80
  ) { state, _ in
    state.openPrompt("")
    return []
  }

  static let redraw = Command(
    "redraw", title: "redraw", help: "Draw the whole screen anew.", keys: [.control("l")], section: .program
  ) { _, _ in [.redraw] }

  static let mouse = Command(
    "mouse", title: "mouse", help: "Leave the mouse to the terminal, which selects text with it, or take it back.",
    keys: [.character("M")], section: .program
  ) { state, _ in
    state.takesMouse.toggle()
    state.grip = nil
    state.inform(
      state.takesMouse
        ? "the mouse selects and drags" : "the mouse is the terminal's: it selects text · M takes it back")
    return [.takeMouse(state.takesMouse)]
  }

  static let suspend = Command(
    "suspend", title: "suspend", help: "Go back to the shell for a while; fg returns.", keys: [.control("z")],
    section: .program
  ) { _, _ in [.suspend] }

  static let quit = Command(
    "quit", title: "quit", help: "Leave the program.", keys: [.character("q")], section: .program, footerRank: 15
  ) { state, _ in state.leave(for: .quit) }
}
