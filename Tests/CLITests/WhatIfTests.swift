/// `ganglion debug` asked what would have been: what it answers, compares and writes.
import Basics
import Debugger
import Formats
import Foundation
import NetworkModel
import Simulation
import Testing

@testable import CLI

@Suite struct WhatIfTests {
  private static let document = """
    ganglion: 1
    # Fires by itself.
    dt: 0.1 ms
    populations:
      exc:
        size: 20
        model: lif
        parameters: {cm: 0.2 nF, tau_m: 20 ms, v_rest: -49 mV, v_reset: -60 mV, v_thresh: -50 mV, tau_refrac: 2 ms}
        initial: {v: "uniform(-60 mV, -50 mV)"}
      noise: {size: 5, model: poisson, parameters: {rate: 300 Hz}}
    projections:
      - {from: noise, to: exc, connect: all_to_all, receptor: excitatory, weight: 0.02 nA, delay: 1 ms}
    """

  private func answers(_ script: String) throws -> [DebugAnswer] {
    try ScriptedWalk.answers(script, Self.document)
  }

  /// When a neuron of the document's network fires first after this time [ms].
  private func spike(of population: String, _ index: Int, after time: Double) throws -> Double {
    let spec = try DocumentSource.reader.read(text: Self.document, name: "net.yaml", folder: ".").spec
    var simulation = try Simulation(spec)
    let found = simulation.populationIndex(population)
    let place = try #require(found)
    let number = UInt32(simulation.populations[place].firstNeuron + index)
    while simulation.tick.value < 5000 {
      simulation.step()
      if simulation.time.value > time, simulation.lastSpikes.contains(number) { break }
    }
    return (simulation.time.value * 10).rounded() / 10
  }

  @Test func theBranchIsNamedComparedAndLeft() throws {
    let time = try spike(of: "noise", 2, after: 20)
    let answers = try answers(
      """
      goto 60 ms
      hash
      whatif without spike noise[2] at \(time) ms
      hash
      compare
      compare main with branch 1 for 90 ms
      branches
      branch main
      hash
      whatif without arrival noise[2] -> exc[3] at \(time) ms
      whatif without neuron noise[1]
      whatif without synapse noise[1] -> exc[4]
      whatif spike exc[7] at 20 ms
      whatif set exc.tau_m 15 ms at 30 ms
      edits
      whatif without edit 2
      """)
    #expect(answers[2].branch == "branch 1" && answers[2].step == 600)
    #expect(answers[2].messages.contains("branch 1: without spike noise[2] at \(time) ms"))
    #expect(answers[1].hash != answers[3].hash && answers[1].hash == answers[8].hash)
    let comparison = try #require(answers[4].comparison)
    #expect(comparison.a.name == "main" && comparison.b.reason == "without spike noise[2] at \(time) ms")
    #expect(comparison.endMs == 60 && comparison.firstDifference?.neuron.hasPrefix("exc[") == true)
    #expect(answers[4].messages.contains { $0.hasPrefix("first spike") })
    let span = try #require(answers[5].comparison)
    #expect(abs(span.endMs - span.partingMs - 90) < 1e-6 && span.partingMs == comparison.partingMs)
    #expect(answers[6].branches?[1].reason == "without spike noise[2] at \(time) ms")
    #expect(answers[12].messages.contains("branch 5: with a spike of exc[7] at 19.9 ms"))
    #expect(
      answers[14].edits?.map(\.number) == [1, 2] && answers[14].edits?[1].words.hasSuffix(".tau_m = 15 ms") == true)
    #expect(answers[15].messages.last?.hasSuffix(".tau_m = 15 ms at 30 ms") == true)
  }

  @Test func aBranchThatIsWrittenRunsToTheSameHash() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ganglion-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("without.yaml").path
    let time = try spike(of: "noise", 0, after: 10)
    let answers = try answers(
      """
      set exc.tau_m 18 ms
      goto 60 ms
      whatif without spike noise[0] at \(time) ms
      whatif without neuron noise[3]
      save-branch \(file)
      hash
      goto 20 ms
      set exc.tau_m 15 ms
      goto 60 ms
      save-branch \(file).other.yaml
      """)
    #expect(answers[4].savedRunsAlike == true, "\(answers[4].messages)")
    #expect(answers[9].savedRunsAlike == false && answers[9].messages[0].contains("cannot say"))
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("without:"))
    var run = try Simulation(try DocumentSource().read(file).spec)
    while run.tick.value < 600 { run.step() }
    #expect(StateHash.text(run.stateHash) == answers[5].hash)
  }

  @Test(arguments: [
    ("whatif", "asks nothing"), ("whatif without", "asks nothing"),
    ("whatif without spike exc[3]", "a time is missing"),
    ("whatif without exc[3] at soon", "is no time"), ("whatif without neuron exc", "one neuron"),
    ("whatif without synapse exc[3]", "is no synapse"), ("whatif without synapse exc[3] -> exc[4]", "no projection"),
    ("whatif without edit 1", "nothing was changed"), ("whatif without edit x", "no number of an edit"),
    ("whatif without ecx[3] at 3 ms", "did you mean exc"), ("whatif set exc.tau_x 3 ms at 3 ms", "tau_"),
    ("whatif spike exc[3] at 0 ms", "after 0 ms"), ("compare", "no other branch"), ("compare b", "no branch"),
    ("compare for ever", "is no time"), ("save-branch", "file is missing"),
  ])
  func whatIsWrong(_ line: String, _ words: String) throws {
    do {
      _ = try answers("goto 10 ms\n\(line)")
      Issue.record("\(line) is carried out")
    } catch let refusal as DebugRefusal {
      let failure = refusal.failure
      #expect(failure.text.hasPrefix("walk.txt:2:") && failure.text.contains(words), "\(failure.text)")
    }
  }
}
