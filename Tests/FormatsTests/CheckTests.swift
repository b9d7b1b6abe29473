/// The checks of a network as a whole, held against slow and simple versions of themselves.
import Basics
import NetworkModel
import Testing

@testable import Formats

@Suite struct CheckTests {
  private func projection(_ source: Int, _ target: Int, delay: Double) -> ProjectionSpec {
    ProjectionSpec(
      name: "\(source)->\(target)", from: Selection("p\(source)", neuron: 0), to: Selection("p\(target)", neuron: 0),
      connector: .allToAll, delay: .constant(delay))
  }

  /// Random graphs: a circle is found exactly where repeated squaring of the adjacency finds one, and it is one.
  @Test func circlesWithoutDelay() throws {
    let random = CounterRNG(seed: 3, stream: "circles")
    for trial in 0..<400 {
      let count = 2 + trial % 6
      var projections: [ProjectionSpec] = []
      var reaches = Array(repeating: Array(repeating: false, count: count), count: count)
      for edge in 0..<count + trial % 4 {
        let words = random.words(UInt64(trial), UInt64(edge))
        let (source, target) = (Int(words[0]) % count, Int(words[1]) % count)
        let delay = words[2] % 3 == 0 ? 1.0 : 0
        projections.append(projection(source, target, delay: delay))
        if delay == 0 { reaches[source][target] = true }
      }
      for middle in 0..<count {
        for a in 0..<count where reaches[a][middle] {
          for b in 0..<count where reaches[middle][b] { reaches[a][b] = true }
        }
      }
      let hasCircle = (0..<count).contains { reaches[$0][$0] }
      let found = DelayCycles.find(in: projections)
      #expect((found != nil) == hasCircle, "trial \(trial)")
      if let found { expectCircle(found.path, closedBy: projections[found.projection], in: projections) }
    }
  }

  private func expectCircle(_ path: [String], closedBy last: ProjectionSpec, in projections: [ProjectionSpec]) {
    #expect(path.count >= 2 && path.first == path.last)
    #expect(last.target.population == path.last && last.source.population == path[path.count - 2])
    for (a, b) in zip(path, path.dropFirst()) {
      #expect(
        projections.contains { $0.source.population == a && $0.target.population == b && $0.delay == .constant(0) })
    }
  }

  @Test func listedDelaysCountAmongTheCircle() {
    var a = projection(0, 1, delay: 1)
    a.connector = .list([ListedSynapse(pre: 0, post: 0, delay: Milliseconds(0))])
    var b = projection(1, 0, delay: 1)
    b.delay = .values([1, 0])
    #expect(DelayCycles.find(in: [a, b])?.path == ["p0", "p1", "p0"])
    #expect(DelayCycles.find(in: [a, projection(1, 0, delay: 1)]) == nil)
  }

  /// What a source can give lies within what is allowed exactly where no draw breaks it.
  @Test(
    arguments: [
      (.constant(0), 0...1, false), (.constant(2), 0...1, true), (.uniform(low: 0, high: 1), 0...1, false),
      (.uniform(low: -1, high: 1), 0...1, true), (.uniform(low: 0, high: 2), 0...1, true),
      (.normal(mean: 0.5, deviation: 0.1, min: nil, max: 1), 0...1, true),
      (.normal(mean: 0.5, deviation: 0.1, min: 0, max: nil), 0...1, true),
      (.normal(mean: 0.5, deviation: 0.1, min: 0, max: 1), 0...1, false),
      (.normal(mean: 5, deviation: 1, min: 0, max: nil), 0...1e9, false),
      (.lognormal(mu: 0, sigma: 1), 0...1e9, false), (.lognormal(mu: 0, sigma: 1), -1e9...0, true),
      (.values([0, 1, 0.5]), 0...1, false), (.values([0, 1, 1.5]), 0...1, true), (.values([]), 0...1, false),
    ] as [(ValueSource, ClosedRange<Double>, Bool)])
  func bounds(_ source: ValueSource, _ allowed: ClosedRange<Double>, _ breaks: Bool) {
    #expect((source.breaking(allowed) != nil) == breaks)
  }

  @Test func memoryIsThatOfTheSynapses() {
    func bytes(_ connector: Connector, pre: Int = 100, post: Int = 50, weight: ValueSource = .constant(1)) -> Double {
      ProjectionSpec(
        name: "x", from: Selection(all: "a", size: pre), to: Selection(all: "b", size: post), connector: connector,
        weight: weight, delay: .constant(1)
      ).leastMemory(onto: [post]) - 12 * Double(pre + post)
    }
    #expect(bytes(.allToAll) == 2 * 5000)
    #expect(bytes(.fixedProbability(0.1)) == 2 * 500)
    #expect(bytes(.fixedNumberPre(3, withReplacement: false)) == 2 * 150)
    #expect(bytes(.fixedNumberPost(3, withReplacement: false)) == 2 * 300)
    #expect(bytes(.fixedTotalNumber(7, withReplacement: true), weight: .uniform(low: 0, high: 1)) == 6 * 7)
    #expect(bytes(.smallWorld(degree: 4, rewiring: 0)) == 2 * 400)
    #expect(bytes(.oneToOne, pre: 9, post: 9) == 2 * 9)
    #expect(bytes(.allToAll, pre: 1 << 40, post: 1 << 40) > 1e24)
  }
}
