/// Sorting and filtering: what is asked of the engine, what is said about it, and how the selection follows.
import Basics
import Debugger
import Terminal
import Testing
import Workbench

@Suite struct OrderTests {
  private func at(_ population: Int, _ index: Int) -> NeuronAddress {
    NeuronAddress(population: population, index: index)
  }

  private func condition(
    _ key: OrderRequest.Key, _ comparison: OrderRequest.Comparison, _ value: OrderRequest.Value
  ) -> OrderRequest.Condition {
    OrderRequest.Condition(key: key, comparison: comparison, value: value)
  }

  /// What the line asks the engine for, and the message it leaves.
  private func asked(_ line: String, _ change: (inout Store) -> Void = { _ in }) -> (OrderRequest?, String?) {
    var store = Store()
    change(&store)
    let effects = store.enter(line)
    guard case .engine(.arrange(let request))? = effects.last else { return (nil, store.state.message?.text) }
    return (request, store.state.message?.text)
  }

  @Test func sortingTakesTheGreatestFirstUnlessItIsToldOtherwise() {
    #expect(asked(":sort rate").0 == OrderRequest(key: .rate, isDescending: true))
    #expect(asked(":sort v up").0 == OrderRequest(key: .field("v")))
    #expect(asked(":sort tau_m down").0 == OrderRequest(key: .field("tau_m"), isDescending: true))
    #expect(asked(":sort index").0 == OrderRequest())
    #expect(asked(":sort rat").1 == "no neuron here has \"rat\" · did you mean rate?")
    #expect(asked(":sort rate sideways").1 == "write what to sort by, and up or down behind it: rate, v up, index")
    #expect(asked(":sort population").0 == nil)
  }

  @Test func conditionsAreReadWithTheirUnits() {
    let both = [
      condition(.field("v"), .greater, .number(-55)), condition(.rate, .atMost, .number(5)),
    ]
    #expect(asked(":filter v > -55 mV and rate<=5 Hz").0?.conditions == both)
    #expect(asked(":filter v>-0.055 V and rate <= 5").0?.conditions == both)
    #expect(asked(":filter population != exc").0?.conditions == [condition(.population, .unequal, .word("exc"))])
    #expect(asked(":filter reset = soft").0?.conditions == [condition(.field("reset"), .equal, .word("soft"))])
    #expect(asked(":filter index >= 10 and index < 20").0?.conditions.count == 2)
    #expect(asked(":filter off").0 == OrderRequest())
  }

  @Test func whatIsNoConditionIsExplained() {
    let example = " is no condition · write v > -55 mV, rate < 5 Hz and population = exc"
    #expect(asked(":filter v").1 == "\"v\"\(example)")
    #expect(asked(":filter v >").1 == "\"v >\"\(example)")
    #expect(asked(":filter v > -55 and").1 == "\"\"\(example)")
    #expect(asked(":filter vv > 3").1 == "no neuron here has \"vv\" · did you mean v?")
    #expect(asked(":filter reset > soft").1 == "reset is a word: only = and != compare it")
    #expect(asked(":filter v > 3 ms").0 == nil)
    #expect(asked(":filter v > high").0 == nil)
  }

  @Test func aKeyGoesRoundAndAnotherSortsAgain() {
    var store = Store()
    let first = OrderRequest(key: .rate, isDescending: true)
    store.press(.character("O"), effects: [.engine(.arrange(first))])
    store.state.orderRequest = first
    store.press(.character("O"), effects: [.engine(.arrange(OrderRequest(key: .field("v"), isDescending: true)))])
    store.press(.character("r"), effects: [.engine(.arrange(first))])
    store.type([.character("E")])
    #expect(store.state.overlay == .prompt(TextField(text: "filter "), selected: nil))
  }

  /// exc: 7, 3, 5; nothing of inh; noise as it is.
  private func arranged() -> Store {
    var store = Store()
    var order = NeuronOrder(sizes: [3200, 800, 100])
    order.show([7, 3, 5], of: 0)
    order.show([], of: 1)
    let request = OrderRequest(
      key: .rate, isDescending: true, conditions: [condition(.rate, .greater, .number(5))])
    _ = reduce(&store.state, .engine(.arranged(request, order)))
    return store
  }

  @Test func theSelectionGoesThroughWhatIsShownInItsOrder() {
    var store = arranged()
    // What was selected is not shown any more.
    #expect(store.state.neuron == at(0, 7))
    store.type([.character("j")])
    #expect(store.state.neuron == at(0, 3))
    store.type([.character("G")])
    #expect(store.state.neuron == at(0, 5))
    store.type([.character("j")])
    #expect(store.state.neuron == at(2, 0))
    store.type([.character("k")])
    #expect(store.state.neuron == at(0, 5))
    store.type([.character("J")])
    #expect(store.state.neuron == at(2, 0))
    store.type([.character("J")])
    #expect(store.state.neuron == at(0, 7))
    // By its name one that is not shown can be selected all the same, and left by the keys.
    store.enter(":neuron 100")
    #expect(store.state.neuron == at(0, 100))
    store.type([.character("j")])
    #expect(store.state.neuron == at(0, 3))
  }

  @Test func theCursorOfTheWeightsGoesThroughTheSameOrder() {
    var store = arranged()
    store.enter(":focus weights")
    #expect(store.state.weights.post == 7)
    store.type([.down])
    #expect(store.state.weights.post == 3)
    store.type([.down, .down])
    #expect(store.state.weights.post == 5)
    store.type([.right, .right])
    #expect(store.state.weights.pre == 3)
  }

  @Test func whatCameOutIsSaidWithItsNumber() {
    let store = arranged()
    #expect(
      store.state.message
        == Message(
          .info, "103 of 4 100 neurons, rate > 5 Hz, by rate ↓ at 0 ms · r sorts again"))
    var all = store
    _ = reduce(&all.state, .engine(.arranged(OrderRequest(), NeuronOrder(sizes: [3200, 800, 100]))))
    #expect(all.state.order == nil)
  }

  @Test func anotherNetworkIsShownWholeAndARebuiltOneIsArrangedAgain() {
    var store = arranged()
    let request = store.state.orderRequest
    let effects = reduce(&store.state, .engine(.rebuilt(Networks.cuba)))
    #expect(effects == [.engine(.arrange(request))] && store.state.order == nil)
    var other = arranged()
    _ = reduce(&other.state, .engine(.loaded(Networks.digits)))
    #expect(other.state.order == nil && other.state.orderRequest == OrderRequest())
  }

  @Test func anOrderOfAnotherNetworkIsNotTaken() {
    var store = Store(Networks.digits)
    _ = reduce(&store.state, .engine(.arranged(OrderRequest(key: .rate), NeuronOrder(sizes: [3, 4]))))
    #expect(store.state.order == nil && store.state.orderRequest == OrderRequest())
  }
}
