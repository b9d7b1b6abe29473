/// Jumps over real networks with edits in between: every state is that of a run which went straight there.
import Foundation
import Testing

@Suite struct JumpTests {
  /// A preset, and what is done to it on the way: at these shares of the run.
  struct Walk: Sendable {
    let preset: String
    let edits: [(share: Double, command: String)]
  }

  static let walks = [
    Walk(
      preset: "cuba",
      edits: [
        (0.1, "set exc[17].v -55 mV"), (0.3, "set exc.tau_m 15 ms"), (0.4, "undo"), (0.5, "add extra 5 lif"),
        (0.8, "set inh[0..99].v_thresh -51 mV"),
      ]),
    Walk(
      preset: "cobahh", edits: [(0.2, "set exc[3].v -60 mV"), (0.5, "add extra 5 lif"), (0.7, "set exc.cm 0.21 nF")]),
    Walk(
      preset: "song",
      edits: [(0.2, "set neuron[0].v -60 mV"), (0.4, "set inputs.rate 20 Hz"), (0.6, "add extra 5 lif"), (0.7, "undo")]),
  ]

  /// A few here; `GANGLION_JUMPS=10000` makes so many over a longer run.
  private static let wanted = ProcessInfo.processInfo.environment["GANGLION_JUMPS"].flatMap { Int($0) }

  @Test(arguments: walks)
  func everyJumpLandsOnTheStraightRun(_ walk: Walk) throws {
    let (jumps, length) = Self.wanted.map { ($0, 20_000) } ?? (40, 600)
    var random = SystemSeed(state: 20_261_124)
    let grid = Set((0..<min(jumps, 400)).map { _ in Int.random(in: 0...length, using: &random) }).sorted()
    let edits = walk.edits.map { (step: Int($0.share * Double(length)), command: $0.command) }

    let straight = try hashes(walk.preset, Self.script(edits, looking: grid, until: length))
    #expect(straight.count == grid.count)
    let expected = Dictionary(uniqueKeysWithValues: straight.map { ($0.step, $0.hash) })
    let targets = (0..<jumps).map { _ in grid.randomElement(using: &random) ?? 0 }
    let jumping =
      Self.script(edits, looking: [], until: length) + targets.flatMap { ["goto \($0) steps", "hash"] }
    let found = try hashes(walk.preset, jumping)
    #expect(found.map(\.step) == targets)
    #expect(found.filter { $0.hash != expected[$0.step] }.map(\.step) == [])
    #expect(Set(straight.map(\.hash)).count == grid.count, "states that differ")
  }

  /// Straight on, with a look at the state after these steps, and before what is changed there.
  private static func script(
    _ edits: [(step: Int, command: String)], looking: [Int], until length: Int
  ) -> [String] {
    var lines: [String] = []
    for step in Set(looking + edits.map(\.step) + [length]).sorted() {
      lines.append("goto \(step) steps")
      lines += edits.filter { $0.step == step }.map(\.command)
      if looking.contains(step) { lines.append("hash") }
    }
    return lines
  }

  private func hashes(_ preset: String, _ script: [String]) throws -> [(step: Int, hash: String)] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(script.joined(separator: "\n").utf8).write(to: file)
    let outcome = try Program.run(["debug", preset, "--commands", file.path, "--json"])
    guard outcome.status == 0 else { throw Program.Failure(text: outcome.errors) }
    return try outcome.output.split(separator: "\n").compactMap { line in
      let answer = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let messages = (answer?["messages"] as? [String] ?? []).joined()
      #expect(!messages.contains("is not what it was"), "\(line)")
      guard let hash = answer?["hash"] as? String, let step = answer?["step"] as? Int else { return nil }
      return (step, hash)
    }
  }

  /// The same numbers in every run.
  private struct SystemSeed: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }
}
