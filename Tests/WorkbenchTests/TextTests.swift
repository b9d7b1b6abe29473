/// Numbers, speeds and neurons in words, and words as numbers, speeds and neurons.
import Basics
import Debugger
import NetworkModel
import Terminal
import Testing

@testable import Workbench

@Suite struct TextTests {
  @Test(arguments: [
    (20.0, "20"), (-49, "-49"), (0.0162, "0.0162"), (0, "0"), (-0.0, "0"), (1234.5678, "1235"), (99.996, "100"),
    (9.9996, "10"), (0.1 + 0.2, "0.3"), (1e-7, "1e-7"), (-2.5e-9, "-2.5e-9"), (1e12, "1e12"),
    (123_456_789, "123456789"),
    (0.00002, "0.00002"), (.infinity, "∞"), (-.infinity, "-∞"), (.nan, "–"), (.leastNonzeroMagnitude, "5e-324"),
    (-0.00001234, "-0.00001234"),
  ])
  func significantDigits(value: Double, text: String) { #expect(NumberText.significant(value) == text) }

  @Test func everyFiniteNumberReadsBackWithinItsDigits() {
    var random = SplitMix(seed: 7)
    for _ in 0..<20_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      let back = Double(NumberText.significant(value, digits: 6))
      #expect(abs((back ?? .nan) - value) <= 1e-5 * abs(value), "\(value)")
    }
  }

  @Test func quantitiesAndTimes() {
    #expect(NumberText.quantity(-52.25, .voltage) == "-52.25 mV")
    #expect(NumberText.quantity(1, .steps) == "1 step")
    #expect(NumberText.quantity(0.5, .none) == "0.5")
    #expect(NumberText.time(Milliseconds(500)) == "500 ms")
    #expect(NumberText.time(Milliseconds(0.1)) == "0.1 ms")
    #expect(NumberText.time(Milliseconds(12_345.6)) == "12.3456 s")
    #expect(NumberText.grouped(320_014) == "320 014")
    #expect(NumberText.grouped(-1_000) == "-1 000")
    #expect(NumberText.grouped(999) == "999")
  }

  @Test func theLadderGoesUpAndDownOverTheSameRungs() {
    var up = [0.001]
    while up[up.count - 1] < 1000 { up.append(Ladder.above(up[up.count - 1])) }
    #expect(up.count == 19)
    #expect(Array(up[8...11]) == [0.5, 1, 2, 5])
    var down = [1000.0]
    while down[down.count - 1] > 0.001 { down.append(Ladder.below(down[down.count - 1])) }
    #expect(down == up.reversed())
    #expect(Ladder.above(18.2) == 20)
    #expect(Ladder.below(18.2) == 10)
    #expect(Ladder.atMost(0.6) == 0.5)
    #expect(Ladder.atMost(5) == 5)
  }

  @Test(arguments: [
    ("2", Pace.realTime(2)), ("1/10", .realTime(0.1)), ("max", .asFastAsPossible), ("x5", .realTime(5)),
    ("0.25×", .realTime(0.25)), ("Fastest", .asFastAsPossible), ("1/1000", .realTime(0.001)),
  ])
  func speeds(text: String, pace: Pace) { #expect(PaceText.parse(text) == pace) }

  @Test(arguments: ["", "0", "-1", "1/0", "nan", "inf", "1e-9", "1/2/3", "fast", "1e9", "/", "1/"])
  func noSpeeds(text: String) { #expect(PaceText.parse(text) == nil) }

  @Test func speedsInWords() {
    #expect(PaceText.text(.realTime(1)) == "real time")
    #expect(PaceText.text(.realTime(0.02)) == "1/50 of real time")
    #expect(PaceText.text(.realTime(0.3)) == "0.3 × real time")
    #expect(PaceText.text(.realTime(20)) == "20 × real time")
  }

  @Test func neuronsByName() throws {
    func ranges(_ text: String, _ network: NetworkSummary) throws -> [ClosedRange<Int>] {
      try NamedNeurons(parsing: text, in: network).selection.ranges
    }
    #expect(try ranges("exc", Networks.cuba) == [0...3199])
    #expect(try ranges("inh[17]", Networks.cuba) == [17...17])
    #expect(try ranges("exc[0, 3,8..9]", Networks.cuba) == [0...0, 3...3, 8...9])
    #expect(try ranges("exc[5..9,2..6,10]", Networks.cuba) == [2...10])
    #expect(try ranges("input[2,5]", Networks.digits) == [21...21])
    #expect(try ranges("input[2,5,7]", Networks.digits) == [2...2, 5...5, 7...7])
    #expect(try NamedNeurons(parsing: "output[0..9]", in: Networks.digits).isWhole)
  }

  @Test(arguments: [
    ("exx[1]", SelectionError.unknownPopulation("exx", nearest: "exc")),
    ("exc[3200]", .outOfRange(3200, population: "exc", size: 3200)), ("exc[", .malformed("exc[")),
    ("exc[]", .malformed("exc[]")), ("exc[1", .malformed("exc[1")), ("exc[-1]", .malformed("exc[-1]")),
    ("exc[9..3]", .malformed("exc[9..3]")), ("exc[1...3]", .malformed("exc[1...3]")), ("exc[a]", .malformed("exc[a]")),
    ("exc[1,]", .malformed("exc[1,]")), ("exc[99999999999999999999]", .malformed("exc[99999999999999999999]")),
    ("", .unknownPopulation("", nearest: nil)),
  ])
  func namesOfNoNeurons(text: String, error: SelectionError) {
    #expect(throws: error) { try NamedNeurons(parsing: text, in: Networks.cuba) }
  }

  @Test func wrappingKeepsWordsAndCutsOnlyWhatCannotFit() {
    #expect(LineBreaking.lines("one two  three", width: 7) == ["one two", "three"])
    #expect(LineBreaking.lines("abcdefgh ij", width: 3) == ["abc", "def", "gh", "ij"])
    #expect(LineBreaking.lines("", width: 5).isEmpty)
    #expect(LineBreaking.lines("a b", width: 0) == ["a", "b"])
    #expect(LineBreaking.lines("a 名字很长的网络，b", width: 7) == ["a 名字", "很长的", "网络，b"])
    #expect(LineBreaking.lines("名字很。长", width: 6) == ["名字", "很。长"])
    #expect(LineBreaking.lines("名字", width: 1) == ["名", "字"])
    let lines = AboutText.lines(of: Networks.digits, width: 30)
    #expect(lines.allSatisfy { $0.count <= 30 })
    #expect(lines.contains("hidden: 128 × IF_discrete"))
  }

  @Test func paragraphsAreJoinedAndListsAreNot() {
    let text = "\nOne line\nand its end.\n\n- a point\n  indented\nand on\n* another\n\n\n网络在\n这里 is\nhere\n"
    #expect(
      AboutText.paragraphs(text) == [
        ["One line and its end."], ["- a point", "  indented and on", "* another"], ["网络在这里 is here"],
      ])
    #expect(AboutText.paragraphs(" \n").isEmpty)
  }

  private func edit(_ field: inout TextField, _ key: Key) -> Bool { field.edit(key) }

  @Test func editingALine() {
    var field = TextField(text: "15 ms")
    let keys: [Key] = [.home, .delete, .character("2"), .end, .backspace, .left, .character("x"), .control("w")]
    #expect(keys.allSatisfy { edit(&field, $0) })
    #expect(field.text == "25 m")
    #expect(field.cursor == 3)
    let more: [Key] = [.control("k"), .control("u"), .backspace, .delete, .left, .right, .control("w")]
    #expect(more.allSatisfy { edit(&field, $0) })
    #expect(field == TextField())
    #expect(!edit(&field, .up))
  }

  @Test func combiningMarksNeverPutTheCursorOutside() {
    var field = TextField()
    let keys: [Key] = [
      .character("e"), .character("\u{301}"), .left, .character("\u{301}"), .right, .right, .backspace,
    ]
    for key in keys {
      _ = field.edit(key)
      #expect((0...field.text.count).contains(field.cursor))
    }
  }
}

/// The finaliser of splitmix64 over a counter: short, seeded, the same everywhere.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
