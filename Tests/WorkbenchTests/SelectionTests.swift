/// Neurons, populations, projections, variables, panes.
import Basics
import Debugger
import Terminal
import Testing
import Workbench

@Suite struct SelectionTests {
  private func at(_ population: Int, _ index: Int) -> NeuronAddress {
    NeuronAddress(population: population, index: index)
  }

  @Test func neuronsFollowOneAnotherThroughThePopulations() {
    var store = Store()
    store.press(.character("j")) { ($0.neuron, $0.weights.post) = (at(0, 1), 1) }
    store.press(.down) { ($0.neuron, $0.weights.post) = (at(0, 2), 2) }
    store.press(.up) { ($0.neuron, $0.weights.post) = (at(0, 1), 1) }
    store.press(.character("G")) { ($0.neuron, $0.weights.post) = (at(0, 3199), 3199) }
    store.press(.character("j")) { $0.neuron = at(1, 0) }
    store.press(.character("k")) { ($0.neuron, $0.weights.post) = (at(0, 3199), 3199) }
    store.type([.character("9"), .character("9"), .character("9"), .character("9"), .character("j")])
    #expect(store.state.neuron == at(2, 99))
    store.type([.character("9"), .character("9"), .character("9"), .character("9"), .character("k")])
    #expect(store.state.neuron == at(0, 0))
  }

  @Test func aNumberAndGSelectThatNeuron() {
    var store = Store()
    store.type([.character("1"), .character("7"), .character("G")])
    #expect(store.state.neuronText == "exc[17]")
    store.type([.character("9"), .character("9"), .character("9"), .character("9"), .character("G")])
    #expect(store.state.message == Message(.error, "there is no neuron 9999 in exc · it has 0 to 3199"))
    store.enter(":neuron inh[3]")
    #expect(store.state.neuronText == "inh[3]")
    store.enter(":neuron 5")
    #expect(store.state.neuronText == "inh[5]")
    store.enter(":neuron ihn[3]")
    #expect(store.state.message == Message(.error, "there is no population \"ihn\" · did you mean inh?"))
  }

  @Test func populationsGoRound() {
    var store = Store()
    store.press(.character("J")) { $0.neuron = at(1, 0) }
    store.press(.character("J")) { $0.neuron = at(2, 0) }
    store.press(.character("J")) { $0.neuron = at(0, 0) }
    store.press(.character("K")) { $0.neuron = at(2, 0) }
  }

  @Test func anotherNeuronForgetsTheValuesOfTheLast() {
    var store = Store()
    store.takeSnapshot()
    store.state.traceVariable = "isyn_exc"
    store.state.inspector.row = 10
    store.press(.character("j")) {
      $0.neuron = at(0, 1)
      $0.weights.post = 1
      $0.neuronSnapshot = nil
    }
    // noise has three parameters and no state.
    store.press(.character("K")) {
      $0.neuron = at(2, 0)
      $0.inspector.row = 2
      $0.traceVariable = nil
    }
  }

  @Test func onlyWhatCanFireIsPoked() {
    var store = Store(Networks.digits)
    store.press(.character("f"), effects: [.engine(.poke(at(1, 0)))]) {
      $0.message = Message(.info, "hidden[0] spikes in the next step")
    }
    store.type([.character("J")])
    store.press(.character("f")) {
      $0.message = Message(.error, "output cannot spike: Integrator never fires")
    }
  }

  @Test func theCursorOverTheWeightsFollowsTheSelectedTarget() {
    var store = Store(Networks.digits)
    store.type([.character("5"), .character("j")])
    #expect(store.state.weights.post == 5)
    // Of the output the shown projection says nothing.
    store.type([.character("J"), .character("3"), .character("j")])
    #expect(store.state.neuron == at(2, 3) && store.state.weights.post == 5)
    store.type([.character(")")])
    #expect(store.state.weights.projection == 1 && store.state.weights.post == 3)
  }

  @Test func onlySourcesThatAreAPictureHaveAReceptiveField() throws {
    var network = Networks.digits
    func shape() -> [Int] { Store(network).state.fieldShape.map { [$0.rows, $0.columns] } ?? [] }
    #expect(shape() == [8, 8])
    network.projections[0].sourceCount = 20
    #expect(shape().isEmpty)
    network.projections[0].sourceCount = 64
    network.populations[0].shape = [1, 64]
    #expect(shape().isEmpty)
    network.populations[0].shape = [4, 4, 4]
    #expect(shape().isEmpty)
  }

  @Test func arrowsMoveTheCursorOverTheWeights() {
    var store = Store(Networks.digits)
    store.enter(":focus weights")
    store.press(.down) { $0.weights.post = 1 }
    // The middle of the picture of 8 × 8 is where it began.
    store.press(.right) { $0.weights.pre = 37 }
    store.press(.up) { $0.weights.post = 0 }
    store.press(.up)
    store.type([.character("9"), .character("9"), .character("9"), .right])
    #expect(store.state.weights.pre == 63)
    store.enter(":synapse 3 100")
    #expect(store.state.weights.pre == 3 && store.state.weights.post == 100)
    store.enter(":synapse 64 0")
    #expect(store.state.message == Message(.error, "write two numbers, from 0 to 63 and from 0 to 127"))
  }

  @Test func projectionsGoRound() {
    var store = Store(Networks.digits)
    store.state.weights.post = 5
    store.press(.character(")")) {
      $0.weights = WeightsCursor()
      $0.weights.projection = 1
      $0.message = Message(.info, "out: 200 synapses")
    }
    store.press(.character(")")) {
      $0.weights.projection = 0
      $0.weights.pre = 36
      $0.message = Message(.info, "in: 2 560 synapses")
    }
    store.enter(":projection out")
    #expect(store.state.weights.projection == 1)
  }

  @Test func arrowsChooseTheVariableOfTheTrace() {
    var store = Store()
    store.enter(":focus trace")
    store.press(.right) {
      $0.traceVariable = "isyn_exc"
      $0.message = Message(.info, "isyn_exc: Excitatory synaptic current.")
    }
    store.type([.left, .left])
    #expect(store.state.shownVariable?.name == "theta")
    store.enter(":trace w")
    #expect(
      store.state.message
        == Message(.error, "\"w\" is no variable of exc[0] · it has v, isyn_exc, isyn_inh, refractory, theta"))
  }

  @Test func tabSkipsPanesThatHaveNothingToShow() {
    var store = Store(Networks.single)
    var seen: [PaneID] = []
    for _ in 0..<4 {
      store.type([.tab])
      seen.append(store.state.focus)
    }
    #expect(seen == [.membrane, .trace, .inspector, .raster])
    store.press(.backTab) { $0.focus = .inspector }
    store.press(.escape)
  }

  @Test func zoomFollowsTheFocusAndEscLeavesIt() {
    var store = Store()
    store.press(.character("z")) { $0.isZoomed = true }
    store.press(.tab) { $0.focus = .membrane }
    store.press(.escape) { $0.isZoomed = false }
  }
}
