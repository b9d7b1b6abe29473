/// The trace as an oscilloscope: trigger, level and cursors by key and in the `:` line.
import Basics
import Debugger
import Terminal
import Testing
import Workbench

struct ScopeTests {
  private func store() -> Store {
    var store = Store()
    store.state.focus = .trace
    return store
  }

  @Test func tGoesThroughTheModes() {
    var store = store()
    let v = "v"
    #expect(store.state.scope.trigger(of: v) == nil)
    store.type([.character("t")])
    #expect(store.state.scope.trigger(of: v) == .init(level: nil, isAutomatic: true))
    #expect(store.state.message?.text == "trigger: auto, at the neuron's spikes")
    store.type([.character("t")])
    #expect(store.state.scope.trigger(of: v) == .init(level: nil, isAutomatic: false))
    store.type([.character("t")])
    #expect(store.state.scope.trigger(of: v) == nil)
    store.enter(":trigger once")
    #expect(store.state.message?.kind == .error)
  }

  @Test func aLevelIsThatOfItsVariableAlone() {
    var store = store()
    store.type([.character("T")])
    #expect(store.state.overlay == .prompt(TextField(text: "trigger-level "), selected: nil))
    store.enter("-0.055 V")
    #expect(store.state.scope.trigger(of: "v") == .init(level: -55, isAutomatic: true))
    #expect(store.state.message?.text == "trigger: auto, where v rises to -55 mV")
    #expect(store.state.scope.trigger(of: "isyn_exc") == .init(level: nil, isAutomatic: true))
    store.enter(":trigger-level 3 nA")
    #expect(store.state.message?.kind == .error && store.state.scope.levels["v"] == -55)
    store.type([.escape])
    store.enter(":trigger-level spike")
    #expect(store.state.scope.levels.isEmpty)
  }

  @Test func dGoesThroughTheDirectionsInWhichALevelIsPassed() {
    var store = store()
    store.takeSnapshot()
    store.enter(":trigger-level -55 mV")
    for (edge, words) in [
      (ObservationRequest.Trigger.Edge.falling, "falls below"), (.either, "passes"), (.rising, "rises to"),
    ] {
      store.press(.character("d")) { state in
        state.scope.edge = edge
        state.message = Message(.info, "trigger: auto, where v \(words) -55 mV")
      }
      #expect(store.state.scope.trigger(of: "v") == .init(level: -55, edge: edge, isAutomatic: true))
    }
    store.enter(":trigger-edge upwards")
    #expect(store.state.message?.kind == .error && store.state.scope.edge == .rising)
  }

  @Test func aDirectionNeedsALevelAndBeginsAtTheThreshold() {
    var store = store()
    store.takeSnapshot()
    store.enter(":trigger-edge falling")
    #expect(store.state.scope.trigger(of: "v") == .init(level: -50, edge: .falling, isAutomatic: true))
  }

  @Test func arrowsMoveTheLevelFromTheThresholdOn() {
    var store = store()
    store.takeSnapshot()
    store.press(.up) { state in
      state.scope.levels["v"] = -49
      state.scope.mode = .auto
      state.message = Message(.info, "trigger: auto, where v rises to -49 mV")
    }
    store.type([.character("4"), .down])
    #expect(store.state.scope.levels["v"] == -53)
    // Of another variable where it is now.
    store.enter(":trace isyn_exc")
    store.type([.up])
    #expect((store.state.scope.levels["isyn_exc"] ?? 0) > 0)
    // Time left is not a thing to set, nor to step.
    store.enter(":trace refractory")
    store.type([.up])
    #expect(store.state.message?.kind == .error && store.state.scope.levels["refractory"] == nil)
  }

  @Test func cursorsMoveByHundredthsAndStayInThePicture() {
    var store = store()
    store.press(.character("C")) { state in
      // Thirds of half a second on a grid of 0.1 ms.
      state.scope.cursors = [Milliseconds(3333 * 0.1), Milliseconds(1667 * 0.1)]
    }
    store.press(.character("l")) { $0.scope.cursors[0] = Milliseconds(3333 * 0.1 - 5) }
    store.press(.enter) { $0.scope.active = 1 }
    store.press(.character("L")) { $0.scope.cursors[1] = Milliseconds(1667 * 0.1 - 50) }
    for _ in 0..<4 { store.type([.character("L")]) }
    #expect(store.state.scope.cursors[1] == Milliseconds(0))
    for _ in 0..<12 { store.type([.character("H")]) }
    #expect(store.state.scope.cursors[1] == Milliseconds(500))
    // What a shorter picture has left behind is taken up at its edge.
    store.enter(":window 100 ms")
    store.type([.character("3"), .character("l")])
    #expect(store.state.scope.cursors[1] == Milliseconds(97))
    store.press(.character("C")) { $0.scope.cursors = [] }
  }

  @Test func aCursorMovesByAStepAtLeast() {
    var store = store()
    store.enter(":window 5 ms")
    store.type([.character("C")])
    let before = store.state.scope.cursors[0].value
    store.type([.character("h")])
    #expect(abs(store.state.scope.cursors[0].value - before - 0.1) < 1e-9)
  }
}
