/// How raster and weights are shown, by key and in the `:` line.
import Basics
import Debugger
import Terminal
import Testing
import Workbench

@Suite struct LookingTests {
  @Test func aKeyGoesRoundTheWaysToShowTheRaster() {
    var store = Store()
    store.press(.character("v")) {
      $0.rasterMode = .dots
      $0.message = Message(.info, "dots: a row a neuron, a mark a spike")
    }
    store.type([.character("v")])
    #expect(store.state.rasterMode == .density)
    store.type([.character("3"), .character("v")])
    #expect(store.state.rasterMode == .dots)
    store.enter(":focus trace")
    store.press(.character("v"), effects: [.bell]) {
      $0.message = Message(.info, "v does nothing here · ? shows every key")
    }
  }

  @Test func theLineNamesAWayAndGoesThere() {
    var store = Store()
    store.enter(":focus trace")
    store.enter(":raster voltage")
    #expect(store.state.rasterMode == .voltage && store.state.focus == .raster)
    store.enter(":raster colours")
    #expect(store.state.message == Message(.error, "the raster can be automatic, dots, density, voltage"))
    #expect(store.state.rasterMode == .voltage)
  }
}
