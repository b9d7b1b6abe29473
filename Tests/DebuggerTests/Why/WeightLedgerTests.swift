/// The ledger of a weight, against the rule's formula and the weights themselves.
import Basics
import NetworkModel
import Simulation
import Testing

@testable import Debugger

@Suite struct WeightLedgerTests {
  /// One pre- and one postsynaptic spike: a pair, placed by hand.
  @Test func aPair() throws {
    var spec = NetworkSpec()
    spec.precision = .double
    func source(_ name: String, _ time: Double) -> PopulationSpec {
      PopulationSpec(
        name: name, shape: [1], model: "SpikeSourceArray",
        parameters: ["spike_times": .spikeTimes([[Milliseconds(time)]])])
    }
    spec.populations = [source("pre", 10), source("post", 15)]
    spec.projections = [
      ProjectionSpec(
        name: "p", from: Selection(all: "pre", size: 1), to: Selection(all: "post", size: 1), connector: .allToAll,
        weight: .constant(0.5), delay: .constant(2), plasticity: PlasticitySpec(rule: "stdp_pair", weights: 0...1))
    ]
    var session = try DebugSession(spec)
    _ = session.travel(to: .tick(Tick(300)))
    let (pre, post) = (NeuronAddress(population: 0, index: 0), NeuronAddress(population: 1, index: 0))
    guard case .weight(let ledger) = session.why(.weight(from: pre, to: post, since: .zero, until: Tick(300))) else {
      Issue.record("it learns")
      return
    }
    #expect(ledger.entries.map(\.cause) == [.arrival(stamp: Tick(100)), .spike])
    #expect(ledger.entries.map(\.tick) == [Tick(120), Tick(150)])
    #expect(ledger.entries.map(\.interval) == [nil, 30])
    #expect(ledger.entries[0].change == 0)
    let expected = 0.01 * Elementary.exp(-3.0 / 20)
    #expect(abs(ledger.entries[1].change - expected) < 1e-15)
    #expect(abs(ledger.entries[1].preTrace - expected / 0.01) < 1e-15)
    #expect(ledger.start == 0.5 && abs(ledger.end - 0.5 - expected) < 1e-15)
  }

  /// Two projections between the same neurons are two weights.
  @Test func whichSynapseIsMeant() throws {
    var spec = Networks.learning()
    var second = spec.projections[2]
    second.name = "second"
    spec.projections.append(second)
    var session = try DebugSession(spec)
    _ = session.travel(to: .tick(Tick(300)))
    let (pre, post) = (NeuronAddress(population: 1, index: 3), NeuronAddress(population: 0, index: 5))
    func answer(_ from: NeuronAddress, _ to: NeuronAddress, of projection: Int? = nil) -> WhyAnswer {
      session.why(.weight(from: from, to: to, of: projection, since: .zero, until: Tick(300)))
    }
    #expect(
      answer(pre, post)
        == .refused(
          "noise[3] -> exc[5] is a synapse of noise->exc and of second · write noise[3] -> exc[5] of noise->exc"))
    for projection in [2, 3] {
      guard case .weight(let ledger) = answer(pre, post, of: projection) else {
        Issue.record("it learns")
        continue
      }
      #expect(ledger.projection == projection && ledger.others == 0)
    }
    guard case .refused(let words) = answer(post, pre) else {
      Issue.record("there is no such synapse")
      return
    }
    #expect(words == "there is no synapse exc[5] -> noise[3] · nothing leads onto noise[3]")
  }

  @Test func entriesLeadFromWeightToWeight() throws {
    var session = try DebugSession(Networks.learning())
    _ = session.travel(to: .tick(Tick(1500)))
    let hash = session.stateHash
    let post = NeuronAddress(population: 0, index: 5)
    var moved = 0
    for index in 0..<10 {
      let pre = NeuronAddress(population: 1, index: index)
      guard case .weight(let ledger) = session.why(.weight(from: pre, to: post, since: Tick(700), until: Tick(1500)))
      else { continue }
      let synapse = try #require(
        session.simulation.incoming(population: 0, index: 5).first { $0.index == index && $0.population == 1 })
      #expect(ledger.end == session.simulation.weight(of: synapse))
      var weight = ledger.start
      for entry in ledger.entries {
        #expect(entry.before == weight && entry.tick > Tick(700) && entry.tick <= Tick(1500))
        let isUp = entry.cause == .spike
        #expect(isUp ? entry.change >= 0 : entry.change <= 0)
        if !entry.isClipped {
          let step = isUp ? 0.01 * 0.2 * entry.preTrace : -0.012 * 0.2 * entry.postTrace
          #expect(abs(entry.change - step) < 1e-7)
        }
        weight = entry.after
        moved += entry.change != 0 ? 1 : 0
      }
      #expect(weight == ledger.end)
    }
    #expect(moved > 10 && session.stateHash == hash)
  }
}
