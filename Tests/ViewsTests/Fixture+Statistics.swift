/// Made-up statistics of whole populations in the shape of a request.
import Analysis
import Basics
import Debugger
import Support

extension Fixture {
  /// A wave in each population that fires, with a part of the past that is not kept.
  func rateCurves(_ request: ObservationRequest.Rates, _ whole: ObservationRequest) -> RateCurvesSnapshot {
    var rates: [Float] = []
    for (index, population) in network.populations.enumerated() {
      for column in 0..<request.columns {
        let wave = Float((column * (index + 2)) % 40) / 40
        rates.append(column < 5 ? .nan : population.fires ? 4 + 30 * wave * (1 - wave) : 0)
      }
    }
    return RateCurvesSnapshot(
      columns: request.columns, rates: rates, end: Tick(tick).time(dt: network.dt), window: whole.window)
  }

  /// What falls off like the intervals of a Poisson process.
  func intervals(_ request: ObservationRequest.Intervals) -> IntervalsSnapshot {
    let counts = (0..<request.bins).map { 900 * (request.bins - $0) / request.bins * 7 / ($0 + 7) }
    let statistics = TrainStatistics(
      neurons: network.populations[request.population].size, spikes: 8765,
      intervals: Histogram(counts: counts, range: 0...200, mean: 48.7, deviation: 44.1), cv: 0.91, cvNeurons: 1234,
      fano: 0.87, synchrony: 0.06, synchronyBin: Milliseconds(5))
    return IntervalsSnapshot(population: request.population, statistics: statistics, stride: 1)
  }

  /// A bell that leans on the threshold.
  func spread(_ request: ObservationRequest.Spread) -> SpreadSnapshot {
    let counts = (0..<request.bins).map { bin in
      let x = Double(bin) / Double(request.bins)
      return Int(400 * x * x * (1 - x) * 6)
    }
    let histogram = Histogram(counts: counts, range: -60...(-50), mean: -54.1, deviation: 2.2)
    return SpreadSnapshot(population: request.population, name: request.name, histogram: histogram, stride: 1)
  }

  /// What grows like a root from a rheobase on: on both sides of nothing, so that CUBA's curve begins below 0.
  func firingCurve(_ request: FiringCurveRequest) -> FiringCurve {
    let rheobase = request.model == "HH_squid" ? 6.3 : -0.01
    let span = request.model == "HH_squid" ? 40.0 : 0.08
    let currents = (0...80).map { min(0, 2 * rheobase) + span * Double($0) / 80 }
    let rates = currents.map { $0 < rheobase ? 0 : 20 + 600 * (($0 - rheobase) / span).squareRoot() / 8 }
    return FiringCurve(request: request, currents: currents, rates: rates, rheobase: rheobase)
  }
}
