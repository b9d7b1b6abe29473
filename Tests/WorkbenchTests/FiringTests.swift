/// The f-I curve: what is asked for, what comes back, and when it cannot be had.
import Basics
import Debugger
import Terminal
import Testing
import Workbench

struct FiringTests {
  @Test func oneKeyAsksForTheSelectedNeuronAsItIsSetNow() throws {
    var store = Store()
    store.takeSnapshot { values in
      values.parameters[0] = .number(0.3)
      values.parameters[3] = .number(0.8)
    }
    let effects = store.type([.character("F")])
    guard case .job(.firingCurve(let request))? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(request.model == "IF_curr_exp" && request.drive == "i_offset" && request.present == 0.8)
    #expect(request.parameters["cm"] == .number(0.3) && request.parameters["reset"] == .choice("hard"))
    #expect(request.parameters["i_offset"] == nil)
    #expect(request.steps == 15_000 && request.dt == Milliseconds(0.1))
    #expect(store.state.focus == .firing && store.state.views.last == .firing)
    let curve = FiringCurve(request: request, currents: [0, 1], rates: [0, 40], rheobase: 0.75)
    store.send(.engine(.firingCurve(curve))) { $0.firingCurve = curve }
    // Another network's neurons are not these.
    _ = reduce(&store.state, .engine(.loaded(Networks.digits)))
    #expect(store.state.firingCurve == nil)
  }

  @Test func stepsStandForTimeInDiscreteTime() {
    var store = Store(Networks.digits)
    store.state.neuron = NeuronAddress(population: 1, index: 0)
    store.takeSnapshot()
    #expect(store.state.firingCurveRequest?.steps == 1500)
    #expect(store.state.firingCurveRequest?.drive == "bias")
  }

  @Test func whatCannotFireHasNone() {
    var store = Store()
    store.send(.run("f-i-curve")) { $0.message = Message(.error, "the values of exc[0] are not known yet") }
    store.state.neuron = NeuronAddress(population: 2, index: 0)
    store.send(.run("f-i-curve")) {
      $0.message = Message(.error, "SpikeSourcePoisson takes no constant current")
    }
  }
}
