/// Poisson numbers, encoders and tables of parameters.
import Basics
import Kernels
import Testing

@Suite struct SpikeTests {
  private let random = CounterRNG(seed: 3, stream: "test")

  private static func draws(_ numbers: PoissonNumbers, _ high: UInt64, blocks: Int) -> [Int] {
    (0..<blocks).flatMap { block -> [Int] in
      let counts = numbers.draw(CounterRNG(seed: 3, stream: "test"), high, block: UInt64(block))
      return counts.indices.map { Int(counts[$0]) }
    }
  }

  @Test(arguments: [0, 0.01, 1, 15.9, 16.1, 300])
  func poissonNumbersHaveTheirMeanAndVariance(mean: Double) {
    let numbers = PoissonNumbers(mean: mean)
    let draws = Self.draws(numbers, 1, blocks: 125).map(Double.init)
    let average = draws.reduce(0, +) / 4000
    let variance = draws.reduce(0) { $0 + ($1 - average) * ($1 - average) } / 3999
    #expect(abs(average - mean) <= 4 * (mean / 4000).squareRoot())
    #expect(abs(variance - mean) <= 4 * mean * ((2 + 1 / max(mean, 1e-9)) / 4000).squareRoot())
  }

  @Test func smallPoissonNumbersHaveTheirProbabilities() {
    let numbers = PoissonNumbers(mean: 1)
    let draws = Self.draws(numbers, 2, blocks: 313)
    var probability = Elementary.exp(-1)
    for value in 0..<5 {
      let count = Double(draws.filter { $0 == value }.count)
      #expect(abs(count - 10_016 * probability) < 4 * (10_016 * probability).squareRoot())
      probability /= Double(value + 1)
    }
  }

  @Test func theBernoulliEncoderIsExactAtZeroAndOneAndFairBetween() {
    let encoder = BernoulliEncoder(random: random)
    let values = [0, 1, 0.3, -0.5, 1.5, 0.7, 1]
    var counts = Array(repeating: 0, count: values.count)
    for tick in 0..<5000 {
      let spikes = SpikeList(capacity: values.count)
      encoder.emit(values, tick: tick, into: spikes)
      #expect(spikes.indices == spikes.indices.sorted())
      for spike in spikes.indices { counts[spike] += 1 }
    }
    #expect(counts[0] == 0 && counts[3] == 0)
    #expect(counts[1] == 5000 && counts[4] == 5000 && counts[6] == 5000)
    let deviation = (5000 * 0.21).squareRoot()
    #expect(abs(Double(counts[2]) - 1500) < 4 * deviation && abs(Double(counts[5]) - 3500) < 4 * deviation)
  }

  /// Thirty-two neurons are drawn at a time; each must have the word that it would have alone.
  @Test func theBernoulliEncoderAsksEveryNeuronsOwnNumber() {
    let values = (0..<75).map { Double($0) / 80 }
    for tick in 0..<40 {
      let spikes = SpikeList(capacity: values.count)
      BernoulliEncoder(random: random).emit(values, tick: tick, into: spikes)
      let expected = values.indices.filter { neuron in
        let word = random.words(UInt64(tick), UInt64(neuron & ~3))[neuron & 3]
        return UInt64(word) < UInt64(values[neuron] * 0x1p32)
      }
      #expect(spikes.indices == expected)
    }
  }

  @Test func spikesAreInsertedInOrderAndOnce() {
    let spikes = SpikeList(capacity: 5)
    for neuron in [3, 1, 4, 3, 0, 1] { spikes.insert(neuron) }
    #expect(spikes.indices == [0, 1, 3, 4])
    spikes.clear()
    #expect(spikes.count() == 0 && spikes.indices.isEmpty)
  }

  @Test func spikesOfTheLastStepsAreKept() {
    let spikes = SpikeList(capacity: 3, longestLag: 2)
    for step in 0..<20 {
      spikes.beginStep()
      for neuron in 0..<step % 4 { spikes.append(neuron) }
      for lag in 0...min(2, step) {
        #expect(spikes.count(lag: lag) == (step - lag) % 4)
        if (step - lag) % 4 == 3 { #expect(spikes.neuron(2, lag: lag) == 2) }
      }
    }
    spikes.clear()
    #expect((0...2).allSatisfy { spikes.count(lag: $0) == 0 })
  }

  @Test func aTableKeepsOneValueUntilNeuronsDiffer() throws {
    let descriptor = try #require(Catalogue.neuron("IF_curr_exp")).descriptor
    var table = ParameterTable(descriptor, count: 10)
    let field = table.field("tau_m")
    #expect(table.isUniform && table.value(field, of: 9) == 20)
    table.set(field, in: [2...3, 9...9], to: 7)
    #expect(!table.isUniform)
    #expect((0..<10).map { table.value(field, of: $0) } == [20, 20, 7, 7, 20, 20, 20, 20, 20, 7])
    table.set(field, in: [0...9], to: 5)
    #expect(table.isUniform && table.value(field, of: 0) == 5)
    #expect(table.choice(table.field("reset"), of: 0) == "hard")
  }

  @Test func rowsFollowASelection() {
    let one = RowMap([3...5])
    #expect((0..<8).map { one.row(of: $0) } == [nil, nil, nil, 0, 1, 2, nil, nil])
    let several = RowMap([1...2, 4...4, 7...7])
    #expect((0..<8).map { several.row(of: $0) } == [nil, 0, 1, nil, 2, nil, nil, 3])
  }

  @Test func targetsBeyondTwoBytesAreKeptWhole() throws {
    for population in [65_536, 65_537, 100_000, 1_000_000] {
      let pairs = [PairRule.Pair(pre: 0, post: population - 1), PairRule.Pair(pre: 0, post: 0)]
      let wiring = Wiring(
        .listed(pairs), preCount: 1, postCount: population, targets: [0...(population - 1)], own: [],
        random: CounterRNG(seed: 1, stream: ""))
      let layout = try #require(wiring.rows(NeuronChunks(population: population), expected: 2))
      let table = SynapseTable(layout, sources: RowMap([0...0]))
      var targets: [Int] = []
      table.forEachSynapse(of: 0) { target, _, _ in targets.append(target) }
      #expect(targets == [0, population - 1])
    }
  }
}
