/// Keys by name.
import Terminal
import Testing

@Suite struct KeyTests {
  static let all: [Key] =
    [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
    ] + (1...12).map { .function($0) } + " aZ.,:[é漢F".map { .character($0) } + "azl \\".map { .control($0) }

  @Test(arguments: all) func labelIsReadBack(key: Key) {
    #expect(Key(label: key.label) == key)
  }

  @Test func peopleTypeNamesTheirOwnWay() {
    #expect(Key(label: "up") == .up)
    #expect(Key(label: "ESC") == .escape)
    #expect(Key(label: "ctrl-L") == .control("l"))
    #expect(Key(label: "f10") == .function(10))
    #expect(Key(label: "pagedown") == .pageDown)
  }

  @Test(arguments: ["", "nonsense", "F0", "F64", "F-1", "Ctrl-", "Ctrl-ab", "ctrl"])
  func othersAreNoKeys(label: String) {
    #expect(Key(label: label) == nil)
  }
}
