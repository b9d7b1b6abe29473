/// The recent past of the selected neuron: its spikes, and the variables that are looked at after every step.
import Basics
import Simulation

struct NeuronProbe {
  let address: NeuronAddress
  /// Its number over the whole network.
  let number: Int
  private let capacity: Int
  private var tracks: [Track] = []
  /// The steps in which it spiked, ascending.
  private var spikeSteps: [Int] = []
  private var finder: SweepFinder?

  /// - Parameter capacity: steps that are kept at least.
  init(_ address: NeuronAddress, number: Int, capacity: Int) {
    self.address = address
    self.number = number
    self.capacity = capacity
  }

  /// Finds the spikes of a neuron that has just been selected. - Complexity: O(spikes in the history).
  mutating func recall(_ history: SpikeHistory) { spikeSteps = history.steps(ofNeuron: UInt32(number)) }

  /// Looks at these variables from now on: what is known of them is kept, the others are forgotten.
  mutating func watch(_ variables: [Int], _ simulation: borrowing Simulation) {
    if variables == tracks.map(\.variable) { return }
    tracks = variables.map { variable in
      tracks.first { $0.variable == variable } ?? Track(variable: variable, capacity: capacity)
    }
    refresh(simulation)
  }

  /// What is known of a variable; nil where nobody looks at it.
  func track(_ variable: Int) -> Track? { tracks.first { $0.variable == variable } }

  /// Whether somebody looks at all of these already.
  func tracks(_ variables: [Int]) -> Bool { variables.allSatisfy { track($0) != nil } }

  /// Goes back to before a step, or, where nothing is kept up to there, begins anew with it.
  mutating func begin(at step: Int, _ history: SpikeHistory) {
    for index in tracks.indices { tracks[index].begin(at: step) }
    if spikeSteps.last.map({ $0 >= step }) == true { spikeSteps.removeLast(spikeSteps.count - firstSpike(from: step)) }
    if let first = spikeSteps.first, first < history.firstStep {
      spikeSteps.removeFirst(firstSpike(from: history.firstStep))
    }
    finder = nil
  }

  mutating func removeAll() {
    for index in tracks.indices { tracks[index].removeAll() }
    spikeSteps.removeAll(keepingCapacity: true)
    finder = nil
  }

  /// Takes samples after step `step`. - Complexity: O(variables), amortised.
  mutating func record(_ simulation: borrowing Simulation, step: Int, spiked: Bool) {
    if spiked { spikeSteps.append(step) }
    if spikeSteps.count >= 2 * capacity { spikeSteps.removeFirst(capacity) }
    for index in tracks.indices { tracks[index].append(value(tracks[index].variable, simulation), step: step) }
  }

  /// Takes the last samples again, after an edit between two steps.
  mutating func refresh(_ simulation: borrowing Simulation) {
    let step = simulation.tick.value - 1
    guard step >= 0 else { return }
    for index in tracks.indices { tracks[index].correct(value(tracks[index].variable, simulation), step: step) }
  }

  private func value(_ variable: Int, _ simulation: borrowing Simulation) -> Float {
    Float(simulation.state(population: address.population, variable: variable, index: address.index))
  }
}

extension NeuronProbe {
  /// Spikes in the last `window` steps before `tick`.
  func spikeCount(window: Int, tick: Int) -> Int {
    spikeSteps.count - firstSpike(from: tick - window)
  }

  /// Whether it spiked in one of these steps.
  func spiked(in steps: Range<Int>) -> Bool {
    let spike = firstSpike(from: steps.lowerBound)
    return spike < spikeSteps.count && spikeSteps[spike] < steps.upperBound
  }

  /// The step of the newest trigger that `tail` steps have followed; nil where there is none that is kept.
  mutating func triggerStep(_ trigger: ObservationRequest.Trigger, tail: Int, variable: Int) -> Int? {
    guard let track = track(variable) else { return nil }
    guard let level = trigger.level.map({ Float($0) }) else {
      let spike = firstSpike(from: track.endStep - tail)
      return spike > 0 && spikeSteps[spike - 1] >= track.firstStep ? spikeSteps[spike - 1] : nil
    }
    let wanted = SweepFinder(level: level, edge: trigger.edge, tail: tail, variable: variable)
    var finder = finder.flatMap { $0.isLike(wanted) ? $0 : nil } ?? wanted
    finder.search(track, spikes: spikeSteps[firstSpike(from: finder.next)...])
    self.finder = finder
    return finder.found.flatMap { $0 >= track.firstStep ? $0 : nil }
  }

  /// Writes least and greatest value of a variable and the spikes of every column up to `last`, oldest first.
  func write(_ track: Track, into trace: inout TraceSnapshot, window: WindowColumns, last: Int) {
    trace.minima.removeAll(keepingCapacity: true)
    trace.maxima.removeAll(keepingCapacity: true)
    trace.spiked.removeAll(keepingCapacity: true)
    var spike = firstSpike(from: window.firstStep(ofColumn: last - window.columns + 1))
    for column in last - window.columns + 1...last {
      let (least, greatest) = track.extremes(of: window.steps(ofColumn: column))
      trace.minima.append(least)
      trace.maxima.append(greatest)
      var spiked = false
      // Where a step fills several columns its spike is drawn in the first.
      while spike < spikeSteps.count, window.column(ofStep: spikeSteps[spike]) <= column {
        spiked = true
        spike += 1
      }
      trace.spiked.append(spiked)
    }
  }

  /// The position of the first spike in or after a step. - Complexity: O(log spikes).
  private func firstSpike(from step: Int) -> Int {
    var low = 0
    var high = spikeSteps.count
    while low < high {
      let middle = (low + high) / 2
      if spikeSteps[middle] < step { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
