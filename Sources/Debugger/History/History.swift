/// What a session remembers of the steps done, so that it can be shown. Nothing in it can change the run.
import Basics
import Simulation

struct History {
  private(set) var spikes: SpikeHistory
  /// Spikes since tick 0, by population.
  private(set) var spikeCounts: [Int]
  /// The step of each neuron's last spike, -1 for none; numbers are those of the whole network.
  private(set) var lastSpikeStep: [Int]
  private(set) var probe: NeuronProbe?
  /// Those that go on while others are looked at.
  private var kept: [NeuronProbe] = []
  private(set) var window: WindowCounts
  private var raster: RasterBins?
  /// The number of each population's first neuron, and at the end that of neurons.
  private let bounds: [Int]

  init(_ simulation: borrowing Simulation) {
    let sizes = simulation.populations.map(\.size)
    bounds = sizes.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    spikes = SpikeHistory(firstStep: simulation.tick.value)
    spikeCounts = sizes.map { _ in 0 }
    lastSpikeStep = Array(repeating: -1, count: bounds[bounds.count - 1])
    window = WindowCounts(sizes: sizes)
  }

  /// The history of a network that goes on in a rebuilt one.
  /// - Parameter numbers: by neuron of the network before: its number in this one.
  init(_ simulation: borrowing Simulation, keeping old: History, numbers: [UInt32?]) {
    self.init(simulation)
    spikes = old.spikes.renumbered(numbers)
    for (before, number) in numbers.enumerated() {
      guard let number, before < old.lastSpikeStep.count else { continue }
      lastSpikeStep[Int(number)] = old.lastSpikeStep[before]
    }
    for population in spikeCounts.indices {
      let first = numbers.firstIndex { $0.map { Int($0) == bounds[population] } ?? false }
      guard let first, let former = old.bounds.dropLast().firstIndex(of: first) else { continue }
      spikeCounts[population] = old.spikeCounts[former]
    }
  }

  /// To be called after every step. - Complexity: O(spikes of the step); no allocation once the stores are full.
  mutating func record(_ simulation: borrowing Simulation) {
    let step = simulation.tick.value - 1
    let new = simulation.lastSpikes
    spikes.append(new)
    count(new, step: step)
    if let number = probe?.number {
      probe?.record(simulation, step: step, spiked: lastSpikeStep[number] == step)
    }
    for index in kept.indices {
      kept[index].record(simulation, step: step, spiked: lastSpikeStep[kept[index].number] == step)
    }
  }

  private mutating func count(_ new: [UInt32], step: Int) {
    var population = 0
    var counted = 0
    for (position, spike) in new.enumerated() {
      lastSpikeStep[Int(spike)] = step
      while Int(spike) >= bounds[population + 1] {
        spikeCounts[population] += position - counted
        counted = position
        population += 1
      }
    }
    if counted < new.count { spikeCounts[population] += new.count - counted }
  }

  /// Forgets everything but what is being looked at.
  mutating func removeAll() {
    spikes.removeAll()
    for index in spikeCounts.indices { spikeCounts[index] = 0 }
    for index in lastSpikeStep.indices { lastSpikeStep[index] = -1 }
    probe?.removeAll()
    for index in kept.indices { kept[index].removeAll() }
    window.removeAll()
    raster?.removeAll()
  }

  /// Looks at another neuron or variable; its spikes are found again, its samples begin now.
  mutating func follow(_ address: NeuronAddress?, variable: Int?, _ simulation: borrowing Simulation) {
    guard let address else {
      probe = nil
      return
    }
    if let probe, probe.address == address, probe.variable == variable { return }
    probe =
      kept.first { $0.address == address && $0.variable == variable } ?? newProbe(address, variable, simulation)
  }

  /// Takes samples of a variable from now on, whoever is followed.
  mutating func keep(_ address: NeuronAddress, variable: Int, _ simulation: borrowing Simulation) {
    kept.append(newProbe(address, variable, simulation))
  }

  private func newProbe(
    _ address: NeuronAddress, _ variable: Int?, _ simulation: borrowing Simulation
  ) -> NeuronProbe {
    let number = bounds[address.population] + address.index
    var probe = NeuronProbe(address, number: number, variable: variable, capacity: spikes.capacitySteps)
    probe.recall(spikes)
    probe.refresh(simulation)
    return probe
  }

  /// To be called after an edit between two steps.
  mutating func refresh(_ simulation: borrowing Simulation) {
    probe?.refresh(simulation)
    for index in kept.indices { kept[index].refresh(simulation) }
  }

  /// Brings the counts over the last `steps` steps up to date.
  mutating func updateCounts(steps: Int) { window.update(spikes, window: steps) }

  /// The raster at this size, up to date. Another size is counted anew from the spikes that are kept.
  mutating func writeRaster(
    into snapshot: inout RasterSnapshot, rows: Int, window: WindowColumns, layout: () -> RasterLayout, dt: Milliseconds
  ) {
    if raster?.window != window || raster?.layout.rows != rows {
      raster = RasterBins(layout: layout(), window: window)
    }
    raster?.update(spikes)
    raster?.write(into: &snapshot, dt: dt)
  }
}
