/// `ganglion debug`: what its commands have in common: how synapses are named, what refusals say, what cannot end.
import Basics
import Debugger
import Foundation
import Testing

@testable import CLI
@testable import Workbench

@Suite struct DebugVerbTests {
  /// Two projections from the noise, of which one learns and leads onto half of the neurons.
  private static let document = """
    ganglion: 1
    dt: 0.1 ms
    populations:
      exc:
        size: 10
        model: lif
        parameters: {cm: 0.2 nF, tau_m: 20 ms, v_rest: -49 mV, v_reset: -60 mV, v_thresh: -50 mV, tau_refrac: 2 ms}
        initial: {v: "uniform(-60 mV, -50 mV)"}
      noise: {size: 5, model: poisson, parameters: {rate: 300 Hz}}
    projections:
      - {name: plain, from: noise, to: exc, connect: all_to_all, receptor: excitatory, weight: 0.02 nA, delay: 1 ms}
      - {name: drive, from: noise, to: "exc[0..4]", connect: all_to_all, receptor: excitatory, weight: 0.5 nA,
         delay: 1 ms, plasticity: {rule: stdp_pair, w_min: 0 nA, w_max: 1 nA}}
    workbench:
      bookmarks: [{name: other, at: 30 ms, branch: branch 1}, {name: mine, at: 20 ms}]
    """

  private func answers(_ script: String) throws -> [DebugAnswer] { try ScriptedWalk.answers(script, Self.document) }

  private func refusal(_ script: String) throws -> DebugRefusal? {
    do {
      _ = try answers(script)
      Issue.record("\(script) is carried out")
      return nil
    } catch let refusal as DebugRefusal {
      return refusal
    }
  }

  // MARK: Synapses

  @Test(arguments: [
    ("break weight(noise[1] -> exc[2]) changes", 7),
    ("next-change weight(noise[1] -> exc[2])", 13),
    ("query steps where weight(noise[1] -> exc[2]) > 0.5 nA", 19),
    ("events of noise[1] -> exc[2]", 11),
    ("why-weight noise[1] -> exc[2]", 12),
  ])
  func twoProjectionsAreNotOneWeight(_ command: String, _ column: Int) throws {
    let refusal = try #require(try refusal("goto 50 ms\n" + command))
    #expect(
      refusal.problem
        == "noise[1] -> exc[2] is a synapse of plain and of drive · write noise[1] -> exc[2] of plain")
    #expect(refusal.line.number == 2 && refusal.column == column)
  }

  @Test func theProjectionDecides() throws {
    let answers = try answers(
      """
      break weight(noise[1] -> exc[2] of drive) > 600 pA
      break weight(noise[1] -> exc[7]) > 0.6 nA
      goto 300 ms
      why-weight noise[1] -> exc[2] of drive from 0 ms
      why-weight noise[1] -> exc[2] of plain
      why-weight noise[1] -> exc[7]
      """)
    #expect(answers[0].breakpoints?.map(\.understood) == ["weight(noise[1] -> exc[2] of drive) > 0.6 nA"])
    #expect(answers[1].messages == ["breakpoint 2: weight(noise[1] -> exc[7]) > 0.6 nA"])
    #expect(answers[3].why?.ledger?.projection == "drive" && answers[3].why?.ledger?.entries.isEmpty == false)
    #expect(answers[4].why?.answer.contains("does not learn") == true)
    #expect(answers[5].why?.answer.contains("does not learn") == true)
  }

  @Test(arguments: [
    ("break weight(noise[1] -> exc[7] of drive) changes", 36, "drive does not join noise[1] -> exc[7] · plain may"),
    ("break weight(noise[1] -> exc[2] of driv) changes", 36, "there is no projection \"driv\" · did you mean drive?"),
    ("why-weight noise[1] -> exc[2] of driv", 34, "there is no projection \"driv\" · did you mean drive?"),
    ("why-weight exc[1] -> exc[9]", 12, "no synapse exc[1] -> exc[9] · onto exc[9] lead noise[0], noise[1]"),
    ("why-weight noise[1] -> exc[9] of drive", 12, "no synapse noise[1] -> exc[9] of drive · onto exc[9] lead"),
    ("break weight(exc[1] -> exc[9]) changes", 7, "no synapse exc[1] -> exc[9] · no projection joins"),
  ])
  func whatIsNoSynapse(_ command: String, _ column: Int, _ words: String) throws {
    let refusal = try #require(try refusal("goto 5 ms\n" + command))
    #expect(refusal.problem.contains(words), "\(refusal.problem)")
    #expect(refusal.column == column, "\(command)")
  }

  @Test func eventsOfASynapseAndOfNeurons() throws {
    let answers = try answers(
      """
      goto 200 ms
      hash
      events of noise[1] -> exc[2] of drive
      why-weight noise[1] -> exc[2] of drive from 0 ms
      events of exc[2..3]
      query spikes of exc[2..3]
      events
      hash
      """)
    let changes = try #require(answers[2].events).filter { $0.kind == "weight" }
    let moved = try #require(answers[3].why?.ledger?.entries).filter { $0.change != 0 }
    #expect(!moved.isEmpty && Set(changes.map(\.timeMs)) == Set(moved.map(\.timeMs)))
    #expect(changes.allSatisfy { $0.name == "weight(noise[1] -> exc[2] of drive)" && $0.text == "changes" })
    let spikes = try #require(answers[4].events).filter { $0.kind == "spike" }
    #expect(!spikes.isEmpty && spikes.map(\.name) == answers[5].rows?.map(\.neuron))
    // What was asked before is no event of the run.
    #expect(answers[6].events?.map(\.kind) == ["bookmark", "bookmark"] && answers[1].hash == answers[7].hash)
  }

  // MARK: Marks

  @Test func aBreakpointIsPrintedAsItWasUnderstood() throws {
    let answers = try answers(
      """
      break exc[3].v>-0.051V and (count(exc,2 ms)==3 or not exc[0..9])
      once rate(exc) leaves 5 Hz..0.02 kHz
      breaks
      """)
    let understood = [
      "exc[3].v > -51 mV and (count(exc, 2 ms) = 3 or not spike(exc))", "rate(exc, 100 ms) leaves 5..20 Hz",
    ]
    #expect(answers[0].messages == ["breakpoint 1: " + understood[0]])
    #expect(answers[1].messages == ["breakpoint 2, once: " + understood[1]])
    #expect(answers[1].breakpoints?.map(\.number) == [2] && answers[1].breakpoints?[0].isOneShot == true)
    #expect(answers[2].breakpoints?.map(\.understood) == understood.map(Optional.some))
    #expect(answers[0].breakpoints?[0].condition.hasPrefix("exc[3].v>-0.051V") == true)
  }

  /// A document keeps no branches: the same time is another place there.
  @Test func aBookmarkOfAnotherRunSaysSo() throws {
    let answers = try answers("goto other\ngoto mine\nevents\nrestart\nevents")
    let words = "made on branch 1, which the document does not keep: this is another run"
    #expect(answers[0].messages == ["bookmark other, \(words)"] && answers[0].madeOn == "branch 1")
    #expect(answers[0].step == 300 && answers[1].messages.isEmpty && answers[1].madeOn == nil)
    #expect(answers[2].events?.map(\.text) == ["", words])
  }

  // MARK: Refusals

  @Test func aRefusalIsAnObject() throws {
    for (script, command, line, column, right) in [
      ("goto 5 ms  # there\n  break ecx[17]  # no", "break ecx[17]", 2, 9, "did you mean exc?"),
      ("dans", "dans", 1, 1, "did you mean"),
    ] {
      guard let refusal = try refusal(script) else { continue }
      let object = try #require(JSONSerialization.jsonObject(with: Data(refusal.json.utf8)) as? [String: Any])
      #expect(object["command"] as? String == command && object["line"] as? Int == line)
      #expect(object["column"] as? Int == column)
      let problem = try #require(object["problem"] as? [String: String])
      #expect(problem["what"]?.hasPrefix("there is no ") == true)
      #expect(problem["where"] == "walk.txt:\(line):\(column)", "\(problem)")
      #expect(problem["right"]?.contains(right) == true || script == "dans", "\(problem)")
      #expect(refusal.failure.status == .usage)
    }
  }

  /// Whatever of the workbench's commands would let the run go on without end is among those that are refused.
  @Test func nothingRunsWithoutEnd() throws {
    let walk = try ScriptedWalk.walk(Self.document)
    for command in CommandCatalogue.all where DebugVerbs.named(command.id.name) == nil {
      var state = walk.state
      #expect(!state.carryOut(line: command.id.name).contains(.engine(.run)), "\(command.id.name)")
    }
    #expect(try answers("goto 5 ms\nstart")[1].step == 0)
  }
}
