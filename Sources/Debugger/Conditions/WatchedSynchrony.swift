/// How much a group fires together, over windows of any number.
import Analysis

/// All windows look at one log of who fired, so that a spike is written down once.
struct WatchedSynchrony {
  fileprivate struct Window {
    let steps: Int
    var clock: BinClock
    var sums: BinSums
    var levels = ComparedLevels()
    var now = Double.nan
    var before = Double.nan
  }

  private let neurons: Int
  private var windows: [Window] = []
  /// Who fired, by place in the group.
  private var log = SpikeHistory()
  /// The windows whose bins ended in the step before.
  private var told: [Int] = []
  /// The step at whose end the next bin ends.
  private var nextBin = Int.max

  /// - Parameter neurons: how many the group has.
  init(neurons: Int) { self.neurons = neurons }

  /// The place of the window of so many steps.
  mutating func window(steps: Int) -> Int {
    if let known = windows.firstIndex(where: { $0.steps == steps }) { return known }
    let clock = BinClock(synchronyOver: steps)
    windows.append(Window(steps: steps, clock: clock, sums: BinSums(neurons: neurons, bins: clock.bins)))
    return windows.count - 1
  }

  mutating func watch(_ window: Int, at level: Double) { windows[window].levels.add(level) }
  mutating func watchAll(_ window: Int) { windows[window].levels.takesAll = true }

  /// After the last step that was taken; not a number while it is not known over the whole window.
  func value(_ window: Int) -> Double { windows[window].now }

  /// After the one before.
  func formerValue(_ window: Int) -> Double { windows[window].before }

  /// Nothing is known of the time before this step: bins stand still in time, wherever one begins.
  mutating func begin(at step: Int) {
    let longest = windows.map { BinClock.synchronySteps(window: $0.steps) }.max() ?? 1
    log = SpikeHistory(capacitySteps: longest, capacitySpikes: .max / 4, firstStep: step)
    for window in windows.indices { windows[window].clock.begin(at: step) }
    nextBin = windows.map(\.clock.nextBin).min() ?? .max
  }

  /// A neuron fires in the step that is taken next.
  mutating func add(_ place: UInt32) { log.add(place) }

  /// The step is over. Returns whether a bin ends with it; in most steps none does. - Complexity: O(spikes).
  mutating func endStep() -> Bool {
    log.finishStep()
    if !told.isEmpty { tell() }
    return log.endStep >= nextBin
  }

  private mutating func tell() {
    for window in told { windows[window].before = windows[window].now }
    told.removeAll(keepingCapacity: true)
  }

  /// To be called where `endStep` says so.
  /// - Returns: the windows that have come to another side of a level; mostly none.
  /// - Complexity: O(windows + spikes of the bins that come and go).
  mutating func endBins() -> [Int] {
    let step = log.endStep
    var changed: [Int] = []
    nextBin = .max
    for window in windows.indices {
      let isTold = windows[window].endBin(at: step, log)
      if isTold { told.append(window) }
      if isTold, windows[window].hasCrossed() { changed.append(window) }
      nextBin = min(nextBin, windows[window].clock.nextBin)
    }
    return changed
  }
}

extension WatchedSynchrony.Window {
  /// - Returns: whether a bin ends at this step, so that it says something else from now on.
  fileprivate mutating func endBin(at step: Int, _ log: SpikeHistory) -> Bool {
    if step < clock.nextBin { return false }
    let (comes, goes) = clock.endBin()
    if let goes { sums.remove(log.spikes[log.range(ofSteps: goes)]) }
    if let comes { sums.add(log.spikes[log.range(ofSteps: comes)]) }
    now = clock.isFull ? sums.synchrony(of: clock.number) ?? .nan : .nan
    return true
  }

  fileprivate mutating func hasCrossed() -> Bool { levels.come(to: now) }
}
