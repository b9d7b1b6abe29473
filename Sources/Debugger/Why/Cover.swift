/// The fewest things that together do enough at every one of several moments.

/// Each candidate does something, at least 0, at each moment; what has to be exceeded there is given. To find the fewest
/// is hard in general and easy mostly: a bound that holds for every choice is met by one that is found quickly, and
/// where it is not, choices are gone through as long as that is worth while.
struct Cover {
  /// By candidate and moment. [candidates][moments]
  private let effects: [[Double]]
  /// By moment.
  private let needed: [Double]
  /// By moment, the candidates by what they do there, the strongest first.
  private let ranked: [[Int]]
  private var visits = 0

  /// So many choices are gone through at most.
  private static var mostVisits: Int { 3_000 }

  init(effects: [[Double]], needed: [Double]) {
    self.effects = effects
    self.needed = needed
    ranked = needed.indices.map { moment in
      effects.indices.sorted { effects[$0][moment] > effects[$1][moment] }
    }
  }

  /// Nil where not even all of them do enough. - Complexity: O(candidates² · moments) where the bound is met.
  mutating func smallest() -> (chosen: [Int], isProved: Bool)? {
    guard let least = leastCount(beside: none, needed), var best = greedy() else { return nil }
    best = pruned(best)
    var isProved = true
    var size = least
    while size < best.count {
      visits = 0
      var chosen: [Int] = []
      switch search(size, &chosen, left: needed, beside: none) {
      case .found: best = chosen
      case .none: size += 1
      case .givenUp: (isProved, size) = (false, best.count)
      }
    }
    return (strengthened(best).sorted(), isProved)
  }

  /// Of sets that are equally large the one whose members do most at the first moment is what people expect.
  private func strengthened(_ chosen: [Int]) -> [Int] {
    var kept = chosen
    for member in chosen.sorted(by: { effects[$0][0] < effects[$1][0] }) {
      for candidate in ranked[0] where !kept.contains(candidate) && effects[candidate][0] > effects[member][0] {
        let others = kept.filter { $0 != member } + [candidate]
        if isEnough(others) {
          kept = others
          break
        }
      }
    }
    return kept
  }

  /// How many it takes at least: at the moment that wants most, the strongest there. Nil where all are not enough.
  private func leastCount(beside excluded: [Bool], _ left: [Double]) -> Int? {
    var most = 0
    for (moment, need) in left.enumerated() where need >= 0 {
      var (sum, count) = (0.0, 0)
      for candidate in ranked[moment] where !excluded[candidate] {
        if sum > need { break }
        sum += effects[candidate][moment]
        count += 1
      }
      if sum <= need { return nil }
      most = max(most, count)
    }
    return most
  }

  /// One after another the candidate that does most of what is still needed.
  private func greedy() -> [Int]? {
    var left = needed
    var chosen: [Int] = []
    while left.contains(where: { $0 >= 0 }) {
      var best: (candidate: Int, gain: Double)?
      for candidate in effects.indices where !chosen.contains(candidate) {
        var gain = 0.0
        for (moment, need) in left.enumerated() where need >= 0 { gain += min(need, effects[candidate][moment]) }
        if gain > best?.gain ?? 0 { best = (candidate, gain) }
      }
      guard let best = best?.candidate ?? effects.indices.first(where: { !chosen.contains($0) }) else { return nil }
      chosen.append(best)
      for moment in left.indices { left[moment] -= effects[best][moment] }
    }
    return chosen
  }

  /// Without those that turn out not to be needed, the weakest first.
  private func pruned(_ chosen: [Int]) -> [Int] {
    var kept = chosen
    for candidate in chosen.reversed() {
      let others = kept.filter { $0 != candidate }
      if isEnough(others) { kept = others }
    }
    return kept
  }

  private func isEnough(_ chosen: [Int]) -> Bool {
    needed.indices.allSatisfy { moment in chosen.reduce(0) { $0 + effects[$1][moment] } > needed[moment] }
  }

  private var none: [Bool] { effects.map { _ in false } }

  private enum Outcome { case found, none, givenUp }

  /// Whether `count` more are enough, with none of `excluded`: at the moment that wants most one of the strongest there
  /// has to be among them.
  private mutating func search(
    _ count: Int, _ chosen: inout [Int], left: [Double], beside excluded: [Bool]
  ) -> Outcome {
    guard let moment = left.indices.max(by: { left[$0] < left[$1] }), left[moment] >= 0 else { return .found }
    visits += 1
    if visits > Self.mostVisits { return .givenUp }
    guard count > 0, let least = leastCount(beside: excluded, left), least <= count else { return .none }
    var tried = excluded
    for candidate in ranked[moment] where !excluded[candidate] {
      // The others are weaker here: so many of them do not do it.
      if effects[candidate][moment] * Double(count) <= left[moment] { return .none }
      tried[candidate] = true
      chosen.append(candidate)
      let rest = left.indices.map { left[$0] - effects[candidate][$0] }
      let outcome = search(count - 1, &chosen, left: rest, beside: tried)
      if outcome != .none { return outcome }
      chosen.removeLast()
    }
    return .none
  }
}
