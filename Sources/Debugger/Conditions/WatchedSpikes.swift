/// The spikes that conditions ask about, counted as they come.
import NetworkModel
import Simulation

struct WatchedSpikes {
  /// What a window says, by its place in the group's sums or synchronies.
  private enum Window {
    case sum(group: Int, place: Int)
    case synchrony(number: Int, place: Int)
  }

  /// By group; nil for all neurons there are.
  private var groups: [Selection?] = []
  private var windows: [Window] = []
  /// By group: windows over sums, and their numbers.
  private var sums: [SpikeSums] = []
  private var windowsOfSums: [[Int]] = []
  /// The end of the last step that was taken, and of that in which the next sum has to be looked at.
  private var end = 0
  private var nextWake = Int.max
  /// How much groups fire together, and the numbers of their windows; by group, which of them is its own, −1 for none.
  private var synchronies: [WatchedSynchrony] = []
  private var windowsOfSynchronies: [[Int]] = []
  private var synchronyOfGroup: [Int] = []
  private var askers = SpikeAskers()
  /// The group of all neurons there are, if anybody asks about it.
  private var everyone: Int?
  /// By group: its spikes in the present step.
  private(set) var counts: [Int] = []
  /// The groups that have any, and the windows that have come to another side of what they are compared with.
  private(set) var fired: [Int] = []
  private(set) var changed: [Int] = []

  /// The group of these neurons; nil for all there are.
  mutating func group(_ neurons: Selection?) -> Int {
    if let known = groups.firstIndex(of: neurons) { return known }
    groups.append(neurons)
    counts.append(0)
    sums.append(SpikeSums())
    windowsOfSums.append([])
    synchronyOfGroup.append(-1)
    if neurons == nil { everyone = groups.count - 1 }
    return groups.count - 1
  }

  /// The window of the sum of these neurons' spikes over so many steps.
  mutating func window(_ neurons: Selection, steps: Int) -> Int {
    let group = group(neurons)
    let place = sums[group].window(steps: steps)
    if place < windowsOfSums[group].count { return windowsOfSums[group][place] }
    windows.append(.sum(group: group, place: place))
    windowsOfSums[group].append(windows.count - 1)
    return windows.count - 1
  }

  /// The window of their synchrony.
  mutating func synchrony(_ neurons: Selection, steps: Int) -> Int {
    let number = synchrony(of: group(neurons), neurons: neurons.count)
    let place = synchronies[number].window(steps: steps)
    if place < windowsOfSynchronies[number].count { return windowsOfSynchronies[number][place] }
    windows.append(.synchrony(number: number, place: place))
    windowsOfSynchronies[number].append(windows.count - 1)
    return windows.count - 1
  }

  private mutating func synchrony(of group: Int, neurons: Int) -> Int {
    if synchronyOfGroup[group] >= 0 { return synchronyOfGroup[group] }
    synchronies.append(WatchedSynchrony(neurons: neurons))
    windowsOfSynchronies.append([])
    synchronyOfGroup[group] = synchronies.count - 1
    return synchronies.count - 1
  }

  /// What it says is compared with this: `changed` tells when it has come to another side.
  mutating func watch(_ window: Int, at level: Double) {
    switch windows[window] {
    case .sum(let group, let place): sums[group].watch(place, at: level)
    case .synchrony(let number, let place): synchronies[number].watch(place, at: level)
    }
  }

  /// `changed` is to tell whenever it says something else.
  mutating func watchAll(_ window: Int) {
    switch windows[window] {
    case .sum(let group, let place): sums[group].watchAll(place)
    case .synchrony(let number, let place): synchronies[number].watchAll(place)
    }
  }

  /// What a window says after the present step.
  func value(_ window: Int) -> Double {
    switch windows[window] {
    case .sum(let group, let place): Double(sums[group].sum(place, at: end))
    case .synchrony(let number, let place): synchronies[number].value(place)
    }
  }

  /// What it said after the one before.
  func formerValue(_ window: Int) -> Double {
    switch windows[window] {
    case .sum(let group, let place): Double(sums[group].sum(place, at: end - 1))
    case .synchrony(let number, let place): synchronies[number].formerValue(place)
    }
  }

  /// To be called when all groups are known. - Complexity: O(neurons + neurons asked about).
  mutating func index(_ simulation: borrowing Simulation) {
    if !groups.isEmpty { askers = SpikeAskers(groups, simulation) }
  }

  /// To be called before the first step that is taken.
  mutating func begin(at step: Int) {
    end = step
    for group in sums.indices { sums[group].begin(at: step) }
    for number in synchronies.indices { synchronies[number].begin(at: step) }
    nextWake = step
  }

  /// Takes the spikes of a step. - Complexity: O(spikes); more where a bin ends, or a window wakes.
  mutating func take(_ spikes: [UInt32]) {
    if groups.isEmpty { return }
    forgetStep()
    end += 1
    if !spikes.isEmpty { count(spikes) }
    if end >= nextWake { wake() }
    for number in synchronies.indices where synchronies[number].endStep() { endBins(of: number) }
  }

  private mutating func forgetStep() {
    if !changed.isEmpty { changed.removeAll(keepingCapacity: true) }
    if fired.isEmpty { return }
    for group in fired { counts[group] = 0 }
    fired.removeAll(keepingCapacity: true)
  }

  private mutating func count(_ spikes: [UInt32]) {
    for whole in askers.wholes {
      let own = whole.own(spikes)
      if own.isEmpty { continue }
      add(own.count, to: whole.group)
      let number = synchronyOfGroup[whole.group]
      if number >= 0 { for spike in own { synchronies[number].add(spike - whole.first) } }
    }
    for spike in spikes {
      for asker in askers[spike] {
        add(1, to: asker.group)
        let number = synchronyOfGroup[asker.group]
        if number >= 0 { synchronies[number].add(asker.place) }
      }
    }
    if let everyone { add(spikes.count, to: everyone) }
    for group in fired where !windowsOfSums[group].isEmpty {
      if sums[group].take(counts[group], end: end) { wake(group) }
    }
  }

  private mutating func add(_ count: Int, to group: Int) {
    if counts[group] == 0 { fired.append(group) }
    counts[group] += count
  }

  /// Looks at the sums that may have come to a level by losing spikes. - Complexity: O(groups).
  private mutating func wake() {
    nextWake = .max
    for group in sums.indices {
      if end >= sums[group].nextStep { wake(group) }
      nextWake = min(nextWake, sums[group].nextStep)
    }
  }

  private mutating func wake(_ group: Int) {
    for place in sums[group].wake(end: end) { changed.append(windowsOfSums[group][place]) }
    nextWake = min(nextWake, sums[group].nextStep)
  }

  private mutating func endBins(of number: Int) {
    for place in synchronies[number].endBins() { changed.append(windowsOfSynchronies[number][place]) }
  }
}
