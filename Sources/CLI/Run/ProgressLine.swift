/// How far long work has got: a bar on a terminal, lines elsewhere, nothing when told to be quiet.
import Foundation

struct ProgressLine {
  private enum Manner { case bar, lines, silent }

  private let manner: Manner
  private let clock = ContinuousClock()
  private var lastShown: ContinuousClock.Instant
  private let start: ContinuousClock.Instant
  private var hasDrawn = false

  init(isQuiet: Bool) {
    manner = isQuiet ? .silent : isatty(FileHandle.standardError.fileDescriptor) == 1 ? .bar : .lines
    start = clock.now
    lastShown = clock.now
  }

  /// - Parameter fraction: of the work, 0…1.
  mutating func show(_ fraction: Double, _ text: String) {
    let pause = manner == .bar ? Duration.milliseconds(100) : .seconds(5)
    guard manner != .silent, clock.now - lastShown > pause else { return }
    lastShown = clock.now
    let percent = Int(fraction * 100)
    if manner == .lines { return StandardError.print("\(percent) %  \(text)") }
    let filled = Int(fraction * 30)
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled)
    StandardError.print("\r[\(bar)] \(percent) %  \(text)\u{1B}[K", terminator: "")
    hasDrawn = true
  }

  /// Takes the bar away, so that results stand alone.
  mutating func clear() {
    if hasDrawn { StandardError.print("\r\u{1B}[K", terminator: "") }
    hasDrawn = false
  }
}
