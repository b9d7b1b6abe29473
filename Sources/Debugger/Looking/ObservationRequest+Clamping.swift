/// Fitting a request to the network that there is, so that no request can do harm.
import Basics
import Simulation

extension ObservationRequest {
  /// The most columns and rows of a picture; the largest terminals have fewer dots.
  private static var largestPicture: Int { 4096 }
  private static var mostCursors: Int { 8 }
  /// More than any model has.
  private static var mostVariables: Int { 16 }
  /// The most steps of a window. Within it columns times steps cannot overflow.
  private static var longestWindow: Int { 1 << 24 }

  /// This request with sizes and indices inside the network; parts that have no place in it are left out.
  func clamped(to populations: [PopulationInfo], _ projections: [ProjectionInfo], dt: Milliseconds) -> Self {
    var request = self
    request.neuron.population = Self.clamp(neuron.population, to: populations.count)
    if !populations.isEmpty {
      request.neuron.index = Self.clamp(neuron.index, to: populations[request.neuron.population].size)
    }
    request.window = Milliseconds(Double(windowSteps(dt: dt)) * dt.value)
    request.raster = raster.map { Raster(columns: Self.picture($0.columns), rows: Self.picture($0.rows)) }
    request.trace?.columns = Self.picture(trace?.columns ?? 1)
    request.trace?.cursors = Array((trace?.cursors ?? []).prefix(Self.mostCursors))
    request.states = states.map {
      States(variables: Array($0.variables.prefix(Self.mostVariables)), columns: Self.picture($0.columns))
    }
    request.orbit?.points = Self.picture(orbit?.points ?? 1)
    request.bars = bars.flatMap { Self.clamp($0, to: populations) }
    request.weights = weights.flatMap { Self.clamp($0, to: projections) }
    request.rates = rates.map { Rates(columns: Self.picture($0.columns)) }
    request.intervals = intervals.flatMap {
      populations.indices.contains($0.population)
        ? Intervals(population: $0.population, bins: Self.picture($0.bins)) : nil
    }
    request.spread = spread.flatMap {
      populations.indices.contains($0.population)
        ? Spread(population: $0.population, name: $0.name, bins: Self.picture($0.bins)) : nil
    }
    return request
  }

  /// The window in steps, at least 1.
  func windowSteps(dt: Milliseconds) -> Int {
    let steps = (window.value / dt.value).rounded()
    guard steps >= 1 else { return 1 }
    return steps < Double(Self.longestWindow) ? Int(steps) : Self.longestWindow
  }

  private static func clamp(_ index: Int, to count: Int) -> Int { max(0, min(index, count - 1)) }
  private static func picture(_ size: Int) -> Int { max(1, min(size, largestPicture)) }

  private static func clamp(_ bars: Bars, to populations: [PopulationInfo]) -> Bars? {
    guard populations.indices.contains(bars.population) else { return nil }
    let size = populations[bars.population].size
    let first = clamp(bars.first, to: size)
    let count = max(0, min(bars.count, size - first, largestPicture))
    return Bars(population: bars.population, first: first, count: count)
  }

  /// The most sources of a receptive field; a picture of 256 × 256.
  private static var largestField: Int { 1 << 16 }

  private static func clamp(_ weights: Weights, to projections: [ProjectionInfo]) -> Weights? {
    guard projections.indices.contains(weights.projection) else { return nil }
    let info = projections[weights.projection]
    return Weights(
      projection: weights.projection, rows: picture(weights.rows), columns: picture(weights.columns),
      cursorPost: clamp(weights.cursorPost, to: info.targetCount),
      cursorPre: clamp(weights.cursorPre, to: info.sourceCount),
      showsField: weights.showsField && info.sourceCount <= largestField)
  }
}
