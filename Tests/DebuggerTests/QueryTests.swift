/// Queries list what a plain simulation, written down step by step, says.
import Basics
import NetworkModel
import Simulation
import Testing

@testable import Debugger

struct QueryTests {
  private static let steps = 800

  private func answer(_ session: inout DebugSession, _ text: String) throws -> QueryAnswer {
    var events = session.apply(.query(text))
    while session.mode != .paused {
      if let event = session.advance(atMost: 37).event { events.append(event) }
    }
    for case .queried(let answer) in events { return answer }
    Issue.record("\(text): \(events)")
    throw ConditionProblem(.empty, column: 1)
  }

  private func session(edited: Bool = false) throws -> DebugSession {
    var session = try DebugSession(Networks.active())
    if edited {
      _ = session.travel(to: .tick(Tick(300)))
      _ = session.apply(.setParameter(Selection(all: "exc", size: 80), name: "v_thresh", .number(-52)))
    }
    _ = session.travel(to: .tick(Tick(Self.steps)))
    return session
  }

  @Test func spikesWithTheirPartners() throws {
    var simulation = try Simulation(Networks.active())
    let targets = (0..<simulation.projections.count).filter { simulation.projections[$0].sourcePopulation == 1 }
    var expected: [QueryAnswer.Row] = []
    for _ in 0..<Self.steps {
      simulation.step()
      for spike in simulation.lastSpikes where (80..<90).contains(spike) {
        var posts: Set<[Int]> = []
        for projection in targets {
          let info = simulation.projections[projection]
          let (source, target) = (
            simulation.spec.projections[projection].source, simulation.spec.projections[projection].target
          )
          guard let row = source.position(of: Int(spike) - 80) else { continue }
          simulation.forEachSynapse(of: projection, fromSource: row) { place, _, _ in
            posts.insert([info.targetPopulation, target.index(at: place)])
          }
        }
        for post in posts.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
          let v = simulation.state(population: post[0], variable: 0, index: post[1])
          guard v > -53 else { continue }
          expected.append(
            QueryAnswer.Row(
              tick: simulation.tick, neuron: NeuronAddress(population: 1, index: Int(spike) - 80),
              partner: NeuronAddress(population: post[0], index: post[1]), values: [v]))
        }
      }
    }
    var session = try session()
    let hash = session.stateHash
    let answer = try answer(&session, "spikes of noise where v(post) > -53 mV")
    #expect(answer.rows == expected && expected.count > 50)
    #expect(answer.variables == [QueryAnswer.Variable(name: "v(post)", dimension: .voltage)] && !answer.isCut)
    #expect(session.stateHash == hash && session.tick == Tick(Self.steps), "looking something up changes nothing")
  }

  @Test func stepsAndStretches() throws {
    var session = try session()
    var plain = try Simulation(Networks.active())
    var (loud, own): ([Int], [Int]) = ([], [])
    var window: [Int] = []
    for tick in 1...Self.steps {
      plain.step()
      window.append(plain.lastSpikes.count { (90..<110).contains($0) })
      if window.suffix(20).reduce(0, +) > 3 { loud.append(tick) }
      if plain.lastSpikes.contains(17) { own.append(tick) }
    }
    #expect(try answer(&session, "steps where count(inh, 2 ms) > 3").rows.map(\.tick.value) == loud)
    #expect(try answer(&session, "spikes of exc[17]").rows.map(\.tick.value) == own)
    let part = try answer(&session, "spikes of exc[17] from 20 ms to 60 ms")
    #expect(part.rows.map(\.tick.value) == own.filter { $0 > 200 && $0 <= 600 })
    #expect(part.from == Tick(200) && part.to == Tick(600))
    let late = try answer(&session, "steps where count(inh, 2 ms) > 3 from 40 ms to 1e30 s")
    #expect(late.rows.map(\.tick.value) == loud.filter { $0 > 400 }, "windows are filled where the stretch begins")
  }

  @Test func overAnEdit() throws {
    var session = try session(edited: true)
    var plain = try Simulation(Networks.active())
    var own: [Int] = []
    for tick in 1...Self.steps {
      if tick == 301 { try plain.setParameter(Selection(all: "exc", size: 80), name: "v_thresh", .number(-52)) }
      plain.step()
      if plain.lastSpikes.contains(where: { (3...5).contains($0) }) { own.append(tick) }
    }
    _ = session.travel(to: .tick(Tick(100)))
    let rows = try answer(&session, "spikes of exc[3..5]").rows
    #expect(Set(rows.map(\.tick.value)) == Set(own) && session.tick == Tick(100))
  }

  @Test(arguments: [
    ("sneezes of exc", 1, "spikes or steps"), ("spikes of ecx", 11, "did you mean exc"),
    ("spikes of exc where v(post)", 0, "missing"), ("spikes of exc where v(past) > -52 mV", 23, "self, post or pre"),
    ("spikes of exc where v(post) > 5 nA", 31, "voltage"), ("spikes of exc where u(post) > 5", 21, "no variable"),
    ("steps", 0, "where"), ("spikes from soon", 13, "a time"),
    ("spikes of exc where v(pre) > v(post)", 1, "not about both"),
    ("spikes of exc where v(post) crosses -52 mV", 1, "comparison"),
    ("spikes from 5 to 20 ms", 13, "5 has no unit · write 5 ms or 5 steps"),
    ("spikes from 20 ms to 5 ms", 19, "to 5 ms is not after from 20 ms · write from 5 ms to 20 ms"),
    ("spikes from 5 ms to 50 steps", 18, "the end comes after"), ("spikes to 0 ms", 8, "the end comes after"),
  ])
  func whatIsNoQuery(_ text: String, _ column: Int, _ words: String) throws {
    var session = try session()
    guard case .badCondition(let problem)? = session.apply(.query(text)).first else {
      Issue.record("\(text) is taken")
      return
    }
    #expect(problem.description.contains(words), "\(problem)")
    if column > 0 { #expect(problem.column == column, "\(text)") }
    #expect(session.mode == .paused && session.tick == Tick(Self.steps))
  }

  @Test func itCanBeGivenUp() throws {
    var session = try session()
    let hash = session.stateHash
    _ = session.apply(.query("spikes"))
    _ = session.advance(atMost: 10)
    #expect(session.isScouting && session.scoutProgress > 0)
    _ = session.apply(.pause)
    #expect(!session.isScouting && session.mode == .paused && session.stateHash == hash)
  }
}
