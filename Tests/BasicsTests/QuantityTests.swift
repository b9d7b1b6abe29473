/// Quantities as people type them, and the nearest right spelling where they mistype.
import Basics
import Testing

@Suite struct QuantityTests {
  @Test(arguments: [
    ("15 ms", 15, Dimension.time), ("-0.3nA", -0.3, .current), ("2e-3 nF", 0.002, .capacitance), ("1.5 s", 1500, .time),
    ("300 pA", 0.3, .current), ("−52 mV", -52, .voltage), ("+5kHz", 5000, .rate), (" 7\tµS ", 7, .conductance),
    ("12 steps", 12, .steps), ("1E2 us", 0.1, .time), (".5 V", 500, .voltage), ("5 1/s", 5, .rate),
    ("10 MΩ", 10, .resistance),
  ])
  func unitsBecomeBaseUnits(text: String, value: Double, dimension: Dimension) throws {
    let quantity = try Quantity(parsing: text)
    #expect(abs(quantity.value - value) <= 1e-12 * abs(value))
    #expect(quantity.dimension == dimension)
  }

  @Test(arguments: [("0.5", 0.5), ("-3", -3), ("1e3", 1000), ("7.", 7)])
  func aBareNumberHasNoDimension(text: String, value: Double) throws {
    #expect(try Quantity(parsing: text) == Quantity(value: value, dimension: nil))
    #expect(try Quantity.value(of: text, expecting: .voltage) == value)
  }

  @Test(arguments: ["", " ", "ms", "-", ".", "-.", "e3", "nan", "inf", "--5 mV", "x5", "0x10 mV", "+-3", "٣ mV"])
  func whatDoesNotBeginWithANumberIsRefused(text: String) {
    let isRefused: Bool
    do throws(QuantityError) {
      _ = try Quantity(parsing: text)
      isRefused = false
    } catch {
      if case .unknownUnit = error { isRefused = text == "0x10 mV" } else { isRefused = error == .notANumber(text) }
    }
    #expect(isRefused)
  }

  @Test(arguments: ["1e999 mV", "-1e400", "1e308 s"])
  func whatIsTooLargeIsRefused(text: String) {
    #expect(throws: QuantityError.notFinite(text)) { try Quantity(parsing: text) }
  }

  @Test func theNearestUnitIsOfTheKindThatIsWanted() {
    #expect(throws: QuantityError.unknownUnit("mv", nearest: "mV")) {
      try Quantity.value(of: "15 mv", expecting: .voltage)
    }
    #expect(throws: QuantityError.unknownUnit("Ms", nearest: "ms")) {
      try Quantity.value(of: "15 Ms", expecting: .time)
    }
    #expect(throws: QuantityError.unknownUnit("e", nearest: "s")) { try Quantity.value(of: "5 e", expecting: .time) }
    #expect(throws: QuantityError.unknownUnit("parsec", nearest: nil)) { try Quantity(parsing: "5 parsec") }
  }

  @Test func aWrongDimensionIsRefused() {
    let wrong = QuantityError.wrongDimension(found: .voltage, expected: .time)
    #expect(throws: wrong) { try Quantity.value(of: "15 mV", expecting: .time) }
    #expect(wrong.description == "a time is wanted, as in 1 ms, and this is a voltage")
    #expect(throws: QuantityError.wrongDimension(found: .time, expected: .none)) {
      try Quantity.value(of: "1 ms", expecting: .none)
    }
  }

  @Test func everyUnitCanBeTyped() throws {
    for unit in Unit.all {
      #expect(try Quantity(parsing: "2 \(unit.symbol)") == Quantity(value: 2 * unit.scale, dimension: unit.dimension))
    }
  }

  @Test(arguments: [
    ("tau_n", "tau_m"), ("TAU_M", "tau_m"), ("v_trehsh", "v_thresh"), ("vrest", "v_rest"), ("v", nil), ("banana", nil),
    ("", nil),
  ])
  func theNearestSpelling(word: String, nearest: String?) {
    #expect(Spelling.nearest(to: word, among: ["tau_m", "v_rest", "v_thresh", "cm"]) == nearest)
  }
}
