/// The `:` line: names, arguments, completion, mistakes.
import Debugger
import Terminal
import Testing
import Workbench

@Suite struct PromptTests {
  @Test func typingRunsACommand() {
    var store = Store()
    store.press(.character(":")) { $0.overlay = .prompt(TextField(), selected: nil) }
    #expect(store.enter("hash") == [.engine(.hash)])
    #expect(store.state.overlay == nil)
    #expect(store.enter(":quit") == [.quit])
    #expect(store.enter(":q") == [.quit])
    #expect(store.enter(":") == [])
  }

  @Test func escLeavesAndSoDoesBackspaceAtTheBeginning() {
    var store = Store()
    store.type([.character(":"), .character("x")])
    store.press(.escape) { $0.overlay = nil }
    store.type([.character(":")])
    store.press(.backspace) { $0.overlay = nil }
  }

  @Test func ctrlCGivesUpWhatIsOpenAndNeverTheProgram() {
    var store = Store()
    store.type([.character(":"), .character("x"), .tab])
    store.press(.control("c")) { ($0.overlay, $0.completionStem) = (nil, nil) }
    store.type([.character("?"), .character("/"), .character("s")])
    store.press(.control("c")) { ($0.overlay, $0.helpSearch) = (nil, nil) }
    store.type([.character("e"), .character("3")])
    store.press(.control("c")) { $0.inspector.field = nil }
    store.type([.tab, .character("3")])
    store.press(.control("c")) { $0.count = nil }
    store.press(.control("c")) { $0.message = Message(.info, "q leaves the program") }
  }

  @Test func behindANameItIsSaidWhatBelongsThere() {
    var store = Store()
    store.type([.character(":")] + "run-to".map(Key.character))
    #expect(store.state.promptAdvice == nil)
    store.type([.character(" ")])
    #expect(store.state.promptAdvice?.hasPrefix("run-to TIME: Run as fast as it goes up to a time") == true)
    store.type("5".map(Key.character))
    #expect(store.state.promptAdvice != nil)
    store.type([.escape, .character(":")] + "hash ".map(Key.character))
    #expect(store.state.promptAdvice == nil)
  }

  @Test func mistakesAreToldAndTheLineStays() {
    var store = Store()
    store.enter(":hsah")
    #expect(store.state.message == Message(.error, "there is no command \"hsah\" · did you mean hash?"))
    #expect(store.state.overlay == .prompt(TextField(text: "hsah"), selected: nil))
    store.type([.escape])
    store.enter(":he 3")
    #expect(store.state.message == Message(.error, "help takes nothing behind it"))
    store.type([.escape])
    store.enter(":next")
    #expect(
      store.state.message
        == Message(
          .error,
          "\"next\" may be next-spike, next-any-spike, next-weight-change, next-edit, next-breakpoint, "
            + "next-bookmark, next-change, next-neuron, next-population, next-raster, next-variable, next-projection, "
            + "next-weights, next-row, next-pane, next-quantity"))
  }

  @Test func aCommandThatNeedsMoreAsksForIt() {
    var store = Store()
    store.enter(":open")
    #expect(store.state.overlay == .prompt(TextField(text: "open "), selected: nil))
    #expect(store.state.completions.map(\.label) == ["cuba", "digits", "lif"])
  }

  @Test func tabGoesThroughTheCompletionsAndRound() {
    var store = Store()
    store.type([.character(":")] + "trac".map(Key.character))
    #expect(store.state.completions.map(\.line) == ["trace "])
    store.press(.tab) { $0.overlay = .prompt(TextField(text: "trace "), selected: nil) }
    store.press(.tab) {
      $0.overlay = .prompt(TextField(text: "trace v"), selected: 0)
      $0.completionStem = "trace "
    }
    store.press(.backTab) { $0.overlay = .prompt(TextField(text: "trace theta"), selected: 4) }
    store.press(.enter) {
      $0.overlay = nil
      $0.completionStem = nil
      $0.traceVariable = "theta"
    }
  }

  @Test func namesThatBeginWithTheWordComeFirst() {
    var store = Store()
    store.type([.character(":")] + "sp".map(Key.character))
    #expect(
      store.state.completions.map(\.label) == [
        "speed FACTOR", "spikes NEURONS [TIME …]", "split-right PANE", "split-below PANE", "next-spike",
        "next-any-spike", "last-spike", "last-any-spike", "draw-spikes [NAME]", "suspend", "fastest",
      ])
  }

  @Test func anotherNetworkHasOtherCompletions() {
    var store = Store()
    store.type(":neuron ".map(Key.character) + [.tab, .tab])
    #expect(store.state.overlay == .prompt(TextField(text: "neuron inh"), selected: 1))
    _ = reduce(&store.state, .engine(.loaded(Networks.single)))
    #expect(store.state.overlay == .prompt(TextField(text: "neuron inh"), selected: nil))
    #expect(store.state.completionStem == nil)
  }

  @Test func typingGoesOnFromACompletion() {
    var store = Store()
    store.type([.character(":")] + "set ".map(Key.character))
    store.type([.tab])
    store.press(.character(" ")) {
      $0.overlay = .prompt(TextField(text: "set exc.cm "), selected: nil)
      $0.completionStem = nil
    }
  }

  @Test func namesOfValuesAreCompleted() {
    var store = Store()
    func labels(_ text: String) -> [String] {
      store.state.overlay = .prompt(TextField(text: text), selected: nil)
      return store.state.completions.map(\.label)
    }
    #expect(
      labels("set exc.tau") == ["exc.tau_m", "exc.tau_refrac", "exc.tau_syn_E", "exc.tau_syn_I", "exc.tau_theta"])
    #expect(labels("set exc[3..9].v") == ["exc[3..9].v_rest", "exc[3..9].v_thresh", "exc[3..9].v_reset"])
    #expect(labels("set exc.reset ") == ["exc.reset hard", "exc.reset soft", "exc.reset none"])
    #expect(labels("set nobody.v").isEmpty)
    #expect(labels("neuron i") == ["inh"])
    #expect(labels("projection exc") == ["exc->exc", "exc->inh"])
    #expect(
      labels("focus ") == [
        "raster", "membrane", "weights", "trace", "rates", "intervals", "spread", "graph", "energy", "states",
        "firing", "phase", "step", "log", "why", "timeline", "compare", "inspector",
      ])
    #expect(labels("nonsense ").isEmpty)
  }

  @Test func completionsShowKeyAndHelp() {
    var store = Store()
    store.type([.character(":")] + "bookmark".map(Key.character))
    #expect(store.state.completions.first?.keys == "m")
    #expect(store.state.completions.first?.label == "bookmark [NAME [NOTE]]")
  }
}
