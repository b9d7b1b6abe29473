/// Asking why in the workbench: the question, its answer in words, and the way from cause to cause.
import Basics
import NetworkModel
import Terminal
import Testing
import Workbench

@testable import Debugger

@Suite struct WhyTests {
  private static let neuron = NeuronAddress(population: 0, index: 17)
  private static let cause = NeuronAddress(population: 1, index: 3)

  /// Of a spike at 83.2 ms with two arrivals, the second of which is its cause.
  private static var fired: WhyFired {
    func arrival(_ neuron: NeuronAddress, _ stamp: Int, _ weight: Double, isCausal: Bool) -> WhyArrival {
      WhyArrival(
        neuron: neuron, projection: 0, stamp: Tick(stamp), arrival: Tick(stamp + 1), weight: weight, isCausal: isCausal,
        effect: isCausal ? .prevented : .moved(-3))
    }
    let good = arrival(cause, 802, 0.5, isCausal: true)
    let potential = WhyPotential(
      neuron: neuron, tick: Tick(832), v: -49.75, level: -50,
      shares: [
        WhyShare(cause: .rest, value: -60), WhyShare(cause: .reset(Tick(700)), value: -1.25),
        WhyShare(cause: .arrival(good), value: 12),
        WhyShare(cause: .arrival(arrival(neuron, 790, -0.1, isCausal: false)), value: -0.5),
      ], residual: 1e-14, isExact: true)
    return WhyFired(
      potential: potential, causal: .smallest, causes: [good], horizon: Milliseconds(20), horizonSteps: 200)
  }

  @Test func aSheet() throws {
    let network = try #require(Store().state.network)
    let sheet = WhyWriter(network, models: Store().state.models).sheet(.fired(Self.fired))
    #expect(sheet.rows.map(\.sum) == [-60, -61.25, -49.25, -49.75])
    #expect(sheet.rows.map(\.isCausal) == [false, false, true, false])
    let lines = sheet.lines(isPlain: true)
    #expect(lines[0] == "exc[17] fired at 83.2 ms: v = -49.75 mV reached the threshold of -50 mV")
    #expect(lines[1] == "  cause *: without this 1 spike it does not fire within 20 ms, and no fewer would do")
    #expect(lines.contains { $0.contains("+12.000") && $0.contains(" * ") && $0.contains("without it: no spike") })
    #expect(lines.contains { $0.contains("inh[3] fired at 80.2 ms") && $0.contains("arrived at 80.3 ms, 0.5 nA") })
    #expect(lines.contains { $0.contains("0.3 ms earlier") })
    // What is left out one by one is told together.
    let short = WhyWriter(network, models: Store().state.models).sheet(.fired(Self.fired), rows: 2)
    #expect(short.rows.last?.label == "1 smaller share together" && short.rows.last?.sum == -49.75)
  }

  @Test func bars() throws {
    let network = try #require(Store().state.network)
    let bars = Bars(WhyWriter(network, models: Store().state.models).sheet(.fired(Self.fired)), width: 25)
    // From −61.25 to −49.25 mV in 25 cells: two to a millivolt.
    #expect(bars.span(0).cells == 3...3 && bars.span(1).cells == 0...3 && !bars.span(1).isUp)
    #expect(bars.span(2).cells == 0...24 && bars.span(2).isUp && bars.levelCell == 23)
  }

  @Test func askingAndWalking() throws {
    var store = Store()
    store.state.neuron = Self.neuron
    let first = WhyQuestion.neuron(Self.neuron)
    #expect(store.type([.character("y")]) == [.engine(.why(first))])
    #expect(store.state.why.waiting == first && store.state.focus == .why && !store.state.isRunning)
    // An answer to something else is too late.
    _ = reduce(&store.state, .engine(.why(.neuron(Self.cause), .nothing("x"))))
    #expect(store.state.why.trail.isEmpty)
    _ = reduce(&store.state, .engine(.why(first, .fired(Self.fired))))
    #expect(store.state.why.waiting == nil && store.state.why.trail.count == 1 && store.state.why.place?.row == 2)
    // The pane says it: the footer says what can be done there.
    #expect(store.state.message == nil && store.state.why.place?.sheet.headline.hasPrefix("exc[17] fired at") == true)
    let hints = CommandCatalogue.hints(for: store.state).prefix(3).map(\.title)
    #expect(hints == ["run/pause", "its cause", "go there"])
    #expect(store.state.log.entries.last?.text.hasPrefix("exc[17] fired at 83.2 ms") == true)

    let next = WhyQuestion.neuron(Self.cause, at: Tick(802))
    #expect(store.type([.enter]) == [.engine(.why(next))] && store.state.neuron == Self.cause)
    _ = reduce(&store.state, .engine(.why(next, .nothing("inh[3] is a source"))))
    #expect(store.state.why.trail.map(\.question) == [first, next])
    #expect(store.type([.enter]).isEmpty && store.state.message?.kind == .error)
    store.type([.backspace])
    #expect(store.state.why.trail.map(\.question) == [first] && store.state.neuron == Self.neuron)
    store.type([.backspace])
    #expect(store.state.message?.text == "this is the first question")

    store.type([.down, .down])
    #expect(store.state.why.place?.row == 3)
    #expect(store.type([.character("t")]) == [.engine(.go(.tick(Tick(790))))])
    store.type([.character("9"), .up])
    #expect(store.state.why.place?.row == 0 && store.type([.character("t")]).isEmpty)
    // A new question begins a new way.
    store.type([.character("y")])
    _ = reduce(&store.state, .engine(.why(.neuron(store.state.neuron), .nothing("none"))))
    #expect(store.state.why.trail.count == 1)
  }

  /// A question takes its time: it says how far it is, and can be given up.
  @Test func aQuestionIsGivenUp() throws {
    var store = Store()
    store.state.neuron = Self.neuron
    store.type([.character("y")])
    _ = reduce(&store.state, .engine(.progress(0.25)))
    #expect(store.state.questionWords == "looking back 25 % … Esc gives up")
    #expect(store.type([.escape]) == [.engine(.pause), .job(.explain(nil))])
    #expect(store.state.why.waiting == nil && store.state.questionWords == nil)
    // An answer that comes all the same is not for anybody.
    _ = reduce(&store.state, .engine(.why(.neuron(Self.neuron), .fired(Self.fired))))
    #expect(store.state.why.trail.isEmpty)
    // Another command than Esc may have ended it.
    store.type([.character("y")])
    _ = reduce(&store.state, .engine(.why(.neuron(Self.neuron), .givenUp)))
    #expect(store.state.why.waiting == nil && store.state.why.trail.isEmpty)
  }

  @Test func questionsInTheLine() throws {
    var store = Store()
    let at = store.enter(":why inh[3] at 83.2 ms horizon 10 ms")
    #expect(at == [.engine(.why(.neuron(Self.cause, at: Tick(832), horizon: Milliseconds(10))))])
    let silent = store.enter(":why exc[17] from 10ms to 400 steps")
    #expect(silent == [.engine(.why(.silence(Self.neuron, from: Tick(100), to: Tick(400))))])
    let weight = store.enter(":why inh[3] -> exc[17] from 0 ms to 5 ms")
    #expect(weight == [.engine(.why(.weight(from: Self.cause, to: Self.neuron, since: .zero, until: Tick(50))))])
    for (text, words) in [("exc", "one neuron"), ("ecx[1]", "did you mean exc"), ("exc[1] at x", "no time")] {
      #expect(store.enter(":why \(text)").isEmpty)
      #expect(store.state.message?.text.contains(words) == true, "\(text)")
      store.type([.escape])
    }
  }

  @Test func aLedger() throws {
    var network = try #require(Store().state.network)
    network.projections[0].rule = "stdp_pair"
    let entry = WeightLedger.Entry(
      tick: Tick(150), cause: .spike, interval: 30, before: 0.5, after: 0.5086, preTrace: 0.8607, postTrace: 0,
      isClipped: false)
    let ledger = WeightLedger(
      from: Self.cause, to: Self.neuron, projection: 0, rule: "stdp_pair", bounds: 0...1, since: .zero,
      until: Tick(300), start: 0.5, end: 0.5086, entries: [entry], others: 0)
    let sheet = WhyWriter(network, models: Store().state.models).sheet(.weight(ledger))
    #expect(sheet.headline == "inh[3] → exc[17] went from 0.5 nA to 0.5086 nA between 0 ms and 30 ms")
    #expect(sheet.lines().contains { $0.contains("+0.008600") && $0.contains("exc[17] fired  Δt +3 ms") })
  }
}
