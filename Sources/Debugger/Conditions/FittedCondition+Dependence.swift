/// When a condition has to be worked out: what it hangs on, and without which it neither happens nor begins to hold.
import NetworkModel

extension FittedCondition {
  /// Groups without a spike of which it does not happen; nil where it may.
  var gates: [Int]? {
    switch self {
    case .spike(let group): return [group]
    case .all(let parts): return parts.lazy.compactMap(\.gates).first
    case .any(let parts):
      let gates = parts.map(\.gates)
      return gates.contains { $0 == nil } ? nil : gates.flatMap { $0 ?? [] }
    case .not, .weightChange, .change, .crossing, .range, .comparison, .notANumber: return nil
    }
  }

  /// Whether it happens in a step, and is over with it.
  var isEvent: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains(where: \.isEvent)
    case .not(let part): part.isEvent
    case .spike, .weightChange, .change, .crossing, .range: true
    case .comparison, .notANumber: false
    }
  }

  /// What it hangs on: windows, and values with the levels that they are compared with.
  struct Dependence {
    var windows: [Int] = []
    var levels: [(values: Range<Int>, side: ComparedSide)] = []

    static func + (one: Dependence, other: Dependence) -> Dependence {
      Dependence(windows: one.windows + other.windows, levels: one.levels + other.levels)
    }
  }

  /// Without a change in which it neither happens nor begins or ends to hold; nil where it may.
  var dependence: Dependence? {
    switch self {
    case .all(let parts), .any(let parts):
      // An event or a state: while the state holds, that happens in every step.
      if case .any = self, isEvent, !parts.allSatisfy(\.isEvent) { return nil }
      let all = parts.compactMap(\.dependence)
      return all.count < parts.count ? nil : all.reduce(Dependence(), +)
    case .not(let part): return part.isEvent ? nil : part.dependence
    case .change(let operand), .crossing(let operand, _, _), .range(let operand, _, _):
      return operand.windows.map { Dependence(windows: $0) }
    case .comparison(.values(let places), let comparison, .number(let number)):
      return Dependence(levels: comparison.sides(of: number).map { (places, $0) })
    case .comparison(.number(let number), _, .values(let places)):
      return Dependence(levels: [(places, .above(number)), (places, .below(number))])
    case .comparison(let left, _, let right):
      guard let one = left.windows, let other = right.windows else { return nil }
      return Dependence(windows: one + other)
    case .spike, .weightChange, .notANumber: return nil
    }
  }

  /// What has to hold, all of it, for this to hold: first what hangs on windows alone, for to wait for that costs nothing.
  var parts: [FittedCondition] {
    guard case .all(let parts) = self else { return [self] }
    let all = parts.flatMap(\.parts)
    let isWindow = all.map { $0.dependence?.levels.isEmpty == true }
    return zip(all, isWindow).filter(\.1).map(\.0) + zip(all, isWindow).filter { !$1 }.map(\.0)
  }

  /// Has the windows tell when they change, for a condition that is worked out only then.
  func watch(_ spikes: inout WatchedSpikes) {
    switch self {
    case .all(let parts), .any(let parts): for part in parts { part.watch(&spikes) }
    case .not(let part): part.watch(&spikes)
    case .change(let operand), .notANumber(let operand): operand.watchAll(&spikes)
    case .crossing(let operand, let level, _): operand.watch(&spikes, at: level)
    case .range(let operand, let range, _):
      operand.watch(&spikes, at: range.lowerBound)
      operand.watch(&spikes, at: range.upperBound)
    case .comparison(let operand, _, .number(let level)), .comparison(.number(let level), _, let operand):
      operand.watch(&spikes, at: level)
    case .comparison(let left, _, let right):
      left.watchAll(&spikes)
      right.watchAll(&spikes)
    case .spike, .weightChange: break
    }
  }

  /// Whether it asks what values were after the step before, or listens to weights.
  var comparesSteps: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains(where: \.comparesSteps)
    case .not(let part): part.comparesSteps
    case .change(let operand), .crossing(let operand, _, _), .range(let operand, _, _): operand.windows == nil
    case .weightChange: true
    case .spike, .comparison, .notANumber: false
    }
  }
}

extension FittedCondition.Operand {
  fileprivate var windows: [Int]? {
    switch self {
    case .number: []
    case .window(let window, _): [window]
    case .values, .related: nil
    }
  }

  fileprivate func watch(_ spikes: inout WatchedSpikes, at level: Double) {
    if case .window(let window, let scale) = self { spikes.watch(window, at: level / scale) }
  }

  fileprivate func watchAll(_ spikes: inout WatchedSpikes) {
    if case .window(let window, _) = self { spikes.watchAll(window) }
  }
}
