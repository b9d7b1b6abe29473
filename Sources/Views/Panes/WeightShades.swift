/// How weights become brightness, or, where all are equal, how densely neurons are connected.
import Charts
import Debugger

struct WeightShades {
  /// Maps the greatest magnitude to 1.
  private var factor: Double
  /// Most weights are small beside the greatest, and would all look like 0: they are shown by the square root. Densities
  /// are not.
  private var isLinear: Bool

  /// For weights of this range.
  init(_ range: ClosedRange<Double>) {
    let greatest = max(abs(range.lowerBound), abs(range.upperBound))
    // Where all weights are equal brightness has nothing to tell, and a quiet one leaves the eye to the other panes.
    let brightness = range.lowerBound < range.upperBound ? 1 : 0.2
    factor = greatest > 0 && greatest.isFinite ? brightness / greatest : 0
    isLinear = false
  }

  /// For the tiles of a projection.
  init(_ weights: WeightsSnapshot) {
    self.init(weights.range)
    let greatest = Double(weights.greatestDensity)
    guard weights.showsDensity, greatest > 0 else { return }
    let weight = weights.range.lowerBound
    factor = weight == 0 ? 0 : (weight < 0 ? -1 : 1) / greatest
    isLinear = true
  }

  /// −1…1; NaN where there is no synapse.
  func callAsFunction(_ value: Double) -> Double {
    let part = value * factor
    if isLinear { return part }
    return part < 0 ? -(-part).squareRoot() : part.squareRoot()
  }

  /// The colour, as a position in a map of both signs; nil where there is no synapse.
  func index(of value: Float, in map: ColorMap) -> Int? {
    value.isNaN ? nil : map.index(of: 0.5 + self(Double(value)) / 2)
  }
}

extension WeightsSnapshot {
  /// Whether tiles tell how many pairs are connected: that is all they can tell where every synapse is as strong as every
  /// other and a tile stands for many pairs. Where all are connected alike they have nothing to tell.
  var showsDensity: Bool { densities.contains { $0 != densities[0] } }

  /// What tiles show.
  var shown: [Float] { showsDensity ? densities : tiles }

  /// Synapses for each pair of neurons, in the tile that has most; 0 where there is none.
  var greatestDensity: Float { densities.reduce(0) { $1 > $0 ? $1 : $0 } }
}
