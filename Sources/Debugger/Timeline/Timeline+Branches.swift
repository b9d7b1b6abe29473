/// The tree of branches: leaving one, finding the way through it, dropping what is too much.
import Basics

extension Timeline {
  /// The branch with this number.
  package func branch(_ number: Int) -> Branch? { position(ofBranch: number).map { branches[$0] } }

  func position(ofBranch number: Int) -> Int? { branches.firstIndex { $0.number == number } }

  /// Begins a branch at a tick before the end of the present one, which keeps its future.
  mutating func fork(at tick: Tick) -> Branch {
    let old = branches[current]
    let number = nextBranchNumber()
    var branch = Branch(
      number: number, name: "branch \(number)", parent: old.number, fork: tick, log: Array(old.log[..<position]),
      isComplete: old.isComplete, end: tick)
    branch.forgotten = old.forgotten
    branches.append(branch)
    current = branches.count - 1
    dropBranches()
    return branch
  }

  /// Goes over to another branch; the session has yet to go to a place on it.
  mutating func enter(_ index: Int) {
    current = index
    revision += 1
  }

  /// Until which tick the present branch and another one are the same.
  func parting(from other: Int) -> Tick {
    let line = ancestry(of: current)
    var limit = branches[other].end
    var index = other
    while true {
      if let own = line.first(where: { $0.index == index }) { return min(limit, own.until) }
      limit = min(limit, branches[index].fork)
      guard let parent = branches[index].parent.flatMap(position(ofBranch:)) else { return .zero }
      index = parent
    }
  }

  /// A branch and those that it came from, each with the tick until which it belongs to the line.
  private func ancestry(of index: Int) -> [(index: Int, until: Tick)] {
    var line = [(index: index, until: branches[index].end)]
    var next = index
    while let parent = branches[next].parent.flatMap(position(ofBranch:)) {
      line.append((parent, min(line[line.count - 1].until, branches[next].fork)))
      next = parent
    }
    return line
  }

  /// The oldest that nobody stands on or came from goes.
  mutating func dropBranches() {
    while branches.count > Self.mostBranches {
      let parents = Set(branches.compactMap(\.parent))
      guard let oldest = branches.indices.first(where: { $0 != current && !parents.contains(branches[$0].number) })
      else { return }
      memory -= branches[oldest].keyframes.reduce(0) { $0 + $1.memory }
      branches.remove(at: oldest)
      if current > oldest { current -= 1 }
    }
  }
}
