/// The stimuli `current`: which neurons receive what from outside, and when that changes.
import Basics
import Kernels
import NetworkModel

struct CurrentSchedule {
  private struct Entry {
    let population: Int
    let ranges: [ClosedRange<Int>]
    let amplitude: Double
    let active: Range<Int>
  }

  private let entries: [Entry]
  /// Steps before which the currents have to be worked out anew, ascending.
  private let changes: [Int]
  private var next = 0

  init(_ spec: NetworkSpec, network: Network) throws(BuildError) {
    var entries: [Entry] = []
    for stimulus in spec.stimuli {
      guard case .current(let amplitude, let from, let to) = stimulus.kind else { continue }
      guard let population = network.populations.firstIndex(where: { $0.info.name == stimulus.target.population })
      else {
        throw .unknownPopulation(stimulus.target.population, in: "a stimulus")
      }
      let start = from.ticks(dt: spec.dt)
      let end = to.map { max(start, $0.ticks(dt: spec.dt)) } ?? .max
      entries.append(
        Entry(population: population, ranges: stimulus.target.ranges, amplitude: amplitude, active: start..<end))
    }
    self.entries = entries
    changes = Set(entries.flatMap { [$0.active.lowerBound, $0.active.upperBound] }).sorted()
  }

  /// Back to before the first step, in which no current flows.
  mutating func restart(network: Network) {
    next = 0
    for population in Set(entries.map(\.population)) {
      if case .neurons(let neurons) = network.populations[population].body { neurons.setCurrents(nil) }
    }
  }

  /// Brings the populations' currents up to date for step `tick`. - Complexity: O(1) where nothing changes.
  mutating func update(tick: Int, network: Network) {
    guard next < changes.count, changes[next] <= tick else { return }
    while next < changes.count, changes[next] <= tick { next += 1 }
    for population in Set(entries.map(\.population)) { apply(to: population, tick: tick, network: network) }
  }

  private func apply(to population: Int, tick: Int, network: Network) {
    guard case .neurons(let neurons) = network.populations[population].body else { return }
    var currents = Array(repeating: 0.0, count: neurons.count)
    var isOn = false
    for entry in entries where entry.population == population && entry.active.contains(tick) {
      isOn = true
      for range in entry.ranges {
        for neuron in range { currents[neuron] += entry.amplitude }
      }
    }
    neurons.setCurrents(isOn ? currents : nil)
  }
}
