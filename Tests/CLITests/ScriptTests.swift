/// Scripts of keys: how they are read, what is said about wrong ones, and that they are played as written.
import Basics
import Terminal
import Testing
import Workbench

@testable import CLI

@Suite struct ScriptTests {
  private func cues(_ text: String) throws -> [KeyScript.Cue] {
    try KeyScript(parsing: text, name: "demo.keys").cues.map(\.cue)
  }

  @Test func keysTextsAndWaitsAreRead() throws {
    let text = """
      # a comment
      space . Tab Ctrl-L ↑ #
        "set a 1" Enter
      wait 2s
      pace 150 ms
      until 0.5s
      until "two words"

      rest
      w " q
      """
    #expect(
      try cues(text) == [
        .key(.character(" ")), .key(.character(".")), .key(.tab), .key(.control("l")), .key(.up),
        .key(.character("#")),
      ] + "set a 1".map { .key(.character($0)) } + [
        .key(.enter), .wait(.seconds(2)), .pace(.milliseconds(150)), .untilTime(Milliseconds(500)),
        .untilText("two words"), .rest, .key(.character("w")), .key(.character("\"")), .key(.character("q")),
      ])
  }

  @Test func theExampleOfTheManualCanBeRead() throws {
    #expect(try cues(KeyScript.example.joined(separator: "\n")).count > 20)
  }

  @Test(arguments: ["", "\n\n", "# nothing\n"])
  func nothingIsAScript(_ text: String) throws { #expect(try cues(text).isEmpty) }

  @Test(arguments: [
    ("space\n  . Spce", "2:5", "no key \"Spce\""), (": \"set", "1:3", "no end"), ("wait", "1:1", "waits for nothing"),
    ("q\n\twait 2mV", "2:2", "waits for nothing"), ("until soon", "1:1", "waits for nothing"),
    ("rest now", "1:1", "waits for nothing"), ("until \"\"", "1:1", "waits for nothing"),
    ("wait -1s", "1:1", "waits for nothing"), ("pace 1e300s", "1:1", "waits for nothing"),
    ("\"a\" \"b", "1:5", "no end"), ("F99", "1:1", "no key"),
  ])
  func whatCannotBeReadIsToldWithItsPlace(_ text: String, _ place: String, _ words: String) throws {
    let refusal = try #require(failure { _ = try cues(text) })
    #expect(refusal.status == .usage)
    #expect(refusal.text.hasPrefix("demo.keys:\(place): error: "), "\(refusal.text)")
    #expect(refusal.text.contains(words), "\(refusal.text)")
  }

  @Test func aFileThatIsNotThereIsTold() {
    #expect(failure { _ = try KeyScript(file: "no/such/file") }?.text.contains("no/such/file") == true)
  }

  // MARK: Playing

  /// A player and a moment in which nothing holds it up.
  private func player(_ text: String) throws -> (ScriptPlayer, ScriptPlayer.Moment) {
    let moment = ScriptPlayer.Moment(now: .now, time: Milliseconds(0), isAtRest: true, screen: { ["paused"] })
    return (ScriptPlayer(try KeyScript(parsing: text, name: "demo.keys")), moment)
  }

  @Test func keysComeOneByOneAndThenItIsOver() throws {
    var (player, moment) = try player("a \"bc\"")
    moment.isAtRest = false
    #expect(player.next(moment) == .key(.character("a")))
    #expect(player.next(moment) == .key(.character("b")))
    #expect(player.next(moment) == .key(.character("c")))
    #expect(player.next(moment) == .over)
  }

  @Test func theClockIsWaitedForToTheMillisecond() throws {
    var (player, moment) = try player("wait 2s\npace 100ms\na b")
    #expect(player.next(moment) == .wait(milliseconds: 2000))
    moment.now += .milliseconds(1500)
    #expect(player.next(moment) == .wait(milliseconds: 500))
    moment.now += .milliseconds(500)
    #expect(player.next(moment) == .wait(milliseconds: 100))
    moment.now += .milliseconds(100)
    #expect(player.next(moment) == .key(.character("a")))
    #expect(player.next(moment) == .wait(milliseconds: 100))
    moment.now += .seconds(5)
    #expect(player.next(moment) == .key(.character("b")))
  }

  @Test func aTimeIsWaitedForUntilItComesOrCannotCome() throws {
    var (player, moment) = try player("until 500ms\na")
    moment.isAtRest = false
    moment.time = Milliseconds(499.9)
    guard case .wait = player.next(moment) else {
      Issue.record("it did not wait")
      return
    }
    var reached = moment
    reached.time = Milliseconds(500)
    var other = player
    #expect(other.next(reached) == .key(.character("a")))
    moment.isAtRest = true
    #expect(
      player.next(moment)
        == .failed("demo.keys:1:1: error: the network stands still at 499.9 ms and never comes to 500.0 ms"))
  }

  @Test func wordsAreWaitedForButNotForEver() throws {
    var (player, moment) = try player("\nuntil \"paused\"\nuntil \"gone\"")
    guard case .wait = player.next(moment) else {
      Issue.record("it did not wait")
      return
    }
    moment.now += .seconds(61)
    #expect(player.next(moment) == .failed("demo.keys:3:1: error: \"gone\" did not come to the screen"))
  }

  @Test func restIsWaitedFor() throws {
    var (player, moment) = try player("rest\na")
    moment.isAtRest = false
    guard case .wait = player.next(moment) else {
      Issue.record("it did not wait")
      return
    }
    moment.isAtRest = true
    #expect(player.next(moment) == .key(.character("a")))
  }
}

extension TerminalLoopTests {
  /// A loop that nobody but the script gives keys to.
  private func play(script: String) throws -> (ending: Ending, failure: String?) {
    var failure: String?
    let script = try KeyScript(parsing: script, name: "demo.keys")
    let ending = try play([.until("nothing like this")], mayMiss: true) { loop in
      loop.player = ScriptPlayer(script)
    } then: {
      failure = $0.scriptFailure
    }
    return (ending, failure)
  }

  @Test func aScriptDrivesTheWorkbenchAndLeavesIt() throws {
    let (ending, failure) = try play(
      script: """
        until "running"
        space
        rest
        R
        rest
        : "run-to 20 ms" Enter
        until 20ms
        rest
        . .
        until "0.020 2 s"
        q
        """)
    #expect(failure == nil)
    #expect(ending.state.tick == Tick(202))
    #expect(!ending.state.isRunning)
  }

  @Test func aScriptThatCannotBePlayedSaysWhere() throws {
    let (ending, failure) = try play(script: "until \"running\"\nspace\nrest\nR\nrest\nuntil 1 s\nq")
    #expect(failure == "demo.keys:6:1: error: the network stands still at 0.0 ms and never comes to 1000.0 ms")
    #expect(!ending.state.isRunning)
  }
}
