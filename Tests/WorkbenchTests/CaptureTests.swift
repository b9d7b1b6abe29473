/// `:screenshot` and `:plot`: what is asked for, and what is refused.
import Basics
import Terminal
import Testing

@testable import Workbench

@Suite struct CaptureTests {
  @Test(arguments: ["a.svg", "folder/b.ans", "c.txt"])
  func theFileThatWasNamedIsWritten(_ file: String) {
    var store = Store()
    let effects = store.enter(":screenshot \(file)")
    #expect(effects == [.capture(CaptureRequest(.screen, file: file, isNamed: true))])
  }

  @Test func withoutANameItSaysWhichNetworkAndWhen() throws {
    var store = Store()
    store.state.documentName = "folder/net.yaml"
    store.state.tick = Tick(12_345)
    guard case .capture(let request)? = store.enter(":screenshot").first else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(request == CaptureRequest(.screen, file: "net-1235ms.svg", isNamed: false))
  }

  @Test(arguments: ["a", "a.png", ".svg", "a.svg.gz"])
  func anUnknownEndingIsRefusedWithThoseThatThereAre(_ file: String) {
    var store = Store()
    #expect(store.enter(":screenshot \(file)").isEmpty)
    #expect(
      store.state.message == Message(.error, "\(file) has no ending that says how to write it · .svg, .ans or .txt"))
    var other = Store()
    #expect(other.enter(":plot \(file)").isEmpty)
    #expect(other.state.message?.text.hasSuffix("· .svg") == true)
  }

  @Test func aPlotIsOfThePaneWithTheFocus() {
    var store = Store()
    store.state.focus = .trace
    #expect(store.enter(":plot v.svg") == [.capture(CaptureRequest(.pane(.trace), file: "v.svg", isNamed: true))])
  }

  @Test func whatCameOfItIsTold() {
    var store = Store()
    store.send(.told(Message(.info, "wrote a.svg"))) { $0.message = Message(.info, "wrote a.svg") }
  }
}
