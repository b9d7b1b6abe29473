/// What a session remembers of the steps done, so that it can be shown. Nothing in it can change the run.
import Analysis
import Basics
import Simulation

struct History {
  private(set) var spikes: SpikeHistory
  /// Spikes since tick 0, by population.
  var spikeCounts: [Int]
  /// The step of each neuron's last spike, -1 for none; numbers are those of the whole network.
  var lastSpikeStep: [Int]
  private(set) var probe: NeuronProbe?
  /// Those that go on while others are looked at.
  private var kept: [NeuronProbe] = []
  private(set) var window: WindowCounts
  private var raster: RasterBins?
  private var voltage: VoltageBins?
  private var rates: RateBins?
  private var trains: TrainWindow?
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
    voltage?.record(simulation)
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
    voltage?.removeAll()
    rates?.removeAll()
    trains = nil
  }

  /// Forgets the steps from this one on, and all of them where it has not come up to there.
  mutating func begin(at tick: Tick) {
    spikes.begin(at: tick.value)
    probe?.begin(at: tick.value, spikes)
    for index in kept.indices { kept[index].begin(at: tick.value, spikes) }
    window.removeAll()
    forgetOrder()
    rates = nil
  }

  /// Looks at a neuron and at these variables of it. The spikes of another neuron than before are found again; samples of
  /// what was not looked at before begin now.
  mutating func follow(_ address: NeuronAddress?, variables: [Int], _ simulation: borrowing Simulation) {
    guard let address else {
      probe = nil
      return
    }
    func isKnown(to probe: NeuronProbe) -> Bool { probe.address == address && probe.tracks(variables) }
    if probe.map(isKnown) != true, let known = kept.first(where: isKnown) { probe = known }
    if probe?.address != address { probe = newProbe(address) }
    probe?.watch(variables, simulation)
  }

  /// Takes samples of a variable from now on, whoever is followed.
  mutating func keep(_ address: NeuronAddress, variable: Int, _ simulation: borrowing Simulation) {
    var probe = newProbe(address)
    probe.watch([variable], simulation)
    kept.append(probe)
  }

  private func newProbe(_ address: NeuronAddress) -> NeuronProbe {
    let number = bounds[address.population] + address.index
    var probe = NeuronProbe(address, number: number, capacity: spikes.capacitySteps)
    probe.recall(spikes)
    return probe
  }

  /// To be called after an edit between two steps.
  mutating func refresh(_ simulation: borrowing Simulation) {
    probe?.refresh(simulation)
    for index in kept.indices { kept[index].refresh(simulation) }
  }

  /// The step of the newest trigger of the selected neuron that `tail` steps have followed.
  mutating func triggerStep(_ trigger: ObservationRequest.Trigger, tail: Int, variable: Int) -> Int? {
    probe?.triggerStep(trigger, tail: tail, variable: variable)
  }

  /// Brings the counts over the last `steps` steps up to date.
  mutating func updateCounts(steps: Int) { window.update(spikes, window: steps) }

  /// The raster that was asked for, up to date. Another one is counted anew from the spikes that are kept; membranes are
  /// known from then on.
  mutating func writeRaster(
    into snapshot: inout RasterSnapshot, _ simulation: borrowing Simulation, _ request: ObservationRequest.Raster,
    order: NeuronOrder, window: WindowColumns
  ) {
    if raster?.window != window || raster?.layout.request != request {
      raster = RasterBins(layout: layout(simulation, request, order), window: window)
      voltage = nil
    }
    guard let layout = raster?.layout else { return }
    raster?.update(spikes)
    raster?.write(into: &snapshot, dt: simulation.dt)
    guard request.showsVoltage else { return snapshot.voltage = nil }
    if voltage == nil {
      voltage = VoltageBins(simulation, layout.soleNeurons(order), rows: layout.rows, window: window)
    }
    voltage?.refresh(simulation)
    voltage?.write(into: &snapshot.voltage)
  }

  /// The rates of all populations, of those neurons that are shown, up to date; nil for nobody looking.
  mutating func writeRates(
    into curves: inout RateCurvesSnapshot?, _ order: NeuronOrder, window: WindowColumns?, dt: Milliseconds
  ) {
    guard let window else { return (rates, curves) = (nil, nil) }
    if rates?.window != window {
      rates = RateBins(order, sizes: zip(bounds, bounds.dropFirst()).map { $1 - $0 }, window: window)
    }
    rates?.update(spikes)
    var next = curves.take() ?? RateCurvesSnapshot(columns: 0, rates: [], end: Milliseconds(0), window: Milliseconds(0))
    rates?.write(into: &next, endStep: spikes.endStep, dt: dt)
    curves = next
  }

  /// The spike trains of every `stride`-th neuron that is shown of a population over the last `window` steps, up to
  /// date; nil for nobody looking.
  mutating func trainStatistics(
    _ request: ObservationRequest.Intervals?, _ order: NeuronOrder, stride: Int, window: Int, dt: Milliseconds
  ) -> TrainStatistics? {
    guard let request else {
      trains = nil
      return nil
    }
    if trains?.population != request.population || trains?.window != window {
      let neurons = bounds[request.population]..<bounds[request.population + 1]
      trains = TrainWindow(
        population: request.population, neurons: neurons, order, stride: stride, window: window, dt: dt)
    }
    trains?.update(spikes)
    return trains?.statistics(bins: request.bins)
  }

  private func layout(
    _ simulation: borrowing Simulation, _ request: ObservationRequest.Raster, _ order: NeuronOrder
  ) -> RasterLayout {
    let shows =
      request.showsVoltage
      ? simulation.populations.map { !$0.descriptor.state.isEmpty } : simulation.firingPopulations
    return RasterLayout(order, sizes: simulation.populations.map(\.size), shows: shows, request: request)
  }

  /// No raster is on the screen.
  mutating func forgetRaster() {
    raster = nil
    voltage = nil
  }

  /// Other neurons are shown, or in another order.
  mutating func forgetOrder() {
    forgetRaster()
    rates = nil
    trains = nil
  }
}
