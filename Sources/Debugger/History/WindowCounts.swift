/// How many spikes each population fired within the window.

/// A spike is counted when it enters the window and again when it leaves, each at the next look.
struct WindowCounts {
  /// By population.
  private(set) var counts: [Int]
  /// The steps that are counted.
  private(set) var steps = 0..<0
  /// By population: the number of its first neuron; at the end the number of neurons.
  private let bounds: [Int]

  /// - Parameter sizes: neurons of each population.
  init(sizes: [Int]) {
    counts = sizes.map { _ in 0 }
    bounds = sizes.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
  }

  mutating func removeAll() {
    for index in counts.indices { counts[index] = 0 }
    steps = 0..<0
  }

  /// Moves the window to the last `window` steps of the history, or as many as it has. - Complexity: O(spikes that enter
  /// and leave); O(spikes in the window) when it is another window.
  mutating func update(_ history: SpikeHistory, window: Int) {
    let target = max(history.firstStep, history.endStep - window)..<history.endStep
    let canMove =
      steps.lowerBound >= history.firstStep && target.lowerBound >= steps.lowerBound
      && target.lowerBound <= steps.upperBound
    if !canMove {
      removeAll()
      steps = target.lowerBound..<target.lowerBound
    }
    add(1, history, history.range(ofSteps: steps.upperBound..<target.upperBound))
    add(-1, history, history.range(ofSteps: steps.lowerBound..<target.lowerBound))
    steps = target
  }

  private mutating func add(_ amount: Int, _ history: SpikeHistory, _ range: Range<Int>) {
    var population = 0
    for spike in range {
      let neuron = Int(history.spikes[spike])
      // Ascending within a step: a smaller number begins the next step.
      if neuron < bounds[population] { population = 0 }
      while neuron >= bounds[population + 1] { population += 1 }
      counts[population] += amount
    }
  }
}
