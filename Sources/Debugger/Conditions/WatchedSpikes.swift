/// The spikes that conditions ask about, counted as they come.
import Analysis
import NetworkModel
import Simulation

/// By neuron, who asks about it: so a step costs its spikes, however many ask.
struct WatchedSpikes {
  /// A group that a neuron belongs to, and its place among its neurons.
  private struct Asker {
    let group: Int
    let place: Int
  }

  /// How much a group fires together, and the number of its window.
  private struct Synchrony {
    let steps: Int
    let window: Int
    var counts: SlidingCounts
    var levels = ComparedLevels()
    var now = Double.nan
    var before = Double.nan
  }

  /// What a window says.
  private enum Window {
    case sum(group: Int, place: Int)
    case synchrony(place: Int)
  }

  private var groups: [Selection?] = []
  private var windows: [Window] = []
  private var synchronies: [Synchrony] = []
  /// By group, and the groups of which there are any.
  private var sums: [SpikeSums] = []
  private var windowsOfSums: [[Int]] = []
  private var summedGroups: [Int] = []
  /// By group: its places in `synchronies`.
  private var synchroniesOfGroup: [[Int]] = []
  /// Of neuron n: askers[starts[n]..<starts[n + 1]].
  private var starts: [Int] = []
  private var askers: [Asker] = []
  /// The group of all neurons there are, if anybody asks about it.
  private var everyone: Int?
  /// By group: its spikes in the present step.
  private(set) var counts: [Int] = []
  /// The groups that have any, and the windows that have come to another side of what they are compared with.
  private(set) var fired: [Int] = []
  private(set) var changed: [Int] = []
  /// The synchronies whose bins ended in the step before.
  private var told: [Int] = []
  /// The number of the step that is taken next.
  private var step = 0
  /// The step at whose end a bin of synchrony ends.
  private var nextBin = Int.max

  /// The group of these neurons; nil for all there are.
  mutating func group(_ neurons: Selection?) -> Int {
    if let known = groups.firstIndex(of: neurons) { return known }
    groups.append(neurons)
    counts.append(0)
    sums.append(SpikeSums())
    windowsOfSums.append([])
    synchroniesOfGroup.append([])
    if neurons == nil { everyone = groups.count - 1 }
    return groups.count - 1
  }

  /// The window of the sum of these neurons' spikes over so many steps.
  mutating func window(_ neurons: Selection, steps: Int) -> Int {
    let group = group(neurons)
    let place = sums[group].window(steps: steps)
    if place < windowsOfSums[group].count { return windowsOfSums[group][place] }
    if place == 0 { summedGroups.append(group) }
    windows.append(.sum(group: group, place: place))
    windowsOfSums[group].append(windows.count - 1)
    return windows.count - 1
  }

  /// The window of their synchrony.
  mutating func synchrony(_ neurons: Selection, steps: Int) -> Int {
    let group = group(neurons)
    let known = synchroniesOfGroup[group].first { synchronies[$0].steps == steps }
    if let known { return synchronies[known].window }
    synchroniesOfGroup[group].append(synchronies.count)
    windows.append(.synchrony(place: synchronies.count))
    let counts = SlidingCounts(synchronyOf: neurons.count, window: steps)
    synchronies.append(Synchrony(steps: steps, window: windows.count - 1, counts: counts))
    return windows.count - 1
  }

  /// What it says is compared with this: `changed` tells when it has come to another side.
  mutating func watch(_ window: Int, at level: Double) {
    switch windows[window] {
    case .sum(let group, let place): sums[group].watch(place, at: level)
    case .synchrony(let place): synchronies[place].levels.add(level)
    }
  }

  /// `changed` is to tell whenever it says something else.
  mutating func watchAll(_ window: Int) {
    switch windows[window] {
    case .sum(let group, let place): sums[group].watchAll(place)
    case .synchrony(let place): synchronies[place].levels.takesAll = true
    }
  }

  /// What a window says after the present step.
  func value(_ window: Int) -> Double {
    switch windows[window] {
    case .sum(let group, let place): Double(sums[group].sum(place))
    case .synchrony(let place): synchronies[place].now
    }
  }

  /// What it said after the one before.
  func formerValue(_ window: Int) -> Double {
    switch windows[window] {
    case .sum(let group, let place): Double(sums[group].formerSum(place))
    case .synchrony(let place): synchronies[place].before
    }
  }

  /// To be called when all groups are known. - Complexity: O(neurons + neurons asked about).
  mutating func index(_ simulation: borrowing Simulation) {
    if groups.isEmpty { return }
    var lists = [[Asker]](repeating: [], count: simulation.neuronCount)
    for (group, neurons) in groups.enumerated() {
      guard let neurons, let population = simulation.populationIndex(neurons.population) else { continue }
      let first = simulation.populations[population].firstNeuron
      for (place, index) in neurons.ranges.joined().enumerated() {
        lists[first + index].append(Asker(group: group, place: place))
      }
    }
    starts = lists.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    askers = lists.flatMap { $0 }
  }

  /// To be called before the first step that is taken: bins of synchrony stand still in time, wherever one begins.
  mutating func begin(at step: Int) {
    self.step = step
    for group in summedGroups { sums[group].begin(at: step) }
    for place in synchronies.indices { synchronies[place].counts.begin(at: step) }
    nextBin = synchronies.map { $0.counts.nextBin }.min() ?? .max
  }

  /// Takes the spikes of a step. - Complexity: O(spikes); more where a bin ends, or a window wakes.
  mutating func take(_ spikes: [UInt32]) {
    if groups.isEmpty { return }
    for place in told { synchronies[place].before = synchronies[place].now }
    for group in fired { counts[group] = 0 }
    told.removeAll(keepingCapacity: true)
    fired.removeAll(keepingCapacity: true)
    changed.removeAll(keepingCapacity: true)
    for spike in spikes {
      for asker in askers[starts[Int(spike)]..<starts[Int(spike) + 1]] {
        add(1, to: asker.group)
        for place in synchroniesOfGroup[asker.group] { synchronies[place].counts.add(asker.place, step: step) }
      }
    }
    if let everyone, !spikes.isEmpty { add(spikes.count, to: everyone) }
    step += 1
    for group in summedGroups {
      for place in sums[group].take(counts[group]) { changed.append(windowsOfSums[group][place]) }
    }
    if step >= nextBin { endBins() }
  }

  private mutating func add(_ count: Int, to group: Int) {
    if counts[group] == 0 { fired.append(group) }
    counts[group] += count
  }

  private mutating func endBins() {
    nextBin = .max
    for place in synchronies.indices {
      if step >= synchronies[place].counts.nextBin {
        synchronies[place].counts.move(to: step)
        let value = synchronies[place].counts.isFull ? synchronies[place].counts.synchrony ?? .nan : .nan
        synchronies[place].now = value
        told.append(place)
        if synchronies[place].levels.come(to: value) { changed.append(synchronies[place].window) }
      }
      nextBin = min(nextBin, synchronies[place].counts.nextBin)
    }
  }
}
