/// One synapse that gets a weight by hand while the network runs.
import Basics
import Debugger
import NetworkModel
import Testing

struct ExceptionTests {
  private static let learning = NoiseThatLearns.projection

  private static func network(learns: Bool) -> NetworkSpec { NoiseThatLearns.network(learns: learns) }

  private func run(_ session: inout DebugSession, _ steps: Int) { NoiseThatLearns.run(&session, steps) }

  private func synapses(_ session: inout DebugSession) -> [ListedSynapse] {
    guard case .weights(_, let synapses, _)? = session.apply(.tellWeights(of: Self.learning)).first else { return [] }
    return synapses
  }

  @Test(arguments: [true, false])
  func onlyThatOneChangesAndAnUndoBringsItBack(learns: Bool) throws {
    let before = Self.network(learns: learns)
    var session = try DebugSession(before)
    run(&session, 2000)
    let learned = synapses(&session)
    let chosen = try #require(learned.dropFirst(3).first)
    var after = before
    after.projections[0].exceptions = [ListedSynapse(pre: chosen.pre, post: chosen.post, weight: 0.25)]
    _ = session.apply(.rebuild(after, .plain))
    let changed = synapses(&session)
    #expect(
      zip(learned, changed).filter { $0 != $1 }.map(\.1) == [
        ListedSynapse(pre: chosen.pre, post: chosen.post, weight: 0.25)
      ])
    #expect(session.tick == Tick(2000))
    // What learns goes on from there; a later edit of something else does not set it again.
    run(&session, 2000)
    let later = synapses(&session)
    #expect((later[3].weight != 0.25) == learns)
    after.title = "another"
    _ = session.apply(.rebuild(after, .plain))
    #expect(synapses(&session) == later)
    _ = session.apply(.rebuild(before, Lineage.plain.reversed))
    let undone = synapses(&session)
    #expect(undone[3] == chosen)
    #expect(Array(undone[..<3]) == Array(later[..<3]) && Array(undone[4...]) == Array(later[4...]))
  }

  @Test func aSynapseThatIsNotThereIsRefused() throws {
    let before = Self.network(learns: false)
    var session = try DebugSession(before)
    let joined = synapses(&session)
    let gap = try #require((0..<5).first { post in !joined.contains { $0.pre == 2 && $0.post == post } })
    var after = before
    after.projections[0].exceptions = [ListedSynapse(pre: 2, post: gap, weight: 0.25)]
    let events = session.apply(.rebuild(after, .plain))
    #expect(
      events == [
        .rebuildRefused("there is no synapse from noise[2] to exc[\(gap)] in noise->exc", present: before)
      ])
  }
}
