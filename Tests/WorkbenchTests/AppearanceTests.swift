/// Themes and glyphs by key and by name.
import Terminal
import Testing
import Workbench

struct AppearanceTests {
  @Test func keysGoThroughAllOfThem() {
    var store = Store()
    var themes: [ThemeName] = []
    var glyphs: [GlyphSet] = []
    for _ in 0..<4 {
      store.type([.character("%"), .character("&")])
      themes.append(store.state.appearance.theme)
      glyphs.append(store.state.appearance.capabilities.glyphs)
    }
    #expect(themes == [.light, .contrast, .mono, .dark])
    #expect(glyphs == [.eighths, .blocks, .ascii, .braille])
  }

  @Test func namesChooseOne() {
    var store = Store()
    store.enter(":theme mono")
    #expect(store.state.appearance.theme == .mono)
    store.enter(":glyphs ascii")
    #expect(store.state.appearance.capabilities.glyphs == .ascii)
    store.enter(":theme dusk")
    #expect(store.state.message?.text == "there is no theme \"dusk\" · there is dark, light, contrast, mono")
  }

  @Test func aTerminalOfSevenBitsStaysSo() {
    var store = Store()
    store.state.appearance.capabilities = ScreenCapabilities(colors: .none, glyphs: .ascii)
    store.type([.character("&")])
    #expect(store.state.message == Message(.error, "this terminal shows characters of 7 bits alone"))
    #expect(store.state.appearance.capabilities.glyphs == .ascii)
    store.type([.character("%")])
    #expect(store.state.message?.text == "theme light · this terminal shows no colours")
  }
}
