/// Plays a script: says what comes next, by what the workbench shows.
import Basics
import Terminal

struct ScriptPlayer {
  /// What the player has to know.
  struct Moment {
    var now: ContinuousClock.Instant
    var time: Milliseconds
    /// The network stands still, and all that it did is on the screen.
    var isAtRest: Bool
    /// The lines of the screen.
    var screen: () -> [String]
  }

  enum Step: Equatable {
    case key(Key)
    case mouse(Mouse)
    /// Nothing now: look again after so many milliseconds, or earlier where something happens.
    case wait(milliseconds: Int)
    case over
    /// What is waited for will never come: the sentence for the user.
    case failed(String)
  }

  /// How long words on the screen may take to come: a demonstration that hangs helps nobody.
  private static let longestWait = Duration.seconds(60)
  /// How often the screen is looked at where nothing else happens.
  private static let glance = 20

  private let name: String
  private var cues: ArraySlice<KeyScript.PlacedCue>
  private var pace = Duration.zero
  /// When the present cue began to be waited for.
  private var begin: ContinuousClock.Instant?

  init(_ script: KeyScript) {
    name = script.name
    cues = script.cues[...]
  }

  /// The next thing to be done; whoever asks does it and asks again.
  mutating func next(_ moment: Moment) -> Step {
    while let placed = cues.first {
      let start = begin ?? moment.now
      begin = start
      let waited = moment.now - start
      switch placed.cue {
      case .key(let key): return pacing(waited) ?? finished(.key(key))
      case .mouse(let mouse): return pacing(waited) ?? finished(.mouse(mouse))
      case .pace(let duration): pace = duration
      case .wait(let duration):
        if waited < duration { return .wait(milliseconds: Self.milliseconds(duration - waited)) }
      case .rest:
        if !moment.isAtRest { return .wait(milliseconds: Self.glance) }
      case .untilTime(let time):
        if moment.time.value < time.value {
          guard moment.isAtRest else { return .wait(milliseconds: Self.glance) }
          let (now, wanted) = (moment.time.written.value, time.written.value)
          return failed(placed, "the network stands still at \(now) ms and never comes to \(wanted) ms")
        }
      case .untilText(let text):
        if !moment.screen().contains(where: { $0.contains(text) }) {
          guard waited > Self.longestWait else { return .wait(milliseconds: Self.glance) }
          return failed(placed, "\"\(text)\" did not come to the screen")
        }
      }
      finish()
    }
    return .over
  }

  private func pacing(_ waited: Duration) -> Step? {
    waited < pace ? .wait(milliseconds: Self.milliseconds(pace - waited)) : nil
  }

  private mutating func finished(_ step: Step) -> Step {
    finish()
    return step
  }

  private mutating func finish() {
    cues.removeFirst()
    begin = nil
  }

  private func failed(_ placed: KeyScript.PlacedCue, _ what: String) -> Step {
    .failed("\(name):\(placed.line):\(placed.column): error: \(what)")
  }

  /// Rounded up, so that a wait is not cut into many short ones at its end.
  private static func milliseconds(_ duration: Duration) -> Int {
    Int((duration / .milliseconds(1)).rounded(.up))
  }
}
