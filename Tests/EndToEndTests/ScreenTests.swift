/// What the terminal's size, its signals and its kind do to the screen.
import Foundation
import Testing

extension InATerminal {
  @Suite struct ScreenTests {
    @Test func everySizeIsDrawnWholeAndNothingIsLeftOver() throws {
      let session = try Session("cuba")
      for (columns, rows, sign) in [
        (80, 24, "Inspector"), (50, 10, "needs 60 x 16, has 50 x 10"), (200, 60, "Inspector"),
      ] {
        try session.terminal.resize(columns: columns, rows: rows)
        let screen = session.shows("\(columns) x \(rows)") { screen in
          let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
          guard screen.contains(sign) else { return false }
          // The frames of the panes end one row above the footer, at the last column.
          return rows < 16
            || lines.count > rows - 2 && lines[rows - 2].count == columns && lines[rows - 1].contains("space")
        }
        #expect(rows >= 16 || !screen.contains("Raster"))
      }
      try session.terminal.press("Space")
      session.shows("paused")
      let drawn = try settledScreen(session)
      try session.terminal.press("C-l")
      _ = try settledScreen(session)
      session.shows("the same again") { $0 == drawn }
    }

    /// Whatever is being painted when the size changes, the last size is what is drawn in the end.
    @Test func aStormOfResizesEndsWellDrawn() throws {
      let session = try Session("cuba")
      for round in 1...20 {
        for (columns, rows) in [(120, 36), (130, 40), (80, 24)] {
          try session.terminal.resize(columns: columns, rows: rows)
        }
        session.shows("80 x 24 after storm \(round)") { screen in
          let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
          return lines.count > 22 && lines[22].count == 80 && lines[22].hasSuffix("╯") && lines[23].contains("space")
        }
      }
    }

    /// The screen after a key that leaves nothing changed: what went before has been drawn by then.
    private func settledScreen(_ session: Session) throws -> String {
      try session.terminal.press(":")
      session.shows("Completions")
      try session.terminal.press("Escape")
      return session.shows("no prompt") { !$0.contains("Completions") && $0.contains("run/pause") }
    }

    /// What is asked to end ends well; what crashed says so to the shell.
    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV])
    func everySignalGivesTheTerminalBack(_ signal: Int32) throws {
      let session = try Session("lif")
      let process = try session.processID()
      #expect(kill(process, signal) == 0)
      let status = try session.endsCleanly()
      #expect(status == (signal == SIGSEGV ? 128 + SIGSEGV : 0))
    }

    @Test func ctrlZAndFgGoAndComeBack() throws {
      let session = try Session("lif")
      session.shows("last spike at")
      for _ in 0..<2 {
        try session.terminal.press("C-z")
        session.expectShell()
        try session.terminal.run("stty -a > stopped; mv stopped stopped-settings")
        let settings = session.terminal.awaitedFile("stopped-settings")
        let before = try session.terminal.file("before")
        #expect(settings == before)
        try FileManager.default.removeItem(at: session.terminal.folder.appendingPathComponent("stopped-settings"))
        try session.terminal.run("fg")
        let back = session.shows("redrawn") {
          $0.contains("running") && $0.contains("Inspector") && $0.contains("run/pause")
        }
        let time = try #require(back.simulatedSeconds)
        session.shows("goes on") { ($0.simulatedSeconds ?? 0) > time }
      }
    }

    @Test func noColorMeansNone() throws {
      let colored = try Session("lif")
      colored.shows("last spike at")
      #expect(hasColors(colored.terminal.coloredScreen))
      let plain = try Session("lif", environment: ["NO_COLOR": "1"])
      plain.shows("last spike at")
      #expect(!hasColors(plain.terminal.coloredScreen))
    }

    private func hasColors(_ screen: String) -> Bool {
      let sequences = screen.split(separator: "\u{1B}").dropFirst().compactMap {
        $0.dropFirst().split(separator: "m").first
      }
      let numbers = sequences.flatMap { $0.split(separator: ";").compactMap { Int($0) } }
      // 39 and 49 are the terminal's own colours.
      return numbers.contains { ((30...49).contains($0) && $0 != 39 && $0 != 49) || (90...107).contains($0) }
    }

    @Test func withoutALocaleEveryCharacterHasSevenBits() throws {
      let session = try Session("digits", environment: ["LC_ALL": "C"])
      let screen = session.shows("right %")
      let highest = screen.unicodeScalars.max { $0.value < $1.value }
      #expect(highest?.isASCII == true, "\(screen)")
      #expect(screen.contains("Inspector"))
    }
  }
}
