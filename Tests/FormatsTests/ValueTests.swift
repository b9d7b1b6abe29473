/// Numbers, quantities, selections and spellings, held against tables that were written by hand.
import Basics
import NetworkModel
import Testing

@testable import Formats

@Suite struct ValueTests {
  @Test(
    arguments: [
      ("20 ms", .time, 20), ("20ms", .time, 20), (" 1.5  s ", .time, 1500), ("1e3 us", .time, 1),
      ("2 min", .time, 120_000),
      ("-49 mV", .voltage, -49), ("-.065 V", .voltage, -65), ("300 pA", .current, 0.3), ("0.3 nA", .current, 0.3),
      ("1 µA", .current, 1000), ("200 pF", .capacitance, 0.2), ("10 MΩ", .resistance, 10),
      ("1 GOhm", .resistance, 1000),
      ("7 nS", .conductance, 0.007), ("10 1/s", .rate, 10), ("1/4 kHz", .rate, 250), ("64 steps", .steps, 64),
      ("64", .steps, 64), ("1 step", .steps, 1), ("1/16", .none, 0.0625), ("+2.5E-1", .none, 0.25), ("5.", .none, 5),
    ] as [(String, Dimension, Double)])
  func quantities(_ text: String, _ dimension: Dimension, _ value: Double) {
    #expect(QuantityText.read(text, dimension, what: "x") == .success(value))
  }

  @Test(
    arguments: [
      ("20", .time), ("20 mV", .time), ("ms", .time), ("20 ms 3", .time), ("20 20 ms", .time), ("", .time),
      ("20 Ms", .time),
      ("1e999 ms", .time), ("nan ms", .time), ("-inf", .none), ("0x10", .none), ("1_000", .none), ("1 steps", .none),
      ("1 ms", .steps), ("1/0", .none), ("1,5", .none), ("--1", .none), ("1e", .none), ("٣ ms", .time),
      ("20 ms", .voltage),
    ] as [(String, Dimension)])
  func noQuantities(_ text: String, _ dimension: Dimension) {
    #expect(throws: Complaint.self) { try QuantityText.read(text, dimension, what: "x").get() }
  }

  /// A document's number is the nearest double to what is written, whatever the unit: 0.3 nA and 300 pA are the same.
  @Test func scalesDoNotAddNoise() throws {
    for thousandths in 1...3000 {
      let micro = try QuantityText.read("\(thousandths) us", .time, what: "x").get()
      #expect(micro == Double(thousandths) / 1000)
    }
  }

  @Test(
    arguments: [
      ("exc", "exc", nil), ("exc[17]", "exc", [17...17]), ("exc[0..99]", "exc", [0...99]),
      (" exc [ 0, 3 ,8 .. 9] ", "exc", [0...0, 3...3, 8...9]), ("神经元[1]", "神经元", [1...1]), ("a-b_2", "a-b_2", nil),
    ] as [(String, String, [ClosedRange<Int>]?)])
  func selections(_ text: String, _ name: String, _ ranges: [ClosedRange<Int>]?) throws {
    let selection = try #require(SelectionText(text))
    #expect(selection.population == name)
    #expect(selection.items?.map { $0.lower...$0.upper } == ranges)
  }

  @Test(arguments: [
    "", "[0]", "exc[", "exc]", "exc[]", "exc[,]", "exc[1,]", "exc[1...2]", "exc[1..]", "exc[..2]", "exc[-1]", "exc[+1]",
    "exc[1.5]", "exc[a]", "exc[1]x", "exc[[1]]", "3exc", "e xc", "exc.v", "exc[0x1]",
  ])
  func noSelections(_ text: String) {
    #expect(SelectionText(text) == nil)
  }

  @Test(arguments: [
    ("p00", "p*", true), ("p00", "p??", true), ("p00", "p?", false), ("label", "p*", false), ("", "*", true),
    ("", "", true),
    ("abcbc", "a*bc", true), ("abcbcd", "a*bc", false), ("a", "**", true), ("aaaaab", "*a*a*a*b", true),
    ("p", "P", false),
  ])
  func globs(_ name: String, _ pattern: String, _ matches: Bool) {
    #expect(Glob.matches(name, pattern: pattern) == matches)
  }
}
