/// Drawing spikes on a grid: what is drawn is what the source says, and all of it can be taken back.
import Basics
import Debugger
import NetworkModel
import Support
import Terminal
import Testing

@testable import Workbench

@Suite struct SpikeGridTests {
  /// Three neurons that spike at given times, the grid open on the first.
  private func store(dt: Double = 0.1, trains: [[Double]] = []) -> Store {
    var spec = NetworkSpec()
    spec.dt = Milliseconds(dt)
    spec.populations = [PopulationSpec(name: "t", shape: [3], model: "SpikeSourceArray")]
    if !trains.isEmpty {
      spec.populations[0].parameters["spike_times"] = .spikeTimes(trains.map { $0.map { Milliseconds($0) } })
    }
    var store = Store()
    store.state.document = OpenDocument(spec: spec, origin: "t.yaml", file: nil)
    store.type([.character("D")])
    return store
  }

  private func grid(_ store: Store) throws -> SpikeGrid {
    guard case .spikes(let grid)? = store.state.overlay else { throw NotOpen() }
    return grid
  }

  private struct NotOpen: Error {}

  private func train(_ neuron: Int, _ store: Store) -> [Double] {
    store.state.document?.spec.population("t")?.train(of: neuron).map(\.value) ?? []
  }

  @Test func aSpikeIsPutAndTakenWithSpace() {
    var store = store()
    let effects = store.type([.down, .right, .right, .character(" ")])
    #expect(train(1, store) == [3] && train(0, store) == [] && train(2, store) == [])
    #expect(store.state.message?.text == "t[1]: spikes at 3 ms")
    guard case .engine(.rebuild(let spec, _))? = effects.last else {
      Issue.record("nothing is rebuilt: \(effects)")
      return
    }
    #expect(spec == store.state.document?.spec)
    store.type([.left, .character(" ")])
    #expect(train(1, store) == [2, 3])
    store.type([.right, .character(" ")])
    #expect(train(1, store) == [2])
  }

  @Test func timesAreThoseThatPeopleWrite() {
    var store = store()
    store.type("---".map(Key.character) + [.home, .right, .right, .character(" ")])
    #expect(train(0, store) == [0.3])
  }

  /// Other bins show the same spikes, and the cursor stays at its time.
  @Test func binsBecomeWiderAndNarrower() throws {
    var store = store(trains: [[1, 1.5, 2.5], [], []])
    let dt = Milliseconds(0.1)
    store.type([.right, .right, .character("+")])
    #expect(try grid(store).stepsPerBin == 20)
    #expect(try grid(store).bin == 1 && grid(store).bin(of: Milliseconds(2.5), dt: dt) == 1)
    store.type([.left, .character(" ")])
    #expect(train(0, store) == [2.5])
    store.type("-----------".map(Key.character))
    #expect(try grid(store).stepsPerBin == 1)
  }

  @Test func nothingOutsideTheGridIsReached() throws {
    var store = store()
    store.type([.up, .left, .pageUp, .home] + [Key](repeating: .down, count: 9))
    #expect(try grid(store).neuron == 2 && grid(store).bin == 0)
    store.type([Key](repeating: .character("+"), count: 40) + [Key](repeating: .pageDown, count: 40))
    store.type([.character(" ")])
    #expect(train(2, store).count == 1 && train(2, store)[0].isFinite)
  }

  @Test func clearingAndUndoing() {
    var store = store(trains: [[1], [2, 4], [1]])
    store.type([.down, .character("x")])
    #expect(train(1, store).isEmpty)
    store.type([.character("u")])
    #expect(train(1, store) == [2, 4])
    store.type([.control("r"), .escape])
    #expect(train(1, store).isEmpty && store.state.overlay == nil)
  }

  /// Whatever is drawn, undoing all of it brings back the document; and trains stay what a document may hold.
  @Test(arguments: 0..<20)
  func randomDrawings(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var store = store(dt: [0.1, 0.25, 1, 2.5].randomElement(using: &random) ?? 1)
    let before = store.state.document?.spec
    for _ in 0..<100 {
      let keys: [Key] = [
        .up, .down, .left, .right, .character(" "), .character(" "), .character(" "), .character("+"), .character("-"),
        .character("x"), .pageDown, .home,
      ]
      store.type([keys.randomElement(using: &random) ?? .up])
    }
    let dt = store.state.document?.spec.dt ?? Milliseconds(1)
    for neuron in 0..<3 {
      let steps = [0] + train(neuron, store).map { Milliseconds($0).ticks(dt: dt) }
      #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 < $1 })
    }
    while store.state.document?.undo.isEmpty == false { store.type([.character("u")]) }
    #expect(store.state.document?.spec == before && store.state.document?.isChanged == false)
  }

  @Test func whatHasNoTimesIsNotDrawnOn() {
    var store = store()
    store.type([.escape])
    store.enter(":add n 3 poisson")
    store.enter(":draw-spikes n")
    #expect(store.state.message?.text == "n has no list of spike times: its model is SpikeSourcePoisson")
    // What is drawn on may go by an undo.
    store.type([.escape])
    store.enter(":add s 2 SpikeSourceArray")
    store.enter(":draw-spikes s")
    store.type([.character("u")])
    #expect(store.state.overlay == nil)
  }
}
