/// The table of widths against the C library's, which is made from the same standard by other people.
import Foundation
@testable import NcursesScreen
import Terminal
import Testing

@Suite struct CharacterWidthTests {
  @Test func textAndPictures() {
    #expect(CharacterWidth.columns(of: "Vogels–Abbott µS") == 16)
    #expect(CharacterWidth.columns(of: "神经元") == 6)
    #expect(CharacterWidth.columns(of: "e\u{301}") == 1)
    #expect(CharacterWidth.columns(of: "a\u{1B}[m") == 4)
    #expect(CharacterWidth.columns(of: "⣿▏█╭┼→Δ") == 7)
    #expect(CharacterWidth.columns(of: "🙂⌚⚡") == 6)
  }

  /// Versions of Unicode and matters of opinion move a handful of the many; a wrong range moves more.
  @Test func agreesWithTheLibrary() throws {
    let locale = unsafe try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
    let former = unsafe uselocale(locale)
    defer {
      unsafe uselocale(former)
      unsafe freelocale(locale)
    }
    var compared = 0
    var different: [UInt32] = []
    for value in UInt32(0x20)..<0x20000 {
      guard let scalar = Unicode.Scalar(value), !CharacterWidth.isControl(scalar) else { continue }
      let library = CellWriter.columnsInLibrary(value)
      guard library >= 0 else { continue }
      compared += 1
      if Int(library) != CharacterWidth.columns(of: scalar) { different.append(value) }
    }
    #expect(compared > 60_000)
    #expect(different.count < 30, "\(different.prefix(40).map { String($0, radix: 16) })")
  }
}
