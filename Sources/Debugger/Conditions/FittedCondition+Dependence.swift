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

  private var isEvent: Bool {
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
    var levels: [(values: Range<Int>, level: Double)] = []

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
    case .comparison(.values(let places), _, .number(let level)),
      .comparison(.number(let level), _, .values(let places)):
      return Dependence(levels: [(places, level)])
    case .comparison(let left, _, let right):
      guard let one = left.windows, let other = right.windows else { return nil }
      return Dependence(windows: one + other)
    case .spike, .weightChange, .notANumber: return nil
    }
  }

  /// A part of it that hangs on windows alone: while that does not hold it neither holds nor happens, whatever values do.
  var windowPart: FittedCondition? {
    guard case .all(let parts) = self else { return nil }
    let own = parts.filter { !$0.isEvent && $0.dependence?.levels.isEmpty == true }
    return own.isEmpty ? nil : .all(own)
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
