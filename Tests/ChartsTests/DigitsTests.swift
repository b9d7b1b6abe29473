/// Numbers as text against Foundation's formatting.
import Charts
import Foundation
import Support
import Testing

struct DigitsTests {
  @Test func `Fixed decimals are those of printf`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<5000 {
      let decimals = Int.random(in: 0...6, using: &random)
      // A tie in decimal is seldom one in binary: an odd last digit keeps clear of both.
      let value = Double(2 * Int.random(in: -500_000...500_000, using: &random) + 1) / 10_000_019
      let expected = String(format: "%.\(decimals)f", value)
      let isZero = !expected.contains { $0 != "-" && $0 != "0" && $0 != "." }
      #expect(Digits.fixed(value, decimals) == (isZero ? expected.replacingOccurrences(of: "-", with: "") : expected))
    }
  }

  @Test func `Digits that count`() {
    #expect(Digits.significant(20) == "20")
    #expect(Digits.significant(-49) == "-49")
    #expect(Digits.significant(0.0162) == "0.0162")
    #expect(Digits.significant(123.456) == "123.5")
    #expect(Digits.significant(1000) == "1000")
    #expect(Digits.significant(0) == "0")
    #expect(Digits.significant(0.000012) == "1.2e-05")
    #expect(Digits.significant(1e12) == "1e+12")
    #expect(Digits.significant(.greatestFiniteMagnitude) == "1.798e+308")
    #expect(Digits.significant(.leastNonzeroMagnitude).hasSuffix("e-324"))
    #expect(Digits.significant(.nan) == "?")
    #expect(Digits.significant(-.infinity) == "-inf")
  }

  @Test func `Groups of three`() {
    #expect(Digits.grouped(0) == "0")
    #expect(Digits.grouped(999) == "999")
    #expect(Digits.grouped(320_014) == "320 014")
    #expect(Digits.grouped(-1_234_567) == "-1 234 567")
    #expect(Digits.grouped(.min) == "-9 223 372 036 854 775 808")
  }

  @Test func `Seconds as fine as the step`() {
    #expect(Digits.seconds(milliseconds: 1234.5, decimals: 4) == "1.234 5")
    #expect(Digits.seconds(milliseconds: 500, decimals: 3) == "0.500")
    #expect(Digits.seconds(milliseconds: 0.001, decimals: 6) == "0.000 001")
  }

  @Test func `Text is filled up on the left`() {
    #expect(Digits.padded("7", 3) == "  7")
    #expect(Digits.padded("1234", 3) == "1234")
  }
}
