/// Commands: what they do, when, what they say, and what they refuse.
import Basics
import Debugger
import NetworkModel
import Simulation
import Testing

struct CommandTests {
  private func changed(_ events: [EngineEvent]) -> String? {
    if case .changed(let words)? = events.first, events.count == 1 { words } else { nil }
  }

  private func isRefused(_ events: [EngineEvent]) -> Bool {
    if case .refused(let words)? = events.first { events.count == 1 && !words.isEmpty } else { false }
  }

  @Test func editsTakeEffectAtTheNextStep() throws {
    let selection = Selection("exc", neuron: 9)
    var plain = try Simulation(Networks.active())
    var session = try DebugSession(Networks.active())
    _ = session.apply(.run)
    for step in 0..<300 {
      if step == 100 {
        try plain.setParameter(selection, name: "v_thresh", .number(-54))
        #expect(!session.apply(.setParameter(selection, name: "v_thresh", .number(-54))).isEmpty)
      }
      if step == 150 {
        try plain.poke(population: 2, index: 4)
        #expect(!session.apply(.poke(NeuronAddress(population: 2, index: 4))).isEmpty)
      }
      if step == 200 {
        try plain.setState(selection, variable: "isyn_exc", 0.3)
        #expect(!session.apply(.setState(selection, variable: "isyn_exc", 0.3)).isEmpty)
      }
      plain.step()
      _ = session.advance(atMost: 1)
      #expect(session.stateHash == plain.stateHash)
    }
    #expect(session.timeline.log.map(\.tick) == [Tick(100), Tick(150), Tick(200)])
  }

  @Test func aChangeIsToldInNumbers() throws {
    var session = try DebugSession(Networks.active())
    let all = Selection(all: "exc", size: 80)
    #expect(changed(session.apply(.setParameter(all, name: "tau_m", .number(15)))) == "exc tau_m: 20 ms → 15 ms")
    let one = Selection("exc", neuron: 4)
    #expect(changed(session.apply(.setParameter(one, name: "tau_m", .number(7.25)))) == "exc[4] tau_m: 15 ms → 7.25 ms")
    #expect(changed(session.apply(.setParameter(all, name: "tau_m", .number(20)))) == "exc tau_m → 20 ms")
    #expect(changed(session.apply(.setParameter(all, name: "reset", .choice("soft")))) == "exc reset: hard → soft")
    #expect(changed(session.apply(.setState(one, variable: "v", -55)))?.hasSuffix("→ -55 mV") == true)
    #expect(
      changed(session.apply(.poke(NeuronAddress(population: 1, index: 2)))) == "noise[2] spikes in the next step")
  }

  @Test func whatCannotBeDoneIsRefusedAndChangesNothing() throws {
    var session = try DebugSession(Networks.active())
    _ = session.apply(.step(50))
    _ = session.advance(atMost: 50)
    let before = session.stateHash
    let exc = Selection(all: "exc", size: 80)
    let bad: [EngineCommand] = [
      .step(0), .step(-5), .step(.min), .runTo(Tick(-1)),
      .setPace(.realTime(0)), .setPace(.realTime(-1)), .setPace(.realTime(.nan)), .setPace(.realTime(.infinity)),
      .setPace(.realTime(1e300)),
      .setParameter(exc, name: "tau", .number(1)), .setParameter(exc, name: "tau_m", .number(-1)),
      .setParameter(exc, name: "tau_m", .number(.nan)), .setParameter(exc, name: "tau_m", .choice("hard")),
      .setParameter(exc, name: "reset", .choice("hardly")), .setParameter(exc, name: "reset", .number(1)),
      .setParameter(Selection(all: "exc", size: 81), name: "tau_m", .number(10)),
      .setParameter(Selection(population: "exc", ranges: [-3...2]), name: "tau_m", .number(10)),
      .setParameter(Selection(population: "exc", ranges: []), name: "tau_m", .number(10)),
      .setParameter(Selection("nobody", neuron: 0), name: "tau_m", .number(10)),
      .setState(exc, variable: "w", 1), .setState(exc, variable: "v", .nan), .setState(exc, variable: "refractory", 2),
      .setState(Selection("noise", neuron: 0), variable: "v", 1),
      .setState(Selection("exc", neuron: 80), variable: "v", 1),
      .poke(NeuronAddress(population: 3, index: 0)), .poke(NeuronAddress(population: -1, index: 0)),
      .poke(NeuronAddress(population: 0, index: 80)), .poke(NeuronAddress(population: 0, index: -1)),
      .poke(NeuronAddress(population: 0, index: .min)), .load(Networks.impossible()),
    ]
    for command in bad { #expect(isRefused(session.apply(command)), "\(command)") }
    #expect(session.stateHash == before && session.tick == Tick(50) && session.mode == .paused)
    #expect(session.pace == .realTime(1) && session.timeline.log.isEmpty)
  }

  @Test func aNeuronThatNeverFiresCannotBePoked() throws {
    var session = try DebugSession(Networks.classifier())
    #expect(isRefused(session.apply(.poke(NeuronAddress(population: 0, index: 0)))))
    #expect(isRefused(session.apply(.poke(NeuronAddress(population: 2, index: 0)))))
    #expect(changed(session.apply(.poke(NeuronAddress(population: 1, index: 0)))) != nil)
  }

  @Test func hashAnswers() throws {
    var session = try DebugSession(Networks.active())
    _ = session.apply(.step(3))
    _ = session.advance(atMost: 3)
    #expect(session.apply(.hash) == [.hash(session.stateHash, at: Tick(3))])
  }

  @Test func loadReplacesTheNetworkAndFailureKeepsIt() throws {
    var session = try DebugSession(Networks.active())
    _ = session.apply(.observe(Requests.everything()))
    _ = session.apply(.run)
    _ = session.advance(atMost: 200)
    let before = session.stateHash
    guard case .refused(let why)? = session.apply(.load(Networks.impossible())).first else {
      Issue.record("an impossible network was loaded")
      return
    }
    #expect(why.contains("circle"))
    #expect(session.stateHash == before && session.generation == 1 && session.mode == .running)

    #expect(session.apply(.load(Networks.classifier())) == [.loaded(session.summary)])
    #expect(session.generation == 2 && session.tick == .zero && session.mode == .running)
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    #expect(snapshot.generation == 2 && snapshot.spikeCounts == [0, 0, 0])
    // What was asked of the old network is fitted to the new one.
    #expect(snapshot.neuron?.address == NeuronAddress(population: 0, index: 3))
    #expect(snapshot.bars?.bars.count == 2)
    _ = session.advance(atMost: 16)
    session.snapshot(into: &snapshot)
    #expect(snapshot.classifier?.read == [2, 2])
  }

  @Test func theSummaryDescribesTheNetwork() throws {
    let session = try DebugSession(Networks.active())
    let summary = session.summary
    #expect(summary.title == "active" && summary.seed == 7 && !summary.hasClassifier)
    #expect(summary.neurons == 110 && summary.populations.map(\.name) == ["exc", "noise", "inh"])
    #expect(summary.projections[2].synapses == 800 && summary.projections[2].sourceCount == 10)
    #expect(summary.synapses == summary.projections.reduce(0) { $0 + $1.synapses })
    let classifier = try DebugSession(Networks.classifier())
    #expect(classifier.summary.hasClassifier && classifier.summary.populations[0].shape == [2, 2])
  }
}
