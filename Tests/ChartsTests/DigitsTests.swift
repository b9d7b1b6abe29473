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

  @Test func `Numbers beyond all measure`() {
    #expect(Digits.fixed(.nan, 2) == "?")
    #expect(Digits.fixed(-.infinity, 2) == "-inf")
    #expect(Digits.fixed(.greatestFiniteMagnitude, 2).hasSuffix("e+308"))
    #expect(Digits.fixed(-0.0001, 2) == "0.00")
    #expect(Digits.fixed(12_345.678, -3) == "12346")
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
