/// What was learned, through structural edits: kept, scaled, frozen, told, and brought back by an undo.
import Basics
import Debugger
import NetworkModel
import Testing

struct LearnedWeightsTests {
  private static func network(delay: ValueSource = .constant(1)) -> NetworkSpec {
    NoiseThatLearns.network(delay: delay)
  }

  private func run(_ session: inout DebugSession, _ steps: Int) { NoiseThatLearns.run(&session, steps) }

  private func weights(_ session: inout DebugSession) -> [Double] {
    guard case .weights(_, let synapses, _)? = session.apply(Self.ask).first else { return [] }
    return synapses.map { $0.weight ?? .nan }
  }

  private static let ask = EngineCommand.tellWeights(of: "noise->exc")

  private func expectSame(_ one: borrowing DebugSession, _ other: borrowing DebugSession) {
    let (hash, otherHash) = (one.stateHash, other.stateHash)
    #expect(hash == otherHash)
  }

  @Test func weightsAreToldAsTheyAreNow() throws {
    var session = try DebugSession(Self.network(delay: .uniform(low: 1, high: 3)))
    let drawn = weights(&session)
    #expect(Set(drawn) == [1])
    run(&session, 3000)
    let learned = weights(&session)
    #expect(Set(learned).count > 10 && learned.allSatisfy { (0...2).contains($0) })
    guard case .weights("noise->exc", let synapses, nil)? = session.apply(Self.ask).first else {
      Issue.record("no delay of each")
      return
    }
    #expect(Set(synapses.map(\.delay)).count > 3)
    var refusing = try DebugSession(Self.network())
    let refused = refusing.apply(.tellWeights(of: "nobody"))
    #expect(refused == [.refused("there is no projection nobody")])
  }

  /// The document that says the learned weights goes on to the same bits: weights, traces, spikes under way.
  @Test(arguments: [ValueSource.constant(1), .uniform(low: 1, high: 3)])
  func weightsThatAreKeptGoOn(_ delay: ValueSource) throws {
    var straight = try DebugSession(Self.network(delay: delay))
    var kept = try DebugSession(Self.network(delay: delay))
    run(&straight, 2000)
    run(&kept, 2000)
    guard case .weights(_, let synapses, let delay)? = kept.apply(Self.ask).first else { return }
    var spec = Self.network()
    spec.projections[0].connector = .list(synapses)
    spec.projections[0].delay = .constant(delay?.value ?? spec.dt.value)
    _ = kept.apply(.rebuild(spec, Lineage(weightFactors: ["noise->exc": 1])))
    expectSame(kept, straight)
    run(&straight, 500)
    run(&kept, 500)
    expectSame(kept, straight)
    // And what was learned is where a run now begins.
    _ = kept.apply(.restart)
    let begun = weights(&kept)
    #expect(begun == synapses.map { $0.weight ?? .nan })
  }

  @Test func scalingScalesWhatWasLearnedAndUndoingBringsItBack() throws {
    var session = try DebugSession(Self.network())
    run(&session, 2000)
    let learned = weights(&session)
    var half = Self.network()
    half.projections[0].weight = .constant(0.5)
    let lineage = Lineage(weightFactors: ["noise->exc": 0.5])
    _ = session.apply(.rebuild(half, lineage))
    let scaled = weights(&session)
    #expect(zip(scaled, learned).allSatisfy { abs($0 - $1 / 2) < 1e-6 })
    run(&session, 10)
    _ = session.apply(.rebuild(Self.network(), lineage.reversed))
    let back = weights(&session)
    #expect(back == learned)
  }

  /// Frozen weights stay, and the traces go on; let go, learning takes up where the spikes are.
  @Test func frozenWeightsStay() throws {
    var session = try DebugSession(Self.network())
    run(&session, 1000)
    let learned = weights(&session)
    var frozen = Self.network()
    frozen.projections[0].plasticity?.isFrozen = true
    _ = session.apply(.rebuild(frozen, .plain))
    run(&session, 1000)
    let still = weights(&session)
    #expect(still == learned)
    _ = session.apply(.rebuild(Self.network(), .plain))
    run(&session, 1000)
    let moved = weights(&session)
    #expect(moved != learned)
  }

  /// Traces do not depend on whether weights move: the spikes of the sources are the same.
  @Test func tracesOfFrozenWeightsGoOn() throws {
    var still = Self.network()
    still.projections[0].plasticity?.isFrozen = true
    var unmoved = Self.network()
    unmoved.projections[0].plasticity?.parameters = ["A_plus": .number(0), "A_minus": .number(0)]
    var first = try DebugSession(still)
    var second = try DebugSession(unmoved)
    run(&first, 1500)
    run(&second, 1500)
    expectSame(first, second)
  }
}
