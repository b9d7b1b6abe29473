/// Conditions that are looked at after every step.
import Basics
import Simulation

struct Watch {
  /// The number of the network that it is fitted to.
  let network: Int
  /// By position in what was given; nil for those that do not fit, which then never happen.
  private var fitted: [FittedCondition?] = []
  private let isEvent: [Bool]
  /// Whether a state held after the step before.
  private var held: [Bool]
  private var values = WatchedValues()
  private var spikes = WatchedSpikes()

  init(_ conditions: [Condition], _ simulation: borrowing Simulation, network: Int) {
    self.network = network
    isEvent = conditions.map(\.isEvent)
    held = conditions.map { _ in false }
    for condition in conditions { fitted.append(condition.fitted(simulation, &values, &spikes)) }
    spikes.index(simulation)
  }

  /// To be called before the first step.
  /// - Parameter history: the spikes before it, as far as they are known.
  mutating func begin(_ simulation: borrowing Simulation, _ history: SpikeHistory? = nil, steps: Int = 0) {
    values.listen(true, simulation)
    if let history, !spikes.isEmpty {
      for step in max(history.firstStep, history.endStep - steps)..<max(history.firstStep, history.endStep) {
        spikes.take(history.spikes[history.range(ofSteps: step..<step + 1)])
      }
    }
    values.read(simulation)
    values.read(simulation)
    for (place, condition) in fitted.enumerated() where !isEvent[place] {
      held[place] = condition?.holds(values, spikes) ?? false
    }
  }

  /// To be called after the last step.
  func end(_ simulation: borrowing Simulation) { values.listen(false, simulation) }

  /// To be called after every step: where an event happens, or a state begins to hold.
  /// - Returns: the positions of those conditions; mostly empty, which costs nothing.
  mutating func look(_ simulation: borrowing Simulation) -> [Int] {
    spikes.take(simulation.lastSpikes)
    values.read(simulation)
    var found: [Int] = []
    for place in fitted.indices {
      guard let condition = fitted[place] else { continue }
      let holds = condition.holds(values, spikes)
      if holds, isEvent[place] || !held[place] { found.append(place) }
      held[place] = holds
    }
    return found
  }
}
