/// Units, times and the fingerprint of a state.
import Basics
import Testing

@Suite struct QuantityTests {
  @Test func everyUnitIsFoundAndEveryDimensionHasItsBaseUnit() {
    #expect(Set(Unit.all.map(\.symbol)).count == Unit.all.count)
    for unit in Unit.all { #expect(Unit.named(unit.symbol) == unit) }
    for dimension in Dimension.allCases where dimension != .none {
      let base = Unit.named(dimension.baseUnit)
      #expect(base?.scale == 1 && base?.dimension == dimension)
    }
    #expect(Unit.named("mv") == nil)
  }

  /// mV / MΩ = nA, nF · MΩ = ms, µS · mV = nA: in SI, so that a wrong scale shows.
  @Test func baseUnitsFitTogetherWithoutFactors() {
    let (volt, ohm, farad, siemens, ampere) = (1e-3, 1e6, 1e-9, 1e-6, 1e-9)
    #expect(abs(volt / ohm / ampere - 1) < 1e-12)
    #expect(abs(farad * ohm / 1e-3 - 1) < 1e-12)
    #expect(abs(siemens * volt / ampere - 1) < 1e-12)
    for (symbol, base, factor) in [
      ("V", "mV", 1e3), ("pA", "nA", 1e-3), ("pF", "nF", 1e-3), ("nS", "µS", 1e-3), ("s", "ms", 1e3),
    ] {
      #expect(Unit.named(symbol)?.scale == factor && Unit.named(symbol)?.dimension.baseUnit == base)
    }
  }

  @Test func timesGoToTheNearestStep() {
    let dt = Milliseconds(0.1)
    #expect(Milliseconds(0.3).ticks(dt: dt) == 3)
    #expect(Milliseconds(0.26).ticks(dt: dt) == 3)
    #expect(Milliseconds(100_000.1).ticks(dt: dt) == 1_000_001)
    #expect(Tick(5).time(dt: dt).value == 0.5)
    #expect(Tick(1) < Tick(2) && Milliseconds(1) < Milliseconds(1.5))
  }

  @Test func theFingerprintSeesValueAndOrderButNotTheSignOfZero() {
    func hash(_ values: [Double]) -> UInt64 {
      var hash = StateHash()
      for value in values { hash.add(value) }
      return hash.value
    }
    #expect(hash([1, 2]) == hash([1, 2]))
    #expect(hash([1, 2]) != hash([2, 1]))
    #expect(hash([1]) != hash([1, 0]))
    #expect(hash([0]) == hash([-0.0]))
    #expect(hash([1]) != hash([1 + Double.ulpOfOne]))
    #expect(StateHash.text(0xAB) == "00000000000000ab")
  }

  @Test func aFieldAllowsWhatItSays() {
    let positive = ParameterField("x", .time, default: 1, in: 0...10, excludesLowerBound: true, doc: "")
    #expect(positive.allows(10) && positive.allows(1e-300))
    #expect(!positive.allows(0) && !positive.allows(10.1) && !positive.allows(.nan) && !positive.allows(.infinity))
    #expect(!ParameterField("c", choices: ["a"], doc: "").allows(0))
  }

  @Test func closeToZeroTheLogarithmKeepsItsDigits() {
    #expect(Elementary.logOnePlus(-1e-18) == -1e-18)
    #expect(abs(Elementary.expMinusOne(1e-18) - 1e-18) < 1e-33)
  }
}
