/// A file is taken whole and undamaged, or refused with the reason, and nothing is changed by one that is refused.
import Basics
import NetworkModel
import Testing

@testable import Simulation

@Suite struct CheckpointFileTests {
  private static let spec = CheckpointTests.lively

  private static func file(_ spec: NetworkSpec = spec, _ options: BuildOptions = BuildOptions()) throws -> [UInt8] {
    var simulation = try Simulation(spec, options: options)
    simulation.spikes(steps: 120)
    return simulation.checkpointFile().bytes
  }

  private func refusal(of bytes: [UInt8]) throws -> CheckpointError? {
    var simulation = try Simulation(Self.spec)
    let before = simulation.stateHash
    do {
      try simulation.restore(CheckpointFile(decoding: bytes))
      return nil
    } catch {
      #expect(simulation.stateHash == before, "a refused file changed something")
      return error
    }
  }

  @Test func theBytesAreFixed() throws {
    let bytes = try Self.file()
    #expect(bytes.prefix(12) == [0x89, 0x47, 0x4E, 0x47, 0x4C, 0x0D, 0x0A, 0x1A, 2, 0, 0, 0])
    // Seed 1, dt 0.1 and tick 120, little end first.
    #expect(bytes[36..<44] == [1, 0, 0, 0, 0, 0, 0, 0])
    #expect(bytes[52..<60] == [120, 0, 0, 0, 0, 0, 0, 0])
    #expect(try CheckpointFile(decoding: bytes).bytes == bytes)
    #expect(try Self.file() == bytes, "the same in every process")
  }

  @Test func everyTruncationIsRefused() throws {
    let bytes = try Self.file()
    for count in Array(0..<200) + stride(from: 200, to: bytes.count, by: 997) {
      #expect(throws: CheckpointError.self) { try CheckpointFile(decoding: Array(bytes.prefix(count))) }
    }
    #expect(throws: CheckpointError.trailing(bytes: 1)) { try CheckpointFile(decoding: bytes + [0]) }
    #expect(throws: CheckpointError.foreign) { try CheckpointFile(decoding: Array("ganglion: 1\ntitle: x".utf8)) }
  }

  /// Any one changed byte is noticed, wherever it is.
  @Test func everyDamageIsRefused() throws {
    let bytes = try Self.file()
    var random = SeededGenerator(5)
    for _ in 0..<400 {
      var damaged = bytes
      let place =
        Bool.random(using: &random)
        ? Int.random(in: 0..<300, using: &random) : .random(in: 0..<bytes.count, using: &random)
      damaged[place] ^= UInt8.random(in: 1...255, using: &random)
      #expect(throws: CheckpointError.self, "byte \(place)") { try CheckpointFile(decoding: damaged) }
    }
  }

  /// With sums that fit, as somebody might make them: refused or taken, but no trap then or later.
  @Test func forgedSectionsDoNotTrap() throws {
    var random = SeededGenerator(7)
    var simulation = try Simulation(Self.spec)
    try simulation.setParameter(Selection("exc", neuron: 3), name: "v_thresh", .number(-57))
    try simulation.setParameter(Selection("noise", neuron: 3), name: "rate", .number(57))
    simulation.spikes(steps: 20)
    let good = simulation.checkpoint()
    var taken = 0
    for _ in 0..<300 {
      var forged = good
      let number = Int.random(in: 0..<forged.sections.count, using: &random)
      for _ in 0..<Int.random(in: 1...8, using: &random) where !forged.sections[number].bytes.isEmpty {
        let place = Int.random(in: 0..<forged.sections[number].bytes.count, using: &random)
        forged.sections[number].bytes[place] =
          [0, 1, 0x7F, 0xFF, .random(in: 0...255, using: &random)].randomElement(using: &random) ?? 0
      }
      if Int.random(in: 0..<6, using: &random) == 0 {
        forged.sections[number].bytes.removeLast(min(4, forged.sections[number].bytes.count))
      }
      if Int.random(in: 0..<9, using: &random) == 0 { forged.sections.remove(at: number) }
      guard (try? simulation.restore(forged)) != nil else { continue }
      taken += 1
      simulation.spikes(steps: 5)
      _ = simulation.stateHash
    }
    #expect(taken > 50, "some forgeries are only other numbers")
    try simulation.restore(good)
    #expect(simulation.checkpoint() == good)
  }

  @Test func whatIsOfAnotherRunIsRefusedWithTheReason() throws {
    #expect(try refusal(of: Self.file()) == nil)
    #expect(try refusal(of: Self.file(Self.spec, BuildOptions(seed: 9))) == .otherSeed(9, here: 1))
    #expect(
      try refusal(of: Self.file(Self.spec, BuildOptions(precision: .double))) == .otherPrecision(.double, here: .single)
    )
    var spec = Self.spec
    spec.dt = Milliseconds(0.05)
    #expect(try refusal(of: Self.file(spec)) == .otherStepLength(Milliseconds(0.05), here: Milliseconds(0.1)))
    var version = try Self.file()
    version[8] = 1
    #expect(try refusal(of: version) == .otherVersion(1))
  }

  @Test func aChangedDocumentIsAnotherNetwork() throws {
    var specs = Array(repeating: Self.spec, count: 5)
    specs[0].populations[0].parameters["tau_m"] = .number(.constant(21))
    specs[1].projections[0].weight = .constant(0.0163)
    specs[2].stimuli.removeLast()
    specs[3].populations[1].initial["v"] = .uniform(low: -60, high: -51)
    specs[4].populations[0].shape = [12, 20]
    for spec in specs { #expect(try refusal(of: Self.file(spec)) == .otherNetwork) }
  }

  @Test func wordsForPeopleAreNoPartOfTheNetwork() throws {
    var spec = Self.spec
    spec.title = "another"
    spec.about = "words"
    spec.duration = Milliseconds(7)
    spec.populations[0].location = SourceLocation(file: "elsewhere.yaml", line: 3, column: 1)
    #expect(try refusal(of: Self.file(spec)) == nil)
  }

  @Test func numbersAreTurnedOnMachinesWithTheBigEndFirst() {
    let section = Checkpoint.Section(name: "state", bytes: [1, 2, 3, 4, 5, 6, 7, 8], width: 4)
    #expect(section.withTurnedNumbers.bytes == [4, 3, 2, 1, 8, 7, 6, 5])
    #expect(section.withTurnedNumbers.withTurnedNumbers == section)
  }
}
