/// How a session shows whole populations: from the spikes that it keeps, and from samples of the neurons.
import Analysis
import Basics
import Simulation

extension DebugSession {
  /// The most neurons of a population that a frame looks at one by one; more would cost it milliseconds.
  private static var mostNeurons: Int { 4096 }

  /// Every how many-th neuron of so many is looked at.
  private static func stride(of size: Int) -> Int { max(1, (size + mostNeurons - 1) / mostNeurons) }

  /// - Complexity: O(spikes in the window), and of neurons at most `mostNeurons`.
  func writeStatistics(_ snapshot: inout Snapshot, windowSteps: Int) {
    writeRates(&snapshot.rateCurves, windowSteps: windowSteps)
    writeIntervals(&snapshot.intervals, windowSteps: windowSteps)
    writeSpread(&snapshot.spread)
  }

  private func writeRates(_ place: inout RateCurvesSnapshot?, windowSteps: Int) {
    guard let rates = request.rates else { return place = nil }
    // No finer than steps: where a step fills several columns its rate would be drawn as a spike beside gaps.
    let window = WindowColumns(steps: windowSteps, columns: min(rates.columns, windowSteps))
    let last = window.last(tick: tick.value)
    var next = place.take() ?? RateCurvesSnapshot(columns: 0, rates: [], end: Milliseconds(0), window: request.window)
    next.columns = window.columns
    next.end = Milliseconds(window.end(ofColumn: last) * dt.value)
    next.window = request.window
    next.rates.removeAll(keepingCapacity: true)
    next.rates.append(contentsOf: repeatElement(.nan, count: window.columns * simulation.populations.count))
    let sizes = simulation.populations.map(\.size)
    for column in 0..<window.columns {
      let steps = window.steps(ofColumn: last - window.columns + 1 + column)
      history.spikes.addRates(in: steps, sizes: sizes, dt: dt, column: column, to: &next)
    }
    place = next
  }

  private func writeIntervals(_ place: inout IntervalsSnapshot?, windowSteps: Int) {
    guard let wanted = request.intervals else { return place = nil }
    let info = simulation.populations[wanted.population]
    let stride = Self.stride(of: info.size)
    let steps = max(history.spikes.firstStep, tick.value - windowSteps)..<tick.value
    var collector = TrainCollector(neurons: (info.size + stride - 1) / stride, steps: steps, dt: dt)
    let numbers = UInt32(info.firstNeuron)..<UInt32(info.firstNeuron + info.size)
    history.spikes.forEachSpike(inSteps: steps) { number, step in
      guard numbers.contains(number) else { return }
      let (neuron, rest) = Int(number - numbers.lowerBound).quotientAndRemainder(dividingBy: stride)
      if rest == 0 { collector.add(neuron, step: step) }
    }
    place = IntervalsSnapshot(
      population: wanted.population, statistics: collector.statistics(bins: wanted.bins), stride: stride)
  }

  private func writeSpread(_ place: inout SpreadSnapshot?) {
    guard let wanted = request.spread else { return place = nil }
    let info = simulation.populations[wanted.population]
    let stride = Self.stride(of: info.size)
    let values: [Double]
    let indices = Swift.stride(from: 0, to: info.size, by: stride)
    if let variable = info.descriptor.state.firstIndex(where: { $0.name == wanted.name }) {
      values = indices.map { simulation.state(population: wanted.population, variable: variable, index: $0) }
    } else if let field = info.descriptor.parameters.firstIndex(where: { $0.name == wanted.name }) {
      values = indices.compactMap { index in
        let setting = simulation.parameter(population: wanted.population, field: field, index: index)
        guard case .number(let value) = setting else { return nil }
        return value
      }
    } else {
      return place = nil
    }
    place = SpreadSnapshot(
      population: wanted.population, name: wanted.name, histogram: Histogram(values, bins: wanted.bins), stride: stride)
  }
}
