/// The spikes that conditions ask about, counted as they come.
import NetworkModel
import Simulation

/// By neuron, who asks about it: so a step costs its spikes, however many ask.
struct WatchedSpikes {
  /// Spikes of a group of neurons in the last so many steps.
  private struct Window {
    let group: Int
    var counts: [UInt32]
    var next = 0
    var sum = 0

    mutating func take(_ count: Int) {
      sum += count - Int(counts[next])
      counts[next] = UInt32(count)
      next = next + 1 == counts.count ? 0 : next + 1
    }
  }

  private var groups: [Selection?] = []
  private var windows: [Window] = []
  /// Of neuron n: askers[starts[n]..<starts[n + 1]].
  private var starts: [Int] = []
  private var askers: [Int] = []
  /// By group: its spikes in the present step.
  private(set) var counts: [Int] = []
  private var total = 0

  var isEmpty: Bool { groups.isEmpty }

  /// The group of these neurons; nil for all there are.
  mutating func group(_ neurons: Selection?) -> Int {
    if let known = groups.firstIndex(of: neurons) { return known }
    groups.append(neurons)
    counts.append(0)
    return groups.count - 1
  }

  /// The window of these neurons over so many steps.
  mutating func window(_ neurons: Selection, steps: Int) -> Int {
    windows.append(Window(group: group(neurons), counts: Array(repeating: 0, count: steps)))
    return windows.count - 1
  }

  func sum(ofWindow window: Int) -> Int { windows[window].sum }

  /// To be called when all groups are known. - Complexity: O(neurons + neurons asked about).
  mutating func index(_ simulation: borrowing Simulation) {
    var lists = [[Int]](repeating: [], count: simulation.neuronCount)
    for (group, neurons) in groups.enumerated() {
      guard let neurons, let population = simulation.populationIndex(neurons.population) else { continue }
      let first = simulation.populations[population].firstNeuron
      for index in neurons.ranges.joined() { lists[first + index].append(group) }
    }
    starts = lists.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    askers = lists.flatMap { $0 }
  }

  /// Takes the spikes of a step. - Complexity: O(spikes + groups), and O(1) for each window.
  mutating func take(_ spikes: some Sequence<UInt32>) {
    if groups.isEmpty { return }
    for group in counts.indices { counts[group] = 0 }
    total = 0
    for spike in spikes {
      total += 1
      for place in starts[Int(spike)]..<starts[Int(spike) + 1] { counts[askers[place]] += 1 }
    }
    for (group, neurons) in groups.enumerated() where neurons == nil { counts[group] = total }
    for window in windows.indices { windows[window].take(counts[windows[window].group]) }
  }
}
