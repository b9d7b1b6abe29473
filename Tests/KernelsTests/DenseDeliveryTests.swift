/// All to all is served by a loop of its own, which must do what the loop for any targets does, to the last bit.
import Basics
import Testing

@testable import Kernels

@Suite struct DenseDeliveryTests {
  private static let neurons = 150
  private static let rows = 11

  /// Rows onto neurons 7…140, as they come or with one synapse of weight 0 more, which makes them no longer dense.
  private func layout(isDense: Bool, chunk: Int) throws -> SynapseRows {
    var pairs = (0..<Self.rows).flatMap { pre in (0...133).map { PairRule.Pair(pre: pre, post: $0) } }
    if !isDense { pairs.append(PairRule.Pair(pre: Self.rows, post: 3)) }
    let wiring = Wiring(
      .listed(pairs), preCount: Self.rows + (isDense ? 0 : 1), postCount: 134, targets: [7...140], own: [],
      random: CounterRNG(seed: 1, stream: ""))
    return try #require(
      wiring.rows(NeuronChunks(neurons: Self.neurons, size: chunk), expected: Double(pairs.count)))
  }

  /// What has arrived in a state variable of each neuron after some steps, with these spikes in each.
  private func arrived(
    _ layout: SynapseRows, _ model: String, _ variable: String, inState: Bool, _ precision: Precision
  )
    throws -> [Double]
  {
    let kernel = try #require(Catalogue.neuron(model))
    let population = kernel.population(
      count: Self.neurons, parameters: ParameterTable(kernel.descriptor, count: Self.neurons), dt: Milliseconds(1),
      precision: precision)
    let table = SynapseTable(layout, sources: RowMap([0...layout.rows - 1]))
    let random = CounterRNG(seed: 2, stream: "weights")
    #expect(
      table.setWeights(double: precision == .double) { row, target, _ in
        row == Self.rows ? 0 : random.uniform(UInt64(row), UInt64(target))
      })
    table.attach(to: inState ? population.takeArrivalsIntoState() : population.makeArrivals(slots: 1), receptor: 0)
    let spikes = SpikeList(capacity: 20)
    let route = table.route(from: spikes, lag: 0)
    let fired = SpikeList(capacity: Self.neurons)
    for (tick, sources) in [[0, 2, 3, 5, 7, 8, 9, 10], [1], [4, 6, 10], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]].enumerated() {
      if inState { population.advance(tick: tick, spikes: fired) }
      spikes.beginStep()
      for source in sources { spikes.append(source) }
      var served = 0
      for chunk in 0..<layout.chunks.count { served += route.deliver(tick: tick, onto: chunk) }
      #expect(served == sources.count * 134)
      if !inState { population.advance(tick: tick, spikes: fired) }
      fired.clear()
    }
    let position = try #require(kernel.descriptor.state.firstIndex { $0.name == variable })
    return (0..<Self.neurons).map { population.value(position, of: $0, tick: 4) }
  }

  @Test(arguments: [64, 1024], Precision.allCases)
  func rowsOfNeighboursGiveTheSameBitsAsAnyOthers(chunk: Int, precision: Precision) throws {
    let dense = try layout(isDense: true, chunk: chunk)
    let other = try layout(isDense: false, chunk: chunk)
    #expect(dense.isDense && !other.isDense)
    for (model, variable, inState) in [("Integrator", "v", false), ("IF_curr_exp", "isyn_exc", true)] {
      let values = try arrived(dense, model, variable, inState: inState, precision)
      #expect(try values == arrived(other, model, variable, inState: inState, precision))
      #expect(values.indices.allSatisfy { (values[$0] != 0) == (7...140).contains($0) })
    }
  }

  @Test func whatIsNotTheSameForAllRowsIsNotDense() throws {
    func isDense(_ pairs: [(Int, Int)], rows: Int = 2) throws -> Bool {
      let wiring = Wiring(
        .listed(pairs.map { PairRule.Pair(pre: $0.0, post: $0.1) }), preCount: rows, postCount: 64, targets: [0...63],
        own: [], random: CounterRNG(seed: 1, stream: ""))
      return try #require(wiring.rows(NeuronChunks(neurons: 64, size: 64), expected: 100)).isDense
    }
    let row = Array(0..<40)
    #expect(try isDense(row.map { (0, $0) } + row.map { (1, $0) }))
    #expect(try !isDense(row.map { (0, $0) } + row.map { (1, $0 + 1) }))
    #expect(try !isDense(row.map { (0, $0) } + row.dropLast().map { (1, $0) }))
    #expect(try !isDense(row.map { (0, $0) } + row.map { (1, $0 == 39 ? 41 : $0) }))
    // Twice on one neuron, and not on its neighbour.
    #expect(try !isDense(row.map { (0, $0 == 9 ? 8 : $0) } + row.map { (1, $0 == 9 ? 8 : $0) }))
    #expect(try !isDense([]))
  }
}
