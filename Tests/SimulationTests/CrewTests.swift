/// Every task of a round is done once, by whoever; and what it saw was of that round.
import Synchronization
import Testing

@testable import Simulation

@Suite struct CrewTests {
  @Test(arguments: [[0..<9], [0..<5, 5..<9], [0..<1, 1..<9], [0..<0, 0..<9], [0..<3, 3..<3, 3..<6, 6..<9]])
  func everyTaskIsDoneOnceInEveryRound(shares: [Range<Int>]) {
    let done = Mutex(Array(repeating: 0, count: 9))
    let crew = Crew(shares: shares) { task, message in
      done.withLock { $0[task] += 1 }
      return (task + 1) * message
    }
    for round in 1...500 {
      #expect(crew.run(message: round) == 45 * round)
      #expect(done.withLock { $0 } == Array(repeating: round, count: 9))
    }
    crew.dismiss()
  }

  /// A caller that works longer than helpers look out for it finds them asleep, and wakes them.
  @Test func helpersThatHaveFallenAsleepComeBack() {
    let crew = Crew(shares: [0..<4, 4..<8]) { task, message in task + message }
    var noise = 0
    for round in 0..<50 {
      for number in 0..<100_000 { noise &+= number &* noise ^ round }
      #expect(crew.run(message: round) == 28 + 8 * round)
    }
    crew.dismiss()
    #expect(noise != 1)
  }

  @Test func aQueueGivesEachTaskOnceFromEitherEnd() {
    let queue = TaskQueue(3..<7)
    #expect(queue.isEmpty && queue.takeFirst() == nil && queue.takeLast() == nil)
    queue.open(round: 1, message: 8)
    #expect(queue.takeFirst() == 3 && queue.takeLast() == 6 && queue.takeLast() == 5)
    #expect(!queue.isEmpty)
    #expect(queue.takeFirst() == 4 && queue.takeFirst() == nil && queue.takeLast() == nil)
    queue.open(round: .max, message: 9)
    #expect(queue.takeLast() == 6 && queue.takeFirst() == 3 && queue.message == 9)
    let empty = TaskQueue(0..<0)
    empty.open(round: 1, message: 8)
    #expect(empty.takeFirst() == nil && empty.takeLast() == nil)
  }

  @Test func sharesAreNeighboursAndAsEqualAsTheyCanBe() {
    #expect(WorkerTeam.shares([16, 16, 16, 2, 13], among: 2) == [0..<2, 2..<5])
    #expect(WorkerTeam.shares([1, 1, 1, 1, 1, 1], among: 3) == [0..<2, 2..<4, 4..<6])
    #expect(WorkerTeam.shares([100, 1, 1], among: 2) == [0..<1, 1..<3])
    #expect(WorkerTeam.shares([1, 1, 100], among: 2) == [0..<2, 2..<3])
    #expect(WorkerTeam.shares([0, 0], among: 2).map(\.count).reduce(0, +) == 2)
  }
}
