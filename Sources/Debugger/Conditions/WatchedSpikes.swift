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
    let neurons: Selection
    let steps: Int
    let window: Int
    var counts: SlidingCounts
  }

  private var groups: [Selection?] = []
  private var sums: [SpikeWindow] = []
  private var synchronies: [Synchrony] = []
  /// By group: its places in `sums` and in `synchronies`.
  private var sumsOfGroup: [[Int]] = []
  private var synchroniesOfGroup: [[Int]] = []
  /// Of neuron n: askers[starts[n]..<starts[n + 1]].
  private var starts: [Int] = []
  private var askers: [Asker] = []
  /// The group of all neurons there are, if anybody asks about it.
  private var everyone: Int?
  /// By group: its spikes in the present step.
  private(set) var counts: [Int] = []
  /// By window: what it says after the present step, and after the one before.
  private(set) var now: [Double] = []
  private(set) var before: [Double] = []
  /// The groups that have any, and the windows that may say something else than after the step before.
  private(set) var fired: [Int] = []
  private(set) var changed: [Int] = []
  /// The number of the step that is taken next.
  private var step = 0
  /// The step at whose end the next spike leaves its window, or a bin of synchrony ends.
  private var nextLeaving = Int.max
  private var nextBin = Int.max

  /// The group of these neurons; nil for all there are.
  mutating func group(_ neurons: Selection?) -> Int {
    if let known = groups.firstIndex(of: neurons) { return known }
    groups.append(neurons)
    counts.append(0)
    sumsOfGroup.append([])
    synchroniesOfGroup.append([])
    if neurons == nil { everyone = groups.count - 1 }
    return groups.count - 1
  }

  /// The window of the sum of these neurons' spikes over so many steps.
  mutating func window(_ neurons: Selection, steps: Int) -> Int {
    let group = group(neurons)
    if let known = sumsOfGroup[group].first(where: { sums[$0].steps == steps }) { return sums[known].window }
    sumsOfGroup[group].append(sums.count)
    sums.append(SpikeWindow(steps: steps, window: now.count))
    return room(0)
  }

  /// The window of their synchrony.
  mutating func synchrony(_ neurons: Selection, steps: Int) -> Int {
    let group = group(neurons)
    let known = synchroniesOfGroup[group].first { synchronies[$0].steps == steps }
    if let known { return synchronies[known].window }
    synchroniesOfGroup[group].append(synchronies.count)
    let counts = SlidingCounts(synchronyOf: neurons.count, window: steps)
    synchronies.append(Synchrony(neurons: neurons, steps: steps, window: now.count, counts: counts))
    return room(.nan)
  }

  private mutating func room(_ value: Double) -> Int {
    now.append(value)
    before.append(value)
    return now.count - 1
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
    for place in synchronies.indices { synchronies[place].counts.begin(at: step) }
    nextBin = synchronies.map { $0.counts.nextBin }.min() ?? .max
  }

  /// Takes the spikes of a step. - Complexity: O(spikes); O(windows) where a spike leaves one, or a bin ends.
  mutating func take(_ spikes: [UInt32]) {
    if groups.isEmpty { return }
    for window in changed { before[window] = now[window] }
    for group in fired { counts[group] = 0 }
    fired.removeAll(keepingCapacity: true)
    changed.removeAll(keepingCapacity: true)
    for spike in spikes {
      for asker in askers[starts[Int(spike)]..<starts[Int(spike) + 1]] {
        add(1, to: asker.group)
        for place in synchroniesOfGroup[asker.group] { synchronies[place].counts.add(asker.place, step: step) }
      }
    }
    if let everyone, !spikes.isEmpty { add(spikes.count, to: everyone) }
    for group in fired { count(group) }
    step += 1
    if step >= nextLeaving { leave() }
    if step >= nextBin { endBins() }
  }

  private mutating func add(_ count: Int, to group: Int) {
    if counts[group] == 0 { fired.append(group) }
    counts[group] += count
  }

  private mutating func count(_ group: Int) {
    for place in sumsOfGroup[group] {
      sums[place].add(counts[group], step: step)
      nextLeaving = min(nextLeaving, step + 1 + sums[place].steps)
      tell(sums[place])
    }
  }

  private mutating func tell(_ sum: SpikeWindow) {
    now[sum.window] = Double(sum.sum)
    changed.append(sum.window)
  }

  private mutating func leave() {
    nextLeaving = .max
    for place in sums.indices {
      if sums[place].leave(before: step) { tell(sums[place]) }
      nextLeaving = min(nextLeaving, sums[place].nextLeaving)
    }
  }

  private mutating func endBins() {
    nextBin = .max
    for place in synchronies.indices {
      if step >= synchronies[place].counts.nextBin {
        synchronies[place].counts.move(to: step)
        let counts = synchronies[place].counts
        now[synchronies[place].window] = counts.isFull ? counts.synchrony ?? .nan : .nan
        changed.append(synchronies[place].window)
      }
      nextBin = min(nextBin, synchronies[place].counts.nextBin)
    }
  }
}

/// How many spikes there were in the last so many steps.
private struct SpikeWindow {
  let steps: Int
  /// Its number.
  let window: Int
  private(set) var sum = 0
  /// The steps with spikes, oldest first, from `first` on.
  private var entries: [(step: Int, count: Int)] = []
  private var first = 0

  init(steps: Int, window: Int) {
    self.steps = steps
    self.window = window
  }

  /// The step before which the oldest has left.
  var nextLeaving: Int { first < entries.count ? entries[first].step + steps + 1 : .max }

  mutating func add(_ count: Int, step: Int) {
    entries.append((step, count))
    sum += count
  }

  /// Drops what is too old. Returns whether there was any.
  mutating func leave(before step: Int) -> Bool {
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
