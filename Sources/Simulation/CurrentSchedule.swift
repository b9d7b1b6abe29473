/// The stimuli `current`: which neurons receive what from outside, and when that changes.
import Basics
import Kernels
import NetworkModel

struct CurrentSchedule {
  fileprivate struct Entry {
    let ranges: [ClosedRange<Int>]
    let active: Range<Int>
    let course: Course
  }

  fileprivate enum Course {
    case constant(Double)
    case wave(CurrentWave)
  }

  /// A population with currents from outside.
  fileprivate struct Target {
    let population: Int
    var entries: [Entry] = []
    /// Steps before which constant currents have to be worked out anew, ascending.
    var changes: [Int] = []
    /// How many of them are past.
    var past = 0
    /// What flows, one number for each neuron; kept, so that a step allocates nothing.
    var currents: [Double]
  }

  private var targets: [Target] = []

  init(_ spec: NetworkSpec, network: Network, seed: UInt64) throws(BuildError) {
    for (number, stimulus) in spec.stimuli.enumerated() {
      let course: Course
      let span: (Milliseconds, Milliseconds?)
      switch stimulus.kind {
      case .current(let amplitude, let from, let to): (course, span) = (.constant(amplitude), (from, to))
      case .waveform(let waveform, let from, let to):
        let random = CounterRNG(seed: seed, stream: "stimulus/\(number)/\(stimulus.target.population)")
        (course, span) = (.wave(CurrentWave(waveform, dt: spec.dt, random: random)), (from, to))
      case .poisson, .data: continue
      }
      let start = span.0.ticks(dt: spec.dt)
      let end = span.1.map { max(start, $0.ticks(dt: spec.dt)) } ?? .max
      try add(Entry(ranges: stimulus.target.ranges, active: start..<end, course: course), stimulus, network)
    }
    for index in targets.indices {
      targets[index].changes = Set(targets[index].entries.flatMap { [$0.active.lowerBound, $0.active.upperBound] })
        .sorted()
    }
  }

  private mutating func add(_ entry: Entry, _ stimulus: StimulusSpec, _ network: Network) throws(BuildError) {
    guard let population = network.populations.firstIndex(where: { $0.info.name == stimulus.target.population })
    else { throw .unknownPopulation(stimulus.target.population, in: "a stimulus") }
    let index = targets.firstIndex { $0.population == population }
    if index == nil {
      let size = network.populations[population].info.size
      targets.append(Target(population: population, currents: Array(repeating: 0, count: size)))
    }
    targets[index ?? targets.count - 1].entries.append(entry)
  }

  /// How many steps from `tick` on, `most` at the most, `update` has nothing to do in, but for the first of them.
  func stepsUntilChange(from tick: Int, most: Int) -> Int {
    var steps = most
    for target in targets {
      if target.entries.contains(where: \.isWave) { return 1 }
      for change in target.changes.dropFirst(target.past) where change > tick { steps = min(steps, change - tick) }
    }
    return steps
  }

  /// Back to before the first step, in which no current flows.
  mutating func restart(network: Network) {
    for index in targets.indices {
      targets[index].past = 0
      network.populations[targets[index].population].body.neurons?.setCurrents(nil)
    }
  }

  /// Brings the populations' currents up to date for step `tick`.
  /// - Complexity: O(1) where nothing changes; O(neurons of a population) in every step in which a waveform is on.
  mutating func update(tick: Int, network: Network) {
    for index in targets.indices {
      var isDue = targets[index].hasWave(at: tick)
      while targets[index].past < targets[index].changes.count, targets[index].changes[targets[index].past] <= tick {
        targets[index].past += 1
        isDue = true
      }
      if isDue { targets[index].apply(tick: tick, network: network) }
    }
  }
}

extension CurrentSchedule.Entry {
  fileprivate var isWave: Bool {
    if case .wave = course { true } else { false }
  }
}

extension CurrentSchedule.Target {
  func hasWave(at tick: Int) -> Bool {
    entries.contains { $0.isWave && $0.active.contains(tick) }
  }

  mutating func apply(tick: Int, network: Network) {
    guard let neurons = network.populations[population].body.neurons else { return }
    for neuron in currents.indices { currents[neuron] = 0 }
    var isOn = false
    for entry in entries where entry.active.contains(tick) {
      isOn = true
      switch entry.course {
      case .constant(let amplitude):
        for range in entry.ranges {
          for neuron in range { currents[neuron] += amplitude }
        }
      case .wave(let wave): wave.add(step: tick - entry.active.lowerBound, to: &currents, entry.ranges)
      }
    }
    neurons.setCurrents(isOn ? currents : nil)
  }
}
