/// Changing values: by steps, by typing, by name, for a population and for one neuron.
import Basics
import Debugger
import Kernels
import NetworkModel
import Terminal
import Testing

@testable import Workbench

@Suite struct InspectorTests {
  /// CUBA, the inspector in focus, its cursor on a row, its values known.
  private func store(on row: String, _ network: NetworkSummary = Networks.cuba) throws -> Store {
    var store = Store(network)
    store.type([.character("e")])
    store.state.inspector.row = try #require(store.state.inspectorRows.firstIndex { $0.name == row })
    store.takeSnapshot()
    return store
  }

  private let exc = Selection(all: "exc", size: 3200)

  @Test func arrowsStepAValueAndRepeatedKeysAddUp() throws {
    var store = try store(on: "tau_m")
    let row = store.state.inspector.row
    store.press(.right, effects: [.engine(.setParameter(exc, name: "tau_m", .number(20.5)))]) {
      $0.neuronSnapshot?.parameters[row] = .number(20.5)
      $0.pendingEdits = [PendingEdit(row: row, value: .number(20.5), patience: 30)]
      $0.message = Message(.info, "tau_m of exc 20 → 20.5 ms")
    }
    // A snapshot from before the edit does not take it back, and the next key goes on from it.
    store.takeSnapshot()
    store.press(.right, effects: [.engine(.setParameter(exc, name: "tau_m", .number(21)))]) {
      $0.neuronSnapshot?.parameters[row] = .number(21)
      $0.pendingEdits = [PendingEdit(row: row, value: .number(21), patience: 30)]
      $0.message = Message(.info, "tau_m of exc 20.5 → 21 ms")
    }
    store.takeSnapshot { $0.parameters[row] = .number(21) }
    #expect(store.state.pendingEdits.isEmpty)
    store.type([.character("L")])
    #expect(store.value("tau_m") == .number(26))
    store.type([.character("{"), .left])
    #expect(store.value("tau_m") == .number(20.5))
  }

  @Test func anEditThatTheEngineNeverShowsIsGivenUp() throws {
    var store = try store(on: "tau_m")
    store.type([.right])
    for _ in 0..<30 { store.takeSnapshot() }
    #expect(store.value("tau_m") == .number(20.5))
    store.takeSnapshot()
    #expect(store.value("tau_m") == .number(20))
  }

  @Test func aRefusalIsToldAndTheOldValueComesBack() throws {
    var store = try store(on: "tau_m")
    store.type([.right])
    store.send(.engine(.refused("tau_m cannot be set"))) {
      $0.pendingEdits = []
      $0.message = Message(.error, "tau_m cannot be set")
    }
    store.takeSnapshot()
    #expect(store.value("tau_m") == .number(20))
  }

  @Test(arguments: [
    ("tau_m", -49.0, -48.0), ("v_thresh", -50, -49), ("v_thresh", -49.3, -49), ("i_offset", 0, 0.01),
    ("cm", 0.2, 0.205),
    ("v", -0.005, 0), ("v", 0, 0.1), ("tau_syn_E", 5, 5.1), ("i_offset", 0.01, 0.02), ("i_offset", 0.3, 0.31),
    ("tau_refrac", 0.1, 0.2), ("tau_refrac", 5, 5.1), ("v_rest", -0.3, -0.2),
  ])
  func stepsAreRound(name: String, from: Double, to: Double) throws {
    let field = try #require(Store().state.inspectorRows.first { $0.name == name }).field
    // tau_m cannot be below zero: what is tested there is the size alone.
    guard name != "tau_m" else {
      #expect(throws: EditRefusal.self) { try InspectorRow(field: field, value: .number(from)).stepped(by: 1) }
      return
    }
    #expect(try InspectorRow(field: field, value: .number(from)).stepped(by: 1) == .number(to))
  }

  /// Up and down again never leaves the range, never gives up a round number, and always moves.
  @Test func stepsStayInRangeAndMove() throws {
    var random = SplitMix(seed: 3)
    for row in Store().state.inspectorRows where row.choices == nil && row.name != "refractory" {
      for _ in 0..<500 {
        let magnitude = Elementary.power10(Double.random(in: -6...6, using: &random))
        let start = Bool.random(using: &random) ? magnitude : -magnitude
        for steps in [1, -1, 10, -10] {
          let moved = try? InspectorRow(field: row.field, value: .number(start)).stepped(by: steps)
          guard case .number(let value)? = moved else { continue }
          #expect(steps > 0 ? value > start : value < start, "\(row.name) \(start) by \(steps)")
          if case .parameter(let field) = row.field { #expect(field.allows(value)) }
          #expect(abs(value - start) <= max(0.5 * abs(start), 1))
        }
      }
    }
  }

  @Test func aStepOverABoundStopsThereAndTheNextIsRefused() throws {
    let limited = ParameterField("p", .none, default: 0.5, in: 0...1, doc: "")
    func step(_ value: Double, _ steps: Int) throws -> ParameterSetting {
      try InspectorRow(field: .parameter(limited), value: .number(value)).stepped(by: steps)
    }
    #expect(try step(0.99, 10) == .number(1))
    #expect(try step(0.0001, -10) == .number(0))
    #expect(throws: EditRefusal.outOfRange(limited)) { try step(1, 1) }
    #expect(EditRefusal.outOfRange(limited).description == "p must be from 0 to 1")
    let positive = ParameterField("tau", .time, default: 5, in: 0...1e9, excludesLowerBound: true, doc: "")
    #expect(EditRefusal.outOfRange(positive).description == "tau must be above 0 ms")
  }

  @Test func stepsOfStepsAreWhole() throws {
    let field = ParameterField("tau_refrac", .steps, default: 0, in: 0...1e6, doc: "")
    #expect(try InspectorRow(field: .parameter(field), value: .number(0)).stepped(by: 1) == .number(1))
    #expect(try InspectorRow(field: .parameter(field), value: .number(3)).stepped(by: -1) == .number(2))
  }

  private func row(_ field: ParameterField, _ value: Double) -> InspectorRow {
    InspectorRow(field: .parameter(field), value: .number(value))
  }

  @Test func aSliderTellsWhereAValueLies() throws {
    let tau = ParameterField("tau", .time, default: 20, in: 0...1e9, excludesLowerBound: true, doc: "")
    #expect(row(tau, 20).slider == SliderPosition(value: 0.5, standard: 0.5))
    #expect(abs(try #require(row(tau, 200).slider).value - 1) < 1e-12)
    #expect(abs(try #require(row(tau, 2).slider).value) < 1e-12)
    let threshold = ParameterField("v", .voltage, default: -50, doc: "")
    #expect(row(threshold, -40).slider == SliderPosition(value: 0.75, standard: 0.5))
    #expect(row(threshold, -60).slider == SliderPosition(value: 0.25, standard: 0.5))
    #expect((0.9..<1).contains(try #require(row(threshold, 20).slider).value))
    let refractory = ParameterField("t", .time, default: 0, in: 0...1e9, doc: "")
    #expect(row(refractory, 0).slider == SliderPosition(value: 0, standard: 0))
    #expect(row(refractory, 10).slider == SliderPosition(value: 0.5, standard: 0))
    let share = ParameterField("p", .none, default: 0.2, in: 0...1, doc: "")
    #expect(row(share, 1).slider == SliderPosition(value: 1, standard: 0.2))
    #expect(row(tau, .infinity).slider == nil)
  }

  @Test func theSliderOfEveryParameterFollowsItsSteps() throws {
    for field in Catalogue.descriptors.flatMap(\.parameters) {
      guard case .number(let standard, _, _) = field.kind else { continue }
      let row = row(field, standard)
      guard let slider = row.slider else {
        #expect(row.isEndless, "\(field.name)")
        continue
      }
      #expect(slider.value == slider.standard && (0...1).contains(slider.standard), "\(field.name)")
      guard case .number(let more)? = try? row.stepped(by: 10) else { continue }
      let moved = try #require(self.row(field, more).slider)
      // Ten steps can be seen on nine places, and do not cross them.
      #expect(moved.value > slider.value + 0.015 && moved.value < slider.value + 0.7, "\(field.name) \(moved)")
    }
  }

  @Test func whatHasNoEndIsSaidToHaveNone() throws {
    let duration = ParameterField("duration", .time, default: 1e12, in: 0...1e12, doc: "")
    #expect(row(duration, 1e12).valueText == "∞")
    #expect(row(duration, 1e12).editableText.isEmpty)
    #expect(row(duration, 500).valueText == "500 ms")
    #expect(try row(duration, 1e12).stepped(by: -1) == .number(1000))
    #expect(throws: EditRefusal.self) { try row(duration, 1e12).stepped(by: 1) }
  }

  @Test func choicesGoRound() throws {
    var store = try store(on: "reset")
    store.type([.left])
    #expect(store.value("reset") == .choice("none"))
    #expect(store.type([.enter]) == [.engine(.setParameter(exc, name: "reset", .choice("hard")))])
    #expect(store.state.message == Message(.info, "reset of exc none → hard"))
    #expect(store.state.inspector.field == nil)
    store.enter(":value saft")
    #expect(
      store.state.message
        == Message(.error, "reset cannot be \"saft\": it is one of hard, soft, none · did you mean soft?"))
  }

  @Test func aDigitBeginsAValueAndEnterSetsIt() throws {
    var store = try store(on: "v_thresh")
    store.press(.character("-")) { $0.inspector.field = TextField(text: "-") }
    store.type("52 mV".map(Key.character))
    #expect(store.type([.enter]) == [.engine(.setParameter(exc, name: "v_thresh", .number(-52)))])
    #expect(store.state.inspector.field == nil)
    #expect(store.state.message == Message(.info, "v_thresh of exc -50 → -52 mV"))
  }

  @Test(arguments: [
    ("15 mV", "tau_m: a time is wanted, as in 1 ms, and this is a voltage"),
    ("15 mss", "tau_m: there is no unit \"mss\" · did you mean ms?"), ("0", "tau_m must be above 0 ms"),
    ("-3 ms", "tau_m must be above 0 ms"), ("1e400", "tau_m: \"1e400\" is too large for a number"),
  ])
  func whatIsWrongIsToldAndTheFieldStaysOpen(text: String, message: String) throws {
    var store = try store(on: "tau_m")
    store.type([.enter, .control("u")])
    #expect(store.enter(text) == [])
    #expect(store.state.inspector.field == TextField(text: text))
    #expect(store.state.message == Message(.error, message))
    store.press(.escape) { $0.inspector.field = nil }
    #expect(store.value("tau_m") == .number(20))
  }

  @Test func enterOpensTheFieldWithTheExactValue() throws {
    var store = try store(on: "tau_refrac")
    store.press(.enter) { $0.inspector.field = TextField(text: "0.1") }
    // While a value is typed letters are letters.
    store.press(.character("q")) { $0.inspector.field = TextField(text: "0.1q") }
  }

  @Test func aChangeForOneNeuronAlone() throws {
    var store = try store(on: "v")
    let row = store.state.inspector.row
    store.press(.character("s")) {
      $0.inspector.scope = .neuron
      $0.message = Message(.info, "changes go to exc[0] alone")
    }
    store.type([.character("-")])
    #expect(store.enter("55") == [.engine(.setState(Selection("exc", neuron: 0), variable: "v", -55))])
    #expect(store.state.message == Message(.info, "v of exc[0] 0 → -55 mV"))
    #expect(store.state.pendingEdits == [PendingEdit(row: row, value: .number(-55), patience: 1)])
  }

  @Test func aValueThatRanAwayIsBroughtBackByTyping() throws {
    var store = try store(on: "v")
    let row = store.state.inspector.row - (store.state.selectedModel?.parameters.count ?? 0)
    store.takeSnapshot { $0.state[row] = .nan }
    store.type([.right])
    #expect(store.state.message == Message(.error, "v is beyond all numbers here · type a value instead"))
    store.type([.enter])
    #expect(store.state.inspector.field == TextField())
    #expect(store.enter("-60") == [.engine(.setState(exc, variable: "v", -60))])
    #expect(store.state.message == Message(.info, "v of exc – → -60 mV"))
  }

  @Test func whatTheModelMovesCannotBeSet() throws {
    var store = try store(on: "refractory")
    let message = Message(.error, "refractory is moved by the model alone and cannot be set")
    store.press(.right) { $0.message = message }
    store.press(.character("5")) { $0.message = message }
  }

  @Test(arguments: [
    ("exc.tau_m 15 ms", EngineCommand.setParameter(Selection(all: "exc", size: 3200), name: "tau_m", .number(15))),
    ("inh.tau_m=15ms", .setParameter(Selection(all: "inh", size: 800), name: "tau_m", .number(15))),
    (
      "exc[3..9].v_thresh -52 mV",
      .setParameter(Selection(population: "exc", ranges: [3...9]), name: "v_thresh", .number(-52))
    ),
    ("exc[3, 5].v -55 mV", .setState(Selection(population: "exc", ranges: [3...3, 5...5]), variable: "v", -55)),
    ("tau_m = 15 ms", .setParameter(Selection(all: "exc", size: 3200), name: "tau_m", .number(15))),
    ("exc.reset soft", .setParameter(Selection(all: "exc", size: 3200), name: "reset", .choice("soft"))),
    ("noise.rate 5 kHz", .setParameter(Selection(all: "noise", size: 100), name: "rate", .number(5000))),
  ])
  func valuesByName(text: String, command: EngineCommand) {
    var store = Store()
    #expect(store.enter(":set \(text)") == [.engine(command)])
    #expect(store.state.overlay == nil)
  }

  @Test(arguments: [
    ("exc.tau_n 15 ms", "IF_curr_exp has no parameter or variable \"tau_n\" · did you mean tau_m?"),
    ("ex.tau_m 15 ms", "there is no population \"ex\" · did you mean exc?"),
    ("exc[9999].v 1", "there is no neuron 9999 in exc · it has 0 to 3199"),
    ("exc.tau_m", "\"exc.tau_m\" sets nothing · write it as exc.tau_m 15 ms"),
    ("exc.tau_m 15 mV", "tau_m: a time is wanted, as in 1 ms, and this is a voltage"),
    ("noise.v 3", "SpikeSourcePoisson has no parameter or variable \"v\""),
  ])
  func whatCannotBeSetByName(text: String, message: String) {
    var store = Store()
    #expect(store.enter(":set \(text)") == [])
    #expect(store.state.message == Message(.error, message))
    #expect(store.state.overlay == .prompt(TextField(text: "set \(text)"), selected: nil))
  }

  @Test func theOldValueOfWhatIsNotInViewIsNotInvented() {
    var store = Store()
    store.takeSnapshot()
    store.enter(":set inh.tau_m 15 ms")
    #expect(store.state.message == Message(.info, "tau_m of inh → 15 ms"))
    #expect(store.value("tau_m") == .number(20))
    store.enter(":set exc[3].tau_m 15 ms")
    #expect(store.state.message == Message(.info, "tau_m of exc[3] → 15 ms"))
    #expect(store.value("tau_m") == .number(20))
    store.enter(":set exc[0..3].tau_m 15 ms")
    #expect(store.value("tau_m") == .number(15))
  }
}
