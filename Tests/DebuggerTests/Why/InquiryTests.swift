/// A question is looked into in slices: they change neither the answer nor the run, and can end at any moment.
import Basics
import NetworkModel
import Simulation
import Testing

@testable import Debugger

struct InquiryTests {
  /// About a spike of somebody.
  private func question(_ session: borrowing DebugSession) throws -> WhyQuestion {
    let late = session.spikes(of: session.firingNeurons).first { $0.1.value > 900 }
    let (neuron, tick) = try #require(late)
    return .neuron(neuron, at: tick)
  }

  /// What comes of a question whose steps are done so many at a time.
  private func answer(
    _ session: inout DebugSession, _ question: WhyQuestion, slice: Int
  ) -> (answer: WhyAnswer?, slices: Int) {
    #expect(session.apply(.why(question)).isEmpty && session.isScouting)
    var progress = 0.0
    for slices in 1...100_000 {
      let advance = session.advance(atMost: slice)
      #expect(advance.steps <= slice)
      switch advance.event {
      case nil:
        #expect(session.scoutProgress >= 0 && session.scoutProgress <= 1)
        progress = max(progress, session.scoutProgress)
      case .gathered(let evidence)?:
        #expect(progress > 0.5)
        return (evidence.answer { true }, slices)
      case .why(_, let answer)?: return (answer, slices)
      default: return (nil, slices)
      }
    }
    return (nil, 0)
  }

  @Test(arguments: [0, 1, 2])
  func slicesChangeNothing(_ network: Int) throws {
    let spec = [WhyNetworks.current("IF_curr_exp"), Networks.conductances(), Networks.learning()][network]
    var session = try DebugSession(spec)
    _ = session.travel(to: .tick(Tick(1500)))
    let question = try question(session)
    let (hash, tick) = (session.stateHash, session.tick)
    let atOnce = session.why(question)
    let (sliced, slices) = answer(&session, question, slice: 7)
    #expect(sliced == atOnce && slices > 10)
    #expect(session.stateHash == hash && session.tick == tick && session.mode == .paused && !session.isScouting)
    if case .fired(let fired) = atOnce {
      let told = fired.potential.shares.filter { abs($0.value) >= ArrivalEffects.leastShare }
      for share in told {
        if case .arrival(let arrival) = share.cause { #expect(arrival.effect != nil, "every one that is told") }
      }
    }
    // The run goes on as if nobody had asked.
    var straight = try DebugSession(spec)
    _ = straight.travel(to: .tick(Tick(1700)))
    _ = session.travel(to: .tick(Tick(1700)))
    #expect(session.stateHash == straight.stateHash)
  }

  @Test func aLedgerIsWrittenInSlices() throws {
    var session = try DebugSession(Networks.learning())
    _ = session.travel(to: .tick(Tick(1500)))
    let synapse = try #require(
      session.simulation.incoming(population: 0, index: 5).first { $0.isPlastic })
    let question = WhyQuestion.weight(
      from: NeuronAddress(population: synapse.population, index: synapse.index),
      to: NeuronAddress(population: 0, index: 5), since: Tick(700), until: Tick(1500))
    let hash = session.stateHash
    let atOnce = session.why(question)
    #expect(answer(&session, question, slice: 11).answer == atOnce && session.stateHash == hash)
    if case .weight = atOnce { return }
    Issue.record("\(atOnce)")
  }

  @Test func itIsGivenUp() throws {
    var session = try DebugSession(WhyNetworks.current("IF_curr_exp"))
    _ = session.travel(to: .tick(Tick(1500)))
    let question = try question(session)
    let (hash, tick) = (session.stateHash, session.tick)
    for slices in [0, 1, 5] {
      _ = session.apply(.why(question))
      for _ in 0..<slices { _ = session.advance(atMost: 13) }
      // Who asks the same again waits for the same answer.
      #expect(session.apply(.why(question)).isEmpty && session.takeReports().isEmpty)
      #expect(session.apply(.pause).isEmpty)
      #expect(session.takeReports() == [.why(question, .givenUp)])
      #expect(session.stateHash == hash && session.tick == tick && session.mode == .paused && !session.isScouting)
    }
    _ = session.apply(.why(question))
    var evidence: WhyEvidence?
    while session.isScouting { if case .gathered(let found)? = session.advance(atMost: 100).event { evidence = found } }
    #expect(try #require(evidence).answer { false } == nil)
  }

  /// Questions that people ask, and that have no answer.
  @Test func whatCannotBeAnsweredIsSaid() throws {
    var session = try DebugSession(Networks.active())
    let neuron = NeuronAddress(population: 0, index: 3)
    func words(_ question: WhyQuestion) -> String {
      if case .nothing(let words) = session.why(question) { words } else { "an answer" }
    }
    #expect(words(.neuron(neuron)) == "nothing has been run yet: before 0 ms there is nothing to explain")
    _ = session.travel(to: .tick(Tick(500)))
    #expect(words(.neuron(neuron, at: .zero)).hasPrefix("nothing has been run yet"))
    #expect(words(.neuron(neuron, at: Tick(501))).contains("it is now 50 ms"))
    #expect(words(.silence(neuron, from: Tick(10), to: Tick(10))).contains("is not after from 1 ms"))
    #expect(words(.silence(neuron, from: Tick(10), to: Tick(501))) == "50.1 ms has not come yet · it is now 50 ms")
  }

  /// Of a network that has been another one before, only its own time is looked into.
  @Test func onlyThePresentNetworkIsLookedInto() throws {
    var larger = Networks.active()
    larger.populations.append(PopulationSpec(name: "more", shape: [7], model: "IF_curr_exp"))
    var session = try DebugSession(Networks.active())
    _ = session.travel(to: .tick(Tick(400)))
    _ = session.apply(.rebuild(larger, .plain))
    _ = session.travel(to: .tick(Tick(900)))
    let hash = session.stateHash
    let neuron = NeuronAddress(population: 0, index: 3)
    guard case .nothing(let words) = session.why(.silence(neuron, from: Tick(100), to: Tick(200))) else {
      Issue.record("that was another network")
      return
    }
    #expect(words == DebugSession.wasAnother && session.stateHash == hash && session.mode == .paused)
    if case .nothing(let words) = session.why(.neuron(neuron, at: Tick(900))) { #expect(words.contains("fired")) }
    #expect(session.stateHash == hash)
  }
}
