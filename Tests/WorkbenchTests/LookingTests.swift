/// How raster and weights are shown, by key and in the `:` line.
import Basics
import Debugger
import NetworkModel
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

  @Test func aKeyGoesRoundTheWaysToShowTheWeights() {
    var store = Store(Networks.digits)
    store.enter(":focus weights")
    store.press(.character("v")) {
      $0.weightsMode = .fanIn
      $0.message = Message(.info, "fan-in: what the selected neuron receives, the strongest first")
    }
    store.type([.character("2"), .character("v")])
    #expect(store.state.weightsMode == .fields)
    // The hidden layer is no picture: its projection has no fields, and they are passed over.
    store.type([.character(")")])
    #expect(store.state.shownWeightsMode == .matrix)
    store.type([.character("3"), .character("v")])
    #expect(store.state.weightsMode == .histogram)
    store.enter(":weights fields")
    #expect(
      store.state.message == Message(.error, "the sources of out are no picture, so there are no fields"))
    store.type([.escape])
    store.enter(":weights bars")
    #expect(
      store.state.message == Message(.error, "the weights can be matrix, fan-in, fan-out, fields, histogram"))
  }

  @Test func inAFanTheArrowsGoThroughSynapsesAndEnterGoesToTheOtherEnd() {
    var store = Store()
    store.enter(":weights fan-in")
    store.takeSnapshot { $0.synapsesIn = 25 }
    store.press(.down) { $0.fanRow = 1 }
    store.press(.right) { $0.fanRow = 11 }
    store.type([.right, .right])
    #expect(store.state.fanRow == 24)
    store.type([.left, .up])
    #expect(store.state.fanRow == 13)
    store.press(.enter) { $0.message = Message(.error, "exc[0] has no such synapse") }
    let partner = NeuronAddress(population: 1, index: 42)
    var snapshot = Snapshot()
    snapshot.fan = FanSnapshot(
      neuron: store.state.neuron, isOutgoing: false,
      synapses: [.init(projection: 0, partner: partner, weight: 1, delay: Milliseconds(1))], first: 13, total: 14,
      greatest: 1)
    store.state.take(snapshot)
    #expect(store.state.fanPartner == partner)
    store.type([.enter])
    #expect(store.state.neuron == partner && store.state.fanRow == 0 && store.state.fanPartner == nil)
    // What the other direction shows is not this one's.
    store.state.weightsMode = .fanOut
    snapshot.fan?.neuron = partner
    store.state.take(snapshot)
    #expect(store.state.fanPartner == nil)
  }

  @Test func inTheMatrixEnterGoesToTheTarget() {
    var store = Store()
    store.enter(":focus weights")
    store.enter(":projection exc->inh")
    store.type([.down, .down, .enter])
    #expect(store.state.neuronText == "inh[2]")
  }

  @Test func theCursorNamesNeuronsAndNotPlacesInASelection() {
    var network = Networks.digits
    network.projections[0].sources = Selection(population: "input", ranges: [10...19])
    network.projections[0].sourceCount = 10
    network.projections[0].targets = Selection(population: "hidden", ranges: [0...3, 100...105])
    network.projections[0].targetCount = 10
    var store = Store(network)
    store.enter(":synapse 2 5")
    #expect(store.state.cursorNames.source == "input[12]" && store.state.cursorNames.target == "hidden[101]")
    store.enter(":neuron 104")
    #expect(store.state.weights.post == 8)
    // A neuron without a place in it leaves the cursor where it is.
    store.enter(":neuron 50")
    #expect(store.state.weights.post == 8)
  }
}
