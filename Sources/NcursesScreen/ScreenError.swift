/// Why there is no screen.
package enum ScreenError: Error, Equatable, CustomStringConvertible {
  case outputIsNotATerminal
  case noTerminalForKeys
  case terminalIsNotNamed
  case unknownTerminal(String)
  case terminalCannotPositionCursor(String)
  case cannotStart(String)

  package var description: String {
    switch self {
    case .outputIsNotATerminal:
      "the workbench needs a terminal, and standard output is none; `ganglion run` works without one"
    case .noTerminalForKeys:
      "the workbench needs a terminal to read keys from, and there is none; `ganglion run` works without one"
    case .terminalIsNotNamed:
      "the variable TERM is not set, so that the kind of terminal is not known; try TERM=xterm-256color"
    case .unknownTerminal(let name):
      "TERM=\(name) is not in this machine's terminfo database; try TERM=xterm-256color or TERM=vt100"
    case .terminalCannotPositionCursor(let name):
      "TERM=\(name) cannot place the cursor, which the workbench needs; `ganglion run` works without it"
    case .cannotStart(let name):
      "the terminal (TERM=\(name)) could not be set up"
    }
  }
}
