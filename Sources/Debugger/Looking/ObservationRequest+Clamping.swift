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
  func clamped(
    to populations: [PopulationInfo], _ projections: [ProjectionInfo], _ order: NeuronOrder, dt: Milliseconds
  ) -> Self {
    var request = self
    request.neuron.population = Self.clamp(neuron.population, to: populations.count)
    if !populations.isEmpty {
      request.neuron.index = Self.clamp(neuron.index, to: populations[request.neuron.population].size)
    }
    request.window = Milliseconds(Double(windowSteps(dt: dt)) * dt.value)
    request.raster = raster.map { raster in
      Raster(
        columns: Self.picture(raster.columns), rows: Self.picture(raster.rows),
        page: raster.page.flatMap { Self.clamp($0, to: order, most: Self.picture(raster.rows)) },
        showsVoltage: raster.showsVoltage)
    }
    request.trace?.columns = Self.picture(trace?.columns ?? 1)
    request.trace?.cursors = Array((trace?.cursors ?? []).prefix(Self.mostCursors))
    request.states = states.map {
      States(variables: Array($0.variables.prefix(Self.mostVariables)), columns: Self.picture($0.columns))
    }
    request.orbit?.points = Self.picture(orbit?.points ?? 1)
    request.bars = bars.flatMap { Self.clamp($0, to: order, most: Self.largestPicture) }
    request.weights = weights.flatMap { Self.clamp($0, to: projections) }
    request.fan = fan.map {
      Fan(isOutgoing: $0.isOutgoing, first: max(0, $0.first), count: Self.picture($0.count))
    }
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

  private static func clamp(_ page: Page, to order: NeuronOrder, most: Int) -> Page? {
    guard (0..<order.populations).contains(page.population) else { return nil }
    let size = order.count(of: page.population)
    let first = clamp(page.first, to: size)
    let count = max(0, min(page.count, size - first, most))
    return Page(population: page.population, first: first, count: count)
  }

  /// The most weights that are copied one by one: a picture of 512 × 512, or many smaller ones.
  private static var mostWeights: Int { 1 << 18 }

  private static func clamp(_ weights: Weights, to projections: [ProjectionInfo]) -> Weights? {
    guard projections.indices.contains(weights.projection) else { return nil }
    let info = projections[weights.projection]
    let fields = weights.fields.filter { $0 >= 0 && $0 < info.targetCount }
    let hasTiles = weights.rows > 0 && weights.columns > 0
    return Weights(
      projection: weights.projection, rows: hasTiles ? picture(weights.rows) : 0,
      columns: hasTiles ? picture(weights.columns) : 0, cursorPost: clamp(weights.cursorPost, to: info.targetCount),
      cursorPre: clamp(weights.cursorPre, to: info.sourceCount),
      fields: Array(fields.prefix(mostWeights / max(1, info.sourceCount))),
      bins: max(0, min(weights.bins, largestPicture)))
  }
}
