/// Messages about numbers, units and distributions.
import Basics
import NetworkModel

extension Complaint {
  // MARK: Quantities

  static func notFinite(_ text: String, what: String) -> Complaint {
    Complaint("\(what) must be a finite number, not \(quoted(text))")
  }

  static func notANumber(_ text: String, what: String, _ dimension: Dimension) -> Complaint {
    var hint = "write \(name(of: dimension)), for example `\(example(dimension))`"
    if text.contains("−") || text.contains("–") { hint = "use the plain minus sign -" }
    return Complaint("\(quoted(text)) is no number for \(what)", hint: hint)
  }

  static func missingUnit(_ text: String, what: String, _ dimension: Dimension) -> Complaint {
    Complaint("\(what) needs a unit of \(dimension.rawValue)", hint: "did you mean `\(text) \(dimension.baseUnit)`?")
  }

  static func unknownUnit(_ symbol: String, text: String, what: String, _ dimension: Dimension) -> Complaint {
    if symbol.hasPrefix(",") {
      return Complaint("\(quoted(text)) is no number for \(what)", hint: "decimals are written with a point: 0.5")
    }
    let own = Unit.all.filter { $0.dimension == dimension }.map(\.symbol)
    if dimension == .none { return Complaint("\(what) is a plain number; \(quoted(symbol)) is no part of it") }
    let nearest =
      Spelling.nearest(to: symbol, among: own) ?? Spelling.nearest(to: symbol, among: Unit.all.map(\.symbol))
    let hint = nearest.map { "did you mean \(quoted($0))?" } ?? "\(what) is \(name(of: dimension)): \(list(own))"
    return Complaint("unknown unit \(quoted(symbol)) for \(what)", hint: hint)
  }

  static func wrongDimension(_ unit: Unit, text: String, what: String, _ dimension: Dimension) -> Complaint {
    if dimension == .none {
      return Complaint(
        "\(what) has no unit here, but \(quoted(text)) has \(unit.symbol)", hint: "write the number alone")
    }
    let found =
      unit.dimension == .steps
      ? "\(quoted(text)) counts steps" : "\(unit.symbol) is a unit of \(unit.dimension.rawValue)"
    return Complaint("\(what) is \(name(of: dimension)), but \(found)", hint: "for example `\(example(dimension))`")
  }

  private static func example(_ dimension: Dimension) -> String {
    switch dimension {
    case .none: "1"
    case .time: "20 ms"
    case .steps: "64 steps"
    case .voltage: "-65 mV"
    case .current: "0.3 nA"
    case .capacitance: "0.2 nF"
    case .resistance: "10 MOhm"
    case .conductance: "0.01 uS"
    case .rate: "10 Hz"
    }
  }

  // MARK: Ranges

  static func outOfRange(_ value: Double, _ range: ClosedRange<Double>, _ dimension: Dimension, what: String)
    -> Complaint
  {
    Complaint(
      "\(what) cannot be \(quantity(value, dimension))",
      hint: "it lies between \(quantity(range.lowerBound, dimension)) and \(quantity(range.upperBound, dimension))")
  }

  static func outOfRange(_ value: Int, _ range: ClosedRange<Int>, what: String) -> Complaint {
    let hint =
      range.upperBound == .max
      ? "it is \(range.lowerBound) or more" : "it lies between \(range.lowerBound) and \(range.upperBound)"
    return Complaint("\(what) cannot be \(value)", hint: hint)
  }

  static func mustBeAboveZero(_ value: Double, _ dimension: Dimension, what: String) -> Complaint {
    Complaint("\(what) cannot be \(quantity(value, dimension))", hint: "it must be above 0")
  }

  static func notWhole(_ text: String, what: String) -> Complaint {
    Complaint("\(what) must be a whole number, not \(quoted(text))")
  }

  static func notBoolean(_ text: String, what: String) -> Complaint {
    Complaint("\(what) must be true or false, not \(quoted(text))")
  }

  static func unknownWord(_ word: String, what: String, known: [String]) -> Complaint {
    Complaint("\(quoted(word)) is unknown for \(what)", hint: suggestion(for: word, among: known))
  }

  static func notAllowed(
    _ value: Double, _ source: ValueSource, _ allowed: ClosedRange<Double>, excludesLowerBound: Bool,
    _ dimension: Dimension, what: String
  ) -> Complaint {
    let isDrawn = !value.isFinite || source.single == nil
    let shown = value.isFinite ? quantity(value, dimension) : value < 0 ? "any low value" : "any high value"
    var limits = (excludesLowerBound ? "above " : "at least ") + quantity(allowed.lowerBound, dimension)
    if allowed.upperBound < 1e9 { limits += " and at most " + quantity(allowed.upperBound, dimension) }
    let repair = value.isFinite ? "" : "; give the distribution a `\(value < 0 ? "min" : "max")`"
    return Complaint(
      "\(what) \(isDrawn ? "could come out as" : "cannot be") \(shown)", hint: "it must be \(limits)\(repair)")
  }

  // MARK: Distributions and lists

  static func badDistribution(_ text: String, _ dimension: Dimension) -> Complaint {
    let unit = dimension == .none ? "" : " " + dimension.baseUnit
    return Complaint("\(quoted(text)) is no distribution", hint: "for example `uniform(1\(unit), 2\(unit))`")
  }

  static func badArguments(_ name: String, _ names: [String], optional: [String]) -> Complaint {
    let signature = (names + optional.map { "\($0): …" }).joined(separator: ", ")
    return Complaint("the arguments of \(name) do not fit", hint: "write `\(name)(\(signature))`")
  }

  static func boundsExchanged(_ low: Double, _ high: Double, _ dimension: Dimension, what: String) -> Complaint {
    Complaint(
      "the lower bound of \(what), \(quantity(low, dimension)), is above the upper, \(quantity(high, dimension))",
      hint: "exchange them")
  }

  static func negativeDeviation(what: String) -> Complaint {
    Complaint("the deviation of \(what) is negative", hint: "a standard deviation is 0 or more")
  }

  static func unreachableBounds(what: String) -> Complaint {
    Complaint(
      "the bounds of \(what) leave out nearly everything that is drawn",
      hint: "they must come within four deviations of the mean and lie apart")
  }

  static func lognormalRange(what: String) -> Complaint {
    Complaint(
      "mu and sigma of \(what) are out of range",
      hint: "they are those of the logarithm: mu from -40 to 40, sigma from 0 to 8")
  }

  static func wrongCount(_ count: Int, expected: Int, what: String) -> Complaint {
    Complaint(
      "\(count) \(count == 1 ? "value" : "values") for \(what), but \(expected) are needed", hint: "one for each")
  }

  static func countUnknown(what: String) -> Complaint {
    Complaint(
      "\(what) cannot be a list or a file with this connector",
      hint:
        "give one value or a distribution, or write it beside each synapse: `connect: {list: [[pre, post, weight, delay]]}`"
    )
  }

  // MARK: Time

  static func roundedToGrid(_ value: Double, used: Double, dt: Double, what: String) -> Complaint {
    Complaint(
      "\(what) of \(number(value)) ms is not on the grid of dt = \(number(dt)) ms", hint: "\(short(used)) ms is used")
  }

  static func roundedToWhole(_ value: Double, what: String) -> Complaint {
    Complaint("\(what) of \(number(value)) steps is not whole", hint: "\(number(value.rounded())) steps is used")
  }

  /// Without the noise of a product with dt.
  private static func short(_ value: Double) -> String { number((value * 1e9).rounded() / 1e9) }

  static func tooManySteps(_ time: Double, dt: Double, what: String) -> Complaint {
    Complaint(
      "\(what) of \(number(time)) ms is more than 10^15 steps of dt = \(number(dt)) ms", hint: "make it shorter")
  }

  static func beforeTheBeginning(_ time: Double, what: String) -> Complaint {
    Complaint("\(what) cannot be \(number(time)) ms", hint: "time begins at 0 ms")
  }

  static func spikeTimeNotAboveZero(_ time: Double) -> Complaint {
    Complaint(
      "a spike cannot be at \(number(time)) ms", hint: "the first step ends at dt; nearer to 0 there is nothing")
  }

  static func timesNotAscending(_ time: Double, after last: Double) -> Complaint {
    Complaint(
      "the spike at \(number(time)) ms comes after the one at \(number(last)) ms", hint: "write times ascending")
  }

  static func spikesInOneStep(_ time: Double, dt: Double) -> Complaint {
    Complaint(
      "the spike at \(number(time)) ms falls into the same step as the one before it",
      hint: "a neuron fires once in a step of \(number(dt)) ms at most; make dt smaller")
  }
}
