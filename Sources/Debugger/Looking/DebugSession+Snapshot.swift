/// How a session shows itself.
import Basics
import Simulation

extension DebugSession {
  /// Writes what was asked for, and nothing else, into a snapshot whose memory is used again.
  ///
  /// The time it is running at (`realTimeFactor`) is its owner's to fill in.
  /// - Complexity: that of the picture's size, plus the spikes since the last one.
  package mutating func snapshot(into snapshot: inout Snapshot) {
    let windowSteps = request.windowSteps(dt: dt)
    history.updateCounts(steps: windowSteps)
    snapshot.generation = generation
    snapshot.tick = tick
    snapshot.isRunning = mode != .paused && mode != .comparing
    snapshot.pace = pace
    snapshot.realTimeFactor = 0
    snapshot.spikeCounts.refill(from: history.spikeCounts)
    snapshot.rates.removeAll(keepingCapacity: true)
    for (count, info) in zip(history.window.counts, simulation.populations) {
      snapshot.rates.append(rate(count, neurons: info.size))
    }
    writeRaster(&snapshot.raster, windowSteps: windowSteps)
    writeTraces(&snapshot, windowSteps: windowSteps)
    writeBars(&snapshot.bars)
    writeSynapses(&snapshot)
    writeNeuron(&snapshot.neuron)
    writeClassifier(&snapshot.classifier)
    writeStatistics(&snapshot, windowSteps: windowSteps)
    writeTimeline(&snapshot.timeline)
  }

  /// Spikes within the window as a mean rate of each neuron [Hz].
  private func rate(_ count: Int, neurons: Int) -> Double {
    let seconds = Double(history.window.steps.count) * dt.value / 1000
    return seconds == 0 || neurons == 0 ? 0 : Double(count) / seconds / Double(neurons)
  }

  private mutating func writeRaster(_ place: inout RasterSnapshot?, windowSteps: Int) {
    guard let raster = request.raster else {
      history.forgetRaster()
      return place = nil
    }
    var next = place.take() ?? .empty
    history.writeRaster(
      into: &next, simulation, raster, order: order,
      window: WindowColumns(steps: windowSteps, columns: raster.columns))
    place = next
  }

  private func writeBars(_ place: inout BarsSnapshot?) {
    guard let bars = request.bars else { return place = nil }
    var next = place.take() ?? BarsSnapshot(population: 0, first: 0, bars: [])
    let reader = BarsReader(simulation, population: bars.population)
    let number = simulation.populations[bars.population].firstNeuron
    next.population = bars.population
    next.first = bars.first
    next.bars.removeAll(keepingCapacity: true)
    next.indices.removeAll(keepingCapacity: true)
    for position in bars.first..<bars.first + bars.count {
      let index = order.index(at: position, of: bars.population)
      next.indices.append(index)
      let fired = tick > .zero && history.lastSpikeStep[number + index] == tick.value - 1
      next.bars.append(reader.bar(simulation, index: index, fired: fired))
    }
    place = next
  }

  private mutating func writeSynapses(_ snapshot: inout Snapshot) {
    pictures.update(simulation, request, order)
    snapshot.weights = nil
    if let weights = request.weights { snapshot.weights = pictures.weightsSnapshot(simulation, weights) }
    snapshot.fan = pictures.fanSnapshot(request)
  }

  private func writeNeuron(_ place: inout NeuronSnapshot?) {
    guard let probe = history.probe else { return place = nil }
    let address = probe.address
    var next = place.take() ?? .empty(address)
    let descriptor = simulation.populations[address.population].descriptor
    let last = history.lastSpikeStep[probe.number]
    next.address = address
    next.parameters.removeAll(keepingCapacity: true)
    for field in descriptor.parameters.indices {
      next.parameters.append(simulation.parameter(population: address.population, field: field, index: address.index))
    }
    next.state.removeAll(keepingCapacity: true)
    for variable in descriptor.state.indices {
      next.state.append(simulation.state(population: address.population, variable: variable, index: address.index))
    }
    next.current = simulation.current(population: address.population, index: address.index)
    (next.synapsesIn, next.synapsesOut) = simulation.synapseCounts(population: address.population, index: address.index)
    next.lastSpike = last < 0 ? nil : Tick(last + 1).time(dt: dt)
    next.rate = rate(probe.spikeCount(window: history.window.steps.count, tick: tick.value), neurons: 1)
    place = next
  }

  private func writeClassifier(_ place: inout ClassifierSnapshot?) {
    guard request.showsClassifier, let readout, let shown = simulation.presentation else { return place = nil }
    var next = place.take() ?? .empty
    next.write(simulation, shown: shown, readout: readout)
    place = next
  }
}

extension NeuronSnapshot {
  fileprivate static func empty(_ address: NeuronAddress) -> Self {
    NeuronSnapshot(
      address: address, parameters: [], state: [], synapsesIn: 0, synapsesOut: 0, lastSpike: nil, rate: 0)
  }
}
