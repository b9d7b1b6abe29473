/// The physical dimensions of Ganglion and the units in which people write them.

/// What kind of quantity a number is. Inside the program every quantity is kept in the base unit of its dimension.
///
/// The base units fit together without factors: mV / MΩ = nA, nF · MΩ = ms, nA · ms / nF = mV, µS · mV = nA.
package enum Dimension: String, Sendable, Codable, CaseIterable {
  case none, time, steps, voltage, current, capacitance, resistance, conductance, rate

  /// The unit in which values of this dimension are stored and, unless asked otherwise, shown.
  package var baseUnit: String {
    switch self {
    case .none: ""
    case .time: "ms"
    case .steps: "steps"
    case .voltage: "mV"
    case .current: "nA"
    case .capacitance: "nF"
    case .resistance: "MΩ"
    case .conductance: "µS"
    case .rate: "Hz"
    }
  }
}

/// A unit as it is spelled in a document: `mV`, `nA`, `ms`.
package struct Unit: Sendable, Hashable {
  package let symbol: String
  package let dimension: Dimension
  /// One of this unit in base units of its dimension.
  package let scale: Double

  package init(symbol: String, dimension: Dimension, scale: Double) {
    self.symbol = symbol
    self.dimension = dimension
    self.scale = scale
  }

  /// Every unit that a document may use. Letters that keyboards lack have a plain spelling too (`us`, `uS`, `MOhm`).
  package static let all: [Unit] = [
    Unit(symbol: "s", dimension: .time, scale: 1e3),
    Unit(symbol: "ms", dimension: .time, scale: 1),
    Unit(symbol: "us", dimension: .time, scale: 1e-3),
    Unit(symbol: "µs", dimension: .time, scale: 1e-3),
    Unit(symbol: "min", dimension: .time, scale: 60e3),
    Unit(symbol: "step", dimension: .steps, scale: 1),
    Unit(symbol: "steps", dimension: .steps, scale: 1),
    Unit(symbol: "V", dimension: .voltage, scale: 1e3),
    Unit(symbol: "mV", dimension: .voltage, scale: 1),
    Unit(symbol: "uV", dimension: .voltage, scale: 1e-3),
    Unit(symbol: "µV", dimension: .voltage, scale: 1e-3),
    Unit(symbol: "uA", dimension: .current, scale: 1e3),
    Unit(symbol: "µA", dimension: .current, scale: 1e3),
    Unit(symbol: "nA", dimension: .current, scale: 1),
    Unit(symbol: "pA", dimension: .current, scale: 1e-3),
    Unit(symbol: "uF", dimension: .capacitance, scale: 1e3),
    Unit(symbol: "µF", dimension: .capacitance, scale: 1e3),
    Unit(symbol: "nF", dimension: .capacitance, scale: 1),
    Unit(symbol: "pF", dimension: .capacitance, scale: 1e-3),
    Unit(symbol: "MOhm", dimension: .resistance, scale: 1),
    Unit(symbol: "MΩ", dimension: .resistance, scale: 1),
    Unit(symbol: "GOhm", dimension: .resistance, scale: 1e3),
    Unit(symbol: "GΩ", dimension: .resistance, scale: 1e3),
    Unit(symbol: "mS", dimension: .conductance, scale: 1e3),
    Unit(symbol: "uS", dimension: .conductance, scale: 1),
    Unit(symbol: "µS", dimension: .conductance, scale: 1),
    Unit(symbol: "nS", dimension: .conductance, scale: 1e-3),
    Unit(symbol: "Hz", dimension: .rate, scale: 1),
    Unit(symbol: "kHz", dimension: .rate, scale: 1e3),
    Unit(symbol: "1/s", dimension: .rate, scale: 1),
  ]

  private static let bySymbol = Dictionary(all.map { ($0.symbol, $0) }, uniquingKeysWith: { first, _ in first })

  /// The unit spelled `symbol`, or nil. - Complexity: O(1).
  package static func named(_ symbol: String) -> Unit? { bySymbol[symbol] }
}
