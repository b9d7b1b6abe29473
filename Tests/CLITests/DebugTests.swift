/// `ganglion debug`: what its commands answer, and what it says of those that are wrong.
import Basics
import Debugger
import Formats
import Foundation
import NetworkModel
import Testing

@testable import CLI

@Suite struct DebugTests {
  private static let document = """
    ganglion: 1
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

  @Test func aWalk() throws {
    let answers = try answers(
      """
      # There and back.
      goto 50 ms
      hash
      step 10
      back
        back 9
      hash
      goto 50 %
      goto start
      goto end
      """)
    #expect(answers.map(\.step) == [500, 500, 510, 509, 500, 500, 255, 0, 510])
    #expect(answers[1].hash == answers[5].hash && answers[1].hash?.count == 16)
    #expect(answers[4].text == "back 9 → 50 ms · step 500" && answers[4].line == 6)
  }

  @Test func whatIsChangedInThePastIsABranchWithADocumentOfItsOwn() throws {
    let answers = try answers(
      """
      goto 40 ms
      add extra 3 lif
      goto 60 ms
      goto 20 ms
      set exc.tau_m 15 ms
      branches
      resize exc 30
      print exc[29].v
      branch main
      goto 60 ms
      print extra[2].v
      print exc[19]
      goto 61.7 ms
      branches
      """)
    #expect(answers[4].messages.contains("what comes is branch 1"))
    #expect(answers[5].branches?.map(\.name) == ["main", "branch 1"])
    // Before the new population there was none, so that the resized network has none either.
    #expect(answers[7].neurons?.first?.name == "exc[29]" && answers[8].branch == "main")
    #expect(answers[10].neurons?.first?.values.keys.sorted() == ["v"])
    #expect(answers[11].neurons?.first?.values.count ?? 0 > 2)
    #expect(answers[13].branches?.map(\.endStep) == [617, 200])
  }

  @Test func breakpointsBothWays() throws {
    let answers = try answers(
      """
      break exc[3]
      continue
      continue
      reverse-continue
      breaks
      disable 1
      reverse-continue
      once exc[3].v > -52 mV
      continue
      breaks
      delete 1
      time next spike of exc[4]
      last spike
      """)
    #expect(answers[1].hit == [1] && answers[3].step == answers[1].step && answers[2].step > answers[1].step)
    #expect(answers[4].breakpoints?.map(\.hits) == [3])
    #expect(answers[6].messages == ["no breakpoint is on"] && answers[8].hit == [2])
    #expect(answers[9].breakpoints?.map(\.number) == [1])
    #expect(answers[11].wallMs != nil && answers[12].step < answers[11].step)
  }

  /// What cannot come is not run after.
  @Test func whatNeverHappensIsSaidAtOnce() throws {
    let answers = try answers("goto 20 ms\nnext weight change\nnext breakpoint")
    #expect(answers[1].messages == ["nothing learns here: no weight changes by itself"])
    #expect(answers[0].found == nil && answers.dropFirst().allSatisfy { $0.found == false && $0.step == 200 })
  }

  @Test func whatWasIsLookedUp() throws {
    let answers = try answers(
      """
      goto 20 ms
      set exc.tau_m 15 ms
      goto 60 ms
      bookmark last where it ends
      query spikes of exc[3..5] where v(self) < -50 mV from 10 ms
      step 10
      events
      last edit
      """)
    let rows = try #require(answers[4].rows)
    #expect(!rows.isEmpty && rows.allSatisfy { $0.timeMs > 10 && $0.values["v(self)"] ?? 0 < -50 })
    #expect(answers[4].step == 600 && answers[5].step == 610)
    #expect(answers[6].events?.map(\.step) == [200, 600] && answers[7].step == 200)
    let events = try #require(answers[6].events)
    #expect(events.map(\.kind) == ["edit", "bookmark"] && events.map(\.name) == ["exc.tau_m", "last"])
    #expect(events.map(\.text) == ["tau_m of exc → 15 ms", "where it ends"] && events[0].timeMs == 20)
  }

  @Test func objects() throws {
    let answer = try answers("goto 1 ms\nhash")[1]
    let object = try #require(JSONSerialization.jsonObject(with: Data(answer.json.utf8)) as? [String: Any])
    #expect(object["step"] as? Int == 10 && object["time_ms"] as? Double == 1 && object["branch"] as? String == "main")
    #expect(object["hash"] as? String == answer.hash && object["line"] as? Int == 2)
  }

  @Test func why() throws {
    let answers = try answers(
      """
      goto 120 ms
      hash
      last spike of exc[3]
      why exc[3]
      why exc[3] horizon 4 ms
      goto 120 ms
      why-silent exc[3] from 1 ms to 2 ms
      why-weight noise[0] -> exc[3]
      hash
      """)
    let why = try #require(answers[3].why)
    #expect(why.answer == "fired" && why.neuron == "exc[3]" && why.timeMs == answers[3].timeMs && why.isExact == true)
    let shares = try #require(why.shares)
    let sum = shares.reduce(0) { $0 + $1.value }
    #expect(abs(sum + (why.residual ?? 1) - (why.v ?? 0)) < 1e-9)
    #expect(why.horizonMs == 20 && answers[4].why?.horizonMs == 4)
    #expect(shares.contains { $0.cause == "arrival" && $0.neuron?.hasPrefix("noise[") == true })
    #expect(answers[3].messages.first?.hasPrefix("exc[3] fired at ") == true)
    #expect(answers[3].messages.contains { $0.contains("threshold") && $0.contains("share mV") })
    #expect(answers[6].why?.answer == "silent" && answers[6].messages.contains { $0.contains("it takes") })
    #expect(answers[7].why?.answer.contains("does not learn") == true)
    #expect(answers[1].hash == answers[8].hash)
  }

  @Test(arguments: [
    ("gotto 3 ms", "1:1", "did you mean goto"), ("\n  goto soon", "2:8", "goto 83.2 ms"),
    ("break exc[17].u > 3", "1:15", "no variable"), ("break ecx[17]", "1:7", "did you mean exc"),
    ("set exc.tau_m -1 ms", "1:5", "above"), ("step x", "1:6", "number of steps"), ("delete 3", "1:8", "breakpoint 3"),
    ("next sneeze", "1:6", "nothing that can be looked for"), ("branch b", "1:8", "no branch"),
    ("budget much", "1:8", "64 MB"),
    ("print exc[99]", "1:7", "0 to 19"), ("print exc.u", "1:7", "no variable"), ("time dance", "1:6", "no command"),
    ("next weight change of a->b", "1:6", "no projection"), ("enable x", "1:8", "breaks lists"),
    ("goto 1.5 steps", "1:6", "whole steps"), ("run", "1:4", "needs an end"), ("phase", "1:6", "a neuron is missing"),
    ("quit", "1:5", "needs the workbench"), ("query spikes of ecx", "1:17", "did you mean exc"),
    ("why", "1:4", "a neuron is wanted"), ("why ecx[3]", "1:5", "did you mean exc"), ("why exc", "1:5", "one neuron"),
    ("why exc[3] when", "1:12", "not understood"), ("why exc[3] at noon", "1:15", "no time"),
    ("why-silent exc[3]", "1:12", "two times"), ("why-weight exc[3]", "1:12", "a synapse is wanted"),
    ("run-pause", "1:10", "needs an end"), ("goto 20", "1:6", "write 20 ms or 20 steps"),
    ("why exc[3] horizon 5", "1:20", "5 ms or 5 steps"), ("why exc[3] at 5 horizon 2 ms", "1:15", "5 ms or 5 steps"),
    ("budget 64", "1:8", "64 MB"), ("whatif spike exc[3] at 5", "1:8", "5 ms or 5 steps"),
    ("query spikes of exc from 5", "1:26", "5 ms or 5 steps"), ("break count(exc, 5) > 3", "1:18", "5 ms"),
    ("bookmark start", "1:10", "the start of the run"), ("bookmark 20", "1:10", "a number"),
    ("bookmark 50 % half of it", "1:10", "as in m-50"), ("bookmark now", "1:10", "the present"),
    ("bookmark 50% half of it", "1:10", "a part of the run"), ("bookmark 3ms", "1:10", "a time"),
    ("query spikes of exc from 30 ms to 20 ms", "1:32", "write from 20 ms to 30 ms"),
    ("why-silent exc[3] from 30 ms to 20 ms", "1:33", "write from 20 ms to 30 ms"),
    ("why-silent exc[3] from 30 ms", "1:24", "is not before now, 0 ms"),
    ("why-weight noise[0] -> exc[3] from 30 ms to 30 ms", "1:45", "the end comes after"),
    ("events exc[3]", "1:8", "events of exc[17]"), ("events of ecx[3]", "1:11", "did you mean exc"),
    ("events of noise[0] -> ecx[3]", "1:23", "did you mean exc"),
    ("goto 1 ms\nwhy-weight exc[0] -> exc[3]", "2:12", "onto exc[3] lead noise[0], noise[1]"),
  ])
  func whatIsWrong(_ script: String, _ place: String, _ words: String) throws {
    do {
      _ = try answers(script)
      Issue.record("\(script) is carried out")
    } catch let refusal as DebugRefusal {
      let failure = refusal.failure
      #expect(failure.status == .usage && failure.text.hasPrefix("walk.txt:\(place): error: "), "\(failure.text)")
      #expect(failure.text.contains(words), "\(failure.text)")
    }
  }
}
