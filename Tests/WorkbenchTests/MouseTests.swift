/// The mouse: clicks select, drags move borders and sliders, the wheel does what arrows do.
import Basics
import Debugger
import NetworkModel
import Terminal
import Testing

@testable import Workbench

struct MouseTests {
  private let point = Point(x: 5, y: 5)

  @Test func aClickSelectsANeuronAndItsPane() {
    var store = Store()
    let neuron = NeuronAddress(population: 1, index: 17)
    _ = reduce(&store.state, .mouse(Mouse(.press, point), .neuron(neuron, in: .membrane)))
    #expect(store.state.neuron == neuron && store.state.focus == .membrane)
    _ = reduce(&store.state, .mouse(Mouse(.press, point), .synapse(post: 4, pre: 9)))
    #expect(store.state.focus == .weights && store.state.weights.post == 4 && store.state.weights.pre == 9)
    _ = reduce(&store.state, .mouse(Mouse(.press, point), .row(2, slider: nil)))
    #expect(store.state.focus == .inspector && store.state.inspector.row == 2)
    let effects = reduce(&store.state, .mouse(Mouse(.press, point), .command("run-pause")))
    #expect(effects == [.engine(.pause)])
  }

  @Test func aBorderFollowsTheMouse() throws {
    var store = Store()
    _ = reduce(&store.state, .resize(Size(columns: 120, rows: 36)))
    func layout() -> PaneLayout { store.state.layout(in: store.state.size) }
    let before = try #require(layout().borders.first { $0.axis == .columns })
    let start = Point(x: before.lines.x + 1, y: before.lines.y + 3)
    _ = reduce(&store.state, .mouse(Mouse(.press, start), .nothing))
    for distance in [1, -3, 4, 2] {
      _ = reduce(&store.state, .mouse(Mouse(.drag, Point(x: start.x + distance, y: 0)), .nothing))
      #expect(layout().borders.first { $0.axis == .columns }?.lines.x == before.lines.x + distance)
    }
    // As far as the panes allow, and back where the mouse is when it comes back.
    _ = reduce(&store.state, .mouse(Mouse(.drag, Point(x: 0, y: 0)), .nothing))
    #expect(layout().placements.allSatisfy { $0.frame.width >= 24 })
    _ = reduce(&store.state, .mouse(Mouse(.drag, start), .nothing))
    #expect(layout().borders.first { $0.axis == .columns }?.lines.x == before.lines.x)
    _ = reduce(&store.state, .mouse(Mouse(.release, start), .nothing))
    let released = store.state
    _ = reduce(&store.state, .mouse(Mouse(.drag, point), .nothing))
    #expect(store.state == released)
  }

  @Test func aDraggedSliderIsOneChange() throws {
    var store = Store()
    store.document()
    store.takeSnapshot()
    let row = try #require(store.state.inspectorRows.firstIndex { $0.name == "tau_m" })
    let changes = store.state.document?.undo.count ?? 0
    func value() -> ParameterSetting? { store.state.inspectorRows[row].value }
    // The knob stands in the middle, on the default of 20 ms: taking hold of it changes nothing.
    let start = Point(x: 104, y: 8)
    #expect(reduce(&store.state, .mouse(Mouse(.press, start), .row(row, slider: 100..<109))) == [])
    let first = reduce(&store.state, .mouse(Mouse(.drag, Point(x: 106, y: 30)), .nothing))
    #expect(first.count == 2 && value() == .number(63))
    let second = reduce(&store.state, .mouse(Mouse(.drag, Point(x: 300, y: 8)), .nothing))
    #expect(second.count == 1 && value() == .number(200))
    #expect(store.state.message?.text.contains("20 → 200 ms") == true)
    #expect(store.state.document?.undo.count == changes + 1)
    _ = reduce(&store.state, .mouse(Mouse(.drag, Point(x: 102, y: 8)), .nothing))
    #expect(value() == .number(6.3))
    #expect(store.state.document?.spec.populations[0].parameters["tau_m"] == .number(.constant(6.3)))
    _ = reduce(&store.state, .mouse(Mouse(.release, start), .nothing))
    store.type([.character("u")])
    #expect(store.state.document?.spec.populations[0].parameters["tau_m"] == nil)
  }

  @Test func theWheelMovesWhatIsUnderTheMouse() {
    var store = Store()
    _ = reduce(&store.state, .mouse(Mouse(.wheelDown, point), .pane(.membrane)))
    #expect(store.state.neuron.index == 1 && store.state.focus == .raster)
    _ = reduce(&store.state, .mouse(Mouse(.wheelUp, point), .neuron(store.state.neuron, in: .raster)))
    #expect(store.state.neuron.index == 0)
    _ = reduce(&store.state, .mouse(Mouse(.wheelDown, point), .row(0, slider: nil)))
    #expect(store.state.inspector.row == 1)
    let before = store.state
    #expect(reduce(&store.state, .mouse(Mouse(.wheelDown, point), .pane(.energy))) == [])
    #expect(store.state == before)
    store.type([.character("?")])
    _ = reduce(&store.state, .mouse(Mouse(.wheelDown, point), .nothing))
    #expect(store.state.overlay == .help(firstLine: 3))
  }

  @Test func listsAreChosenFromAndLeft() {
    var store = Store()
    store.type([.character("P")])
    _ = reduce(&store.state, .mouse(Mouse(.press, point), .line(2)))
    #expect(store.state.overlay == .presets(selected: 2))
    #expect(reduce(&store.state, .mouse(Mouse(.press, point), .line(2))) == [.load("lif")])
    store.type([.character("V")])
    _ = reduce(&store.state, .mouse(Mouse(.press, point), .line(0)))
    #expect(!store.state.views.contains(.raster) && store.state.overlay == .views(selected: 0))
    _ = reduce(&store.state, .mouse(Mouse(.press, point), .outside))
    #expect(store.state.overlay == nil)
    store.type(":foc".map(Key.character))
    _ = reduce(&store.state, .mouse(Mouse(.press, point), .line(0)))
    #expect(store.state.overlay == .prompt(TextField(text: "focus "), selected: nil))
  }

  @Test func theMouseIsLeftToTheTerminalAndTakenBack() {
    var store = Store()
    store.press(.character("M"), effects: [.takeMouse(false)]) {
      $0.takesMouse = false
      $0.message = Message(.info, "the mouse is the terminal's: it selects text · M takes it back")
    }
    store.press(.character("M"), effects: [.takeMouse(true)]) {
      $0.takesMouse = true
      $0.message = Message(.info, "the mouse selects and drags")
    }
  }

  @Test func aPlaceOnASliderAndItsValueBelongTogether() {
    let scales: [SliderScale] = [
      .linear(standard: 0.2, from: 0, to: 1), .decades(standard: 20), .around(standard: -65, usual: 10),
      .fromZero(standard: 0, usual: 10),
    ]
    for scale in scales {
      for place in stride(from: 0.1, through: 0.9, by: 0.05) {
        let value = scale.value(at: place, step: 0.001)
        #expect(abs(scale.place(of: value) - place) < 0.03, "\(scale) at \(place) is \(value)")
      }
      #expect(scale.value(at: scale.standardPlace + 0.05, step: 0.125) == scale.standard)
      #expect(scale.value(at: -7, step: 0.125).isFinite && scale.value(at: 7, step: 0.125).isFinite)
    }
  }
}
