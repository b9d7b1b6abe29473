/// The spikes that conditions ask about, counted as they come.
import NetworkModel
import Simulation

/// By neuron, who asks about it: so a step costs its spikes, however many ask.
struct WatchedSpikes {
  private var groups: [Selection?] = []
  private var windows: [SpikeWindow] = []
  private var windowsOfGroup: [[Int]] = []
  /// Of neuron n: askers[starts[n]..<starts[n + 1]].
  private var starts: [Int] = []
  private var askers: [Int] = []
  /// The group of all neurons there are, if anybody asks about it.
  private var everyone: Int?
  /// By group: its spikes in the present step.
  private(set) var counts: [Int] = []
  /// The groups that have any, and the windows whose sum is another than after the step before.
  private(set) var fired: [Int] = []
  private(set) var changed: [Int] = []
  private var step = 0
  /// The step in which the next spike leaves its window.
  private var nextLeaving = Int.max

  /// The group of these neurons; nil for all there are.
  mutating func group(_ neurons: Selection?) -> Int {
    if let known = groups.firstIndex(of: neurons) { return known }
    groups.append(neurons)
    counts.append(0)
    windowsOfGroup.append([])
    if neurons == nil { everyone = groups.count - 1 }
    return groups.count - 1
  }

  /// The window of these neurons over so many steps.
  mutating func window(_ neurons: Selection, steps: Int) -> Int {
    let group = group(neurons)
    windowsOfGroup[group].append(windows.count)
    windows.append(SpikeWindow(steps: steps))
    return windows.count - 1
  }

  func sum(ofWindow window: Int) -> Int { windows[window].sum }

  /// To be called when all groups are known. - Complexity: O(neurons + neurons asked about).
  mutating func index(_ simulation: borrowing Simulation) {
    if groups.isEmpty { return }
    var lists = [[Int]](repeating: [], count: simulation.neuronCount)
    for (group, neurons) in groups.enumerated() {
      guard let neurons, let population = simulation.populationIndex(neurons.population) else { continue }
      let first = simulation.populations[population].firstNeuron
      for index in neurons.ranges.joined() { lists[first + index].append(group) }
    }
    starts = lists.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    askers = lists.flatMap { $0 }
  }

  /// Takes the spikes of a step. - Complexity: O(spikes); O(windows) where a spike leaves one.
  mutating func take(_ spikes: [UInt32]) {
    if groups.isEmpty { return }
    step += 1
    for group in fired { counts[group] = 0 }
    fired.removeAll(keepingCapacity: true)
    changed.removeAll(keepingCapacity: true)
    for spike in spikes {
      for place in starts[Int(spike)]..<starts[Int(spike) + 1] { add(1, to: askers[place]) }
    }
    if let everyone, !spikes.isEmpty { add(spikes.count, to: everyone) }
    for group in fired {
      for window in windowsOfGroup[group] {
        windows[window].add(counts[group], step: step)
        nextLeaving = min(nextLeaving, step + windows[window].steps)
        changed.append(window)
      }
    }
    if step >= nextLeaving { leave() }
  }

  private mutating func add(_ count: Int, to group: Int) {
    if counts[group] == 0 { fired.append(group) }
    counts[group] += count
  }

  private mutating func leave() {
    nextLeaving = .max
    for window in windows.indices {
      if windows[window].leave(step: step) { changed.append(window) }
      nextLeaving = min(nextLeaving, windows[window].nextLeaving)
    }
  }
}

/// How many spikes there were in the last so many steps.
private struct SpikeWindow {
  let steps: Int
  private(set) var sum = 0
  /// The steps with spikes, oldest first, from `first` on.
  private var entries: [(step: Int, count: Int)] = []
  private var first = 0

  init(steps: Int) { self.steps = steps }

  var nextLeaving: Int { first < entries.count ? entries[first].step + steps : .max }

  mutating func add(_ count: Int, step: Int) {
    entries.append((step, count))
    sum += count
  }

  /// Drops what is too old. Returns whether there was any.
  mutating func leave(step: Int) -> Bool {
    let before = first
    while nextLeaving <= step {
      sum -= entries[first].count
      first += 1
    }
    defer {
      if first > 64, first * 2 > entries.count {
        entries.removeFirst(first)
        first = 0
      }
    }
    return first > before
  }
}
