/// How a session shows whole populations: from the spikes that it keeps, and from samples of the neurons.
import Analysis
import Basics
import Simulation

extension DebugSession {
  /// The most neurons of a population that a frame looks at one by one; more would cost it milliseconds.
  private static var mostNeurons: Int { 4096 }

  /// Every how many-th neuron of so many is looked at.
  private static func stride(of size: Int) -> Int { max(1, (size + mostNeurons - 1) / mostNeurons) }

  /// - Complexity: O(spikes since the last snapshot), and of neurons at most `mostNeurons`.
  mutating func writeStatistics(_ snapshot: inout Snapshot, windowSteps: Int) {
    // No finer than steps: where a step fills several columns its rate would be drawn as a spike beside gaps.
    let columns = request.rates.map { WindowColumns(steps: windowSteps, columns: min($0.columns, windowSteps)) }
    history.writeRates(into: &snapshot.rateCurves, order, window: columns, dt: dt)
    writeIntervals(&snapshot.intervals, windowSteps: windowSteps)
    writeSpread(&snapshot.spread)
  }

  private mutating func writeIntervals(_ place: inout IntervalsSnapshot?, windowSteps: Int) {
    let stride = request.intervals.map { Self.stride(of: order.count(of: $0.population)) } ?? 1
    let statistics = history.trainStatistics(request.intervals, order, stride: stride, window: windowSteps, dt: dt)
    guard let wanted = request.intervals, let statistics else { return place = nil }
    place = IntervalsSnapshot(population: wanted.population, statistics: statistics, stride: stride)
  }

  private func writeSpread(_ place: inout SpreadSnapshot?) {
    guard let wanted = request.spread else { return place = nil }
    let info = simulation.populations[wanted.population]
    let shown = order.count(of: wanted.population)
    let stride = Self.stride(of: shown)
    let values: [Double]
    let indices = Swift.stride(from: 0, to: shown, by: stride).map { order.index(at: $0, of: wanted.population) }
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
