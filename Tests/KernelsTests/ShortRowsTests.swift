/// Short rows are served by way of a list, which must do what one addition after the other does, to the last bit.
import Basics
import Testing

@testable import Kernels

@Suite struct ShortRowsTests {
  private static let neurons = 300
  private static let rows = 70

  /// Rows of 0 to 12 synapses, some of them twice onto one neuron; one of 290, longer than the list has room for with
  /// others before it; and the last of 1, behind which the table ends.
  private static let pairs: [PairRule.Pair] = {
    let random = CounterRNG(seed: 3, stream: "rows")
    return (0..<rows).flatMap { row -> [PairRule.Pair] in
      if row == 33 { return (0..<290).map { PairRule.Pair(pre: row, post: $0) } }
      let count = row == rows - 1 ? 1 : Int(random.uniform(UInt64(row), 0) * 13)
      let posts = (0..<count).map { Int(random.uniform(UInt64(row), UInt64($0 + 1)) * 290) }.sorted()
      return posts.map { PairRule.Pair(pre: row, post: $0) }
    }
  }()

  private static let rowsOfPairs = Dictionary(grouping: pairs, by: \.pre)

  private static let random = CounterRNG(seed: 4, stream: "weights")

  private static func weight(_ row: Int, _ neuron: Int) -> Double {
    random.uniform(UInt64(row), UInt64(neuron)) - 0.3
  }

  private func table(chunk: Int, hasWeights: Bool, _ precision: Precision) throws -> SynapseTable {
    let wiring = Wiring(
      .listed(Self.pairs), preCount: Self.rows, postCount: 290, targets: [7...296], own: [],
      random: CounterRNG(seed: 1, stream: ""))
    let layout = try #require(wiring.rows(NeuronChunks(neurons: Self.neurons, size: chunk), expected: 1000))
    let table = SynapseTable(layout, sources: RowMap([0...Self.rows - 1]))
    if hasWeights {
      #expect(table.setWeights(double: precision == .double) { row, target, _ in Self.weight(row, target) })
    } else {
      table.setWeight(0.3)
    }
    return table
  }

  /// The sum of each neuron's arrivals, in the order of spikes and synapses.
  private func expected<Scalar: BinaryFloatingPoint & SendableMetatype>(
    _ steps: [[Int]], hasWeights: Bool, _: Scalar.Type
  ) -> [Double] {
    var sums = [Scalar](repeating: 0, count: Self.neurons)
    for sources in steps {
      for source in sources {
        for pair in Self.rowsOfPairs[source] ?? [] {
          sums[pair.post + 7] += Scalar(hasWeights ? Self.weight(source, pair.post + 7) : 0.3)
        }
      }
    }
    return sums.map { Double($0) }
  }

  /// Rows that are gathered first, with room for all, for some of a step's and for hardly any.
  private static let waysOfGathering: [Int?] = [nil, 2000, 320, 20]

  @Test(arguments: [64, 128, 1024], Precision.allCases)
  func aListGivesTheSameBitsAsOneAfterTheOther(chunk: Int, precision: Precision) throws {
    for room in Self.waysOfGathering { try aListGivesTheSameBits(chunk: chunk, precision: precision, room: room) }
  }

  private func aListGivesTheSameBits(chunk: Int, precision: Precision, room: Int?) throws {
    let steps = [Array(0..<Self.rows), [33], [], [1, 33, 69], [69], Array(20..<60)]
    let kernel = try #require(Catalogue.neuron("Integrator"))
    for hasWeights in [false, true] {
      let population = kernel.population(
        count: Self.neurons, parameters: ParameterTable(kernel.descriptor, count: Self.neurons), dt: Milliseconds(1),
        precision: precision)
      let table = try table(chunk: chunk, hasWeights: hasWeights, precision)
      table.attach(to: population.makeArrivals(slots: 1), receptor: 0, gathering: room)
      let spikes = SpikeList(capacity: Self.rows)
      let route = table.route(from: spikes, lag: 0)
      var served = 0
      for (tick, sources) in steps.enumerated() {
        spikes.beginStep()
        for source in sources { spikes.append(source) }
        // Each thread gathers for its own part.
        let middle = table.chunks.count / 2
        for part in [0..<middle, middle..<table.chunks.count] where room != nil { route.gather(onto: part) }
        for chunk in 0..<table.chunks.count {
          served += route.deliver(tick: tick, onto: chunk, isGathered: room != nil)
        }
      }
      #expect(served == steps.joined().reduce(0) { $0 + (Self.rowsOfPairs[$1]?.count ?? 0) })
      population.advance(tick: steps.count, spikes: SpikeList(capacity: Self.neurons))
      let v = (0..<Self.neurons).map { population.value(0, of: $0, tick: steps.count) }
      let sums =
        precision == .single
        ? expected(steps, hasWeights: hasWeights, Float.self) : expected(steps, hasWeights: hasWeights, Double.self)
      #expect(v.indices.filter { v[$0] != sums[$0] } == [])
    }
  }
}
