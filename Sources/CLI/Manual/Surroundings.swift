/// What the manual page says of the world around the program: how it ends, what it reads of the environment, its files.

enum Surroundings {
  static func write(on page: inout Roff) {
    page.heading("Exit status")
    for status in ExitStatus.allCases { page.entry("\(status.rawValue)", status.meaning) }
    page.heading("Environment")
    for (names, meaning) in variables { page.entry(names.joined(separator: ", "), meaning) }
    page.heading("Files")
    for (file, content) in files { page.entry(file, content) }
  }

  private static let variables: [(names: [String], meaning: String)] = [
    (
      ["TERM", "TERMINFO"], "Which terminal it is, and a folder with descriptions of terminals that is looked in first."
    ),
    (["STY", "TMUX"], "Whether the terminal is that of screen or of tmux."),
    (["COLORTERM"], "With truecolor or 24bit all colours are used, whatever TERM says."),
    (["COLORFGBG"], "Whether the background is dark or light, for the theme that is taken where none is chosen."),
    (["NO_COLOR"], "Set to anything, there are no colours, unless --color asks for them."),
    (["LC_ALL", "LC_CTYPE", "LANG"], "Whether the terminal reads UTF-8; the first that is set counts."),
    (["ESCDELAY"], "How long Esc waits for the rest of a key, in milliseconds; 25 if not set."),
    (["GANGLION_SYNC"], "Set to off, large frames are not bracketed as synchronized output."),
    (["GANGLION_PRESETS"], "The folder of the presets, instead of the one that was installed with the program."),
    (["XDG_CONFIG_HOME"], "Where the configuration is, in a folder ganglion; ~/.config if not set."),
    (
      ["XDG_STATE_HOME"],
      "Where the journals of unsaved documents are, in a folder ganglion; ~/.local/state if not set."
    ),
  ]

  private static let files: [(file: String, content: String)] = [
    (
      "~/.config/ganglion/config.yaml",
      "What holds for every document, unless --config names another file: the theme, the glyphs, colours, the mouse, "
        + "frames a second. ganglion doctor says what was read there."
    ),
    (
      "~/.local/state/ganglion/recovery",
      "A journal for each document with changes that were not saved; offered at the next start and then removed."
    ),
    ("PREFIX/share/ganglion/presets", "The networks that come with the program."),
  ]
}
