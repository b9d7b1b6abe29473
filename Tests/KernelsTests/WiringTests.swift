/// How pairs become rows: whatever way they take there, and up to the moment in which nobody wants them any more.
import Basics
import Synchronization
import Testing

@testable import Kernels

@Suite struct WiringTests {
  /// Writes down what it is handed.
  private struct Recorder: PairSink {
    var pairs: [[Int]] = []
    mutating func add(_ pre: Int, _ post: Int) { pairs.append([pre, post]) }
    mutating func goesOn(_ fraction: Double) -> Bool { pairs.count < 900 }
  }

  /// In several helpings, the last of them not full.
  @Test func bandsHandOnEveryPairAndThoseOfASourceInOrder() {
    let random = CounterRNG(seed: 1, stream: "pairs")
    let pairs = (0..<1000).map { number in
      [Int(random.uniform(1, UInt64(number)) * 3000), Int(random.uniform(2, UInt64(number)) * 4_000_000_000)]
    }
    var banded = BandedSink(Recorder(), rows: 3000, expected: 4800)
    for pair in pairs { banded.add(pair[0], pair[1]) }
    #expect(banded.base.pairs.count == 900 && !banded.goesOn(0.9))
    banded.handOn()
    let handed = banded.base.pairs
    #expect(handed.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) } == pairs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) })
    for source in Set(pairs.map { $0[0] }) {
      #expect(handed.filter { $0[0] == source } == pairs.filter { $0[0] == source })
    }
    // Twelve bits of a source, of which eight tell its band.
    for start in stride(from: 0, to: 900, by: 300) {
      let bands = handed[start..<start + 300].map { $0[0] >> 4 }
      #expect(bands == bands.sorted())
    }
  }

  /// So many sources that pairs are banded, beside the same rule gone through by hand.
  @Test func manySourcesAreDrawnAsFewAre() throws {
    let (sources, targets, number) = (70_000, 300, 40)
    let random = CounterRNG(seed: 5, stream: "wiring")
    let wiring = Wiring(
      .sourcesOfEachTarget(number, withReplacement: false), preCount: sources, postCount: targets,
      targets: [0...targets - 1], own: [], random: random)
    let rows = try #require(
      wiring.rows(NeuronChunks(neurons: targets, size: 64), expected: Double(targets * number)))
    var expected = [[Int]](repeating: [], count: sources)
    var draws = PartnerDraws(random, among: sources, number: number, withReplacement: false)
    for target in 0..<targets { draws.forEach(leavingOut: -1) { expected[$0].append(target) } }
    for row in 0..<sources {
      var found: [Int] = []
      rows.forEach(of: row) { target, _ in found.append(target) }
      #expect(found == expected[row])
    }
  }

  /// Every subset as often as every other: few elements of many, which are leapt to, many of few, and all.
  @Test(arguments: [(2, 60), (3, 7), (1, 9), (4, 5)])
  func subsetsAreEquallyLikely(wanted: Int, all: Int) {
    var counts: [[Int]: Int] = [:]
    let subsets = (0..<wanted).reduce(1) { $0 * (all - $1) / ($1 + 1) }
    for trial in 0..<subsets * 30 {
      var skips = SubsetSkips(CounterRNG(seed: UInt64(trial), stream: "subset"), wanted: wanted, outOf: all)
      var element = -1
      let subset = (0..<wanted).map { _ in
        element += 1 + skips.next()
        return element
      }
      counts[subset, default: 0] += 1
    }
    #expect(counts.keys.allSatisfy { $0 == $0.sorted() && ($0.last ?? 0) < all })
    let chiSquare = counts.values.reduce(30.0 * Double(subsets - counts.count)) {
      $0 + (Double($1) - 30) * (Double($1) - 30) / 30
    }
    let freedom = Double(subsets - 1)
    #expect(abs(chiSquare - freedom) < 4 * (2 * freedom).squareRoot() + 1, "\(chiSquare) at \(freedom)")
  }

  @Test(arguments: [(0, 5), (5, 5), (1, 1), (1000, 1_000_000_000_000), (999, 1000), (77, 1001)])
  func subsetsHaveTheirSizeAndStayInside(wanted: Int, all: Int) {
    for seed in 0..<20 {
      var skips = SubsetSkips(CounterRNG(seed: UInt64(seed), stream: "subset"), wanted: wanted, outOf: all)
      let elements = (0..<wanted).map { _ in skips.next() + 1 }.reduce(into: [-1]) { $0.append($0[$0.count - 1] + $1) }
      #expect(elements.dropFirst().allSatisfy { (0..<all).contains($0) } && Set(elements).count == wanted + 1)
      // The middle one of many lies about in the middle.
      if wanted >= 1000 { #expect(abs(Double(elements[500]) / Double(all) - 0.5) < 0.1) }
    }
  }

  @Test func whoSetsWeightsAndDelaysHearsThatNobodyWantsThem() throws {
    let wiring = Wiring(
      .everyPair, preCount: 2000, postCount: 600, targets: [0...599], own: [],
      random: CounterRNG(seed: 1, stream: ""))
    let rows = try #require(wiring.rows(NeuronChunks(population: 600), expected: 1_200_000))
    let table = SynapseTable(rows, sources: RowMap([0...1999]))
    let heard = Mutex<[Double]>([])
    @Sendable func stop(_ fraction: Double) -> Bool {
      heard.withLock { $0.append(fraction) }
      return false
    }
    var set = 0
    let weights: (Int, Int, Int) -> Double = { _, _, _ in
      set += 1
      return 1
    }
    #expect(!table.setWeights(double: false, report: stop, weights))
    #expect(set < 600_000)
    #expect(!table.setDelays(report: stop) { _, _, _ in 3 })
    #expect(heard.withLock { $0.count } == 2 && heard.withLock { $0 }.allSatisfy { $0 > 0.4 && $0 < 0.5 })
    #expect(table.setWeights(double: false, weights) && table.setDelays { _, _, _ in 3 })
    #expect(table.weightRange == 1...1 && table.longestDelay == 3)
  }
}
