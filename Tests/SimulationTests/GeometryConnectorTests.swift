/// Connectors to whom it matters where neurons are, against sums over all pairs.
import Basics
import NetworkModel
import Synchronization
import Testing

@testable import Simulation

@Suite struct GeometryConnectorTests {
  private func rule(_ text: String, _ metric: DistanceRule.Metric, periodic: Bool) throws -> DistanceRule {
    DistanceRule(probability: try DistanceExpression(parsing: text), text: text, metric: metric, isPeriodic: periodic)
  }

  /// How often each pair came up over some seeds, [source][target].
  private func counts(_ connector: Connector, shape: [Int], seeds: Int) throws -> [[Int]] {
    let size = shape.reduce(1, *)
    var counts = Array(repeating: Array(repeating: 0, count: size), count: size)
    for seed in 1...seeds {
      var spec = NetworkSpec(PopulationSpec(name: "a", shape: shape, model: "IF_curr_exp"))
      spec.seed = UInt64(seed)
      spec.connect("a", "a", connector, delay: .constant(1))
      let simulation = try Simulation(spec)
      for row in 0..<size {
        simulation.forEachSynapse(of: 0, fromSource: row) { target, _, _ in counts[row][target] += 1 }
      }
    }
    return counts
  }

  @Test(arguments: ["exp(-d/3)", "0.6 * gauss(d, 2)", "0.5 * (d < 4)", "1 - exp(-d/8)", "2 * exp(-d)"], [true, false])
  func pairsHaveTheProbabilityOfTheirDistance(text: String, periodic: Bool) throws {
    for (shape, metric) in [([60], DistanceRule.Metric.line), ([7, 10], .grid)] {
      let rule = try rule(text, metric, periodic: periodic)
      let seeds = 30
      let found = try counts(.distanceDependent(rule), shape: shape, seeds: seeds)
      let (rows, columns) = metric == .grid ? (shape[0], shape[1]) : (1, shape[0])
      func apart(_ a: Int, _ b: Int, _ size: Int) -> Double {
        let straight = abs(a - b)
        return Double(periodic ? min(straight, size - straight) : straight)
      }
      // By distance, the pairs that came up against what is expected of them: one sum of squares for all distances.
      var (expected, seen): ([Double: Double], [Double: Double]) = ([:], [:])
      var isWithinBounds = true
      for a in found.indices {
        for b in found.indices {
          let (dy, dx) = (apart(a / columns, b / columns, rows), apart(a % columns, b % columns, columns))
          let distance = (dy * dy + dx * dx).squareRoot()
          let probability = min(1, max(0, rule.probability.value(at: distance)))
          if probability == 0 || probability == 1 {
            isWithinBounds = isWithinBounds && found[a][b] == Int(probability) * seeds
          }
          expected[distance, default: 0] += probability * Double(seeds)
          seen[distance, default: 0] += Double(found[a][b])
        }
      }
      #expect(isWithinBounds)
      for (distance, mean) in expected where mean > 20 {
        #expect(abs((seen[distance] ?? 0) - mean) < 5 * mean.squareRoot(), "\(text) at \(distance)")
      }
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func farNeuronsCostNothing() throws {
    var spec = NetworkSpec(PopulationSpec(name: "a", shape: [20_000], model: "IF_curr_exp"))
    spec.connect(
      "a", "a", .distanceDependent(try rule("0.5 * gauss(d, 2)", .line, periodic: true)), delay: .constant(1))
    let synapses = try Simulation(spec).projections[0].synapseCount
    // 0.5 · 2 · √(2π) to a neuron.
    #expect(abs(Double(synapses) / 20_000 - 2.5066) < 0.06)
  }

  @Test func smallWorldsKeepTheirDegreeAndLeadSomeAway() throws {
    let ring = try counts(.smallWorld(degree: 6, rewiring: 0), shape: [40], seeds: 1)
    for (pre, row) in ring.enumerated() {
      let targets = Set(row.indices.filter { row[$0] == 1 })
      #expect(targets == Set([1, 2, 3, 37, 38, 39].map { (pre + $0) % 40 }))
    }
    let seeds = 50
    let rewired = try counts(.smallWorld(degree: 6, rewiring: 0.3), shape: [40], seeds: seeds)
    var near = 0
    for (pre, row) in rewired.enumerated() {
      #expect(row.reduce(0, +) == 6 * seeds && row[pre] == 0 && (row.max() ?? 0) <= seeds)
      near += [1, 2, 3, 37, 38, 39].reduce(0) { $0 + row[(pre + $1) % 40] }
    }
    let all = Double(6 * 40 * seeds)
    #expect(abs(Double(near) - 0.7 * all) < 5 * (0.21 * all).squareRoot())
  }

  /// In a small ring there may be nobody left to be led to: then a synapse stays with its neighbour.
  @Test func smallRingsThatAreAllLedAwayCanBeMade() throws {
    for size in 2...8 {
      for degree in 1..<size {
        let rows = try counts(.smallWorld(degree: degree, rewiring: 1), shape: [size], seeds: 1)
        for (pre, row) in rows.enumerated() {
          #expect(row.reduce(0, +) == degree && row[pre] == 0 && row.allSatisfy { $0 <= 1 })
        }
      }
    }
  }

  @Test func buildingTellsHowFarItIsAndCanBeStopped() throws {
    var spec = NetworkSpec(PopulationSpec("a", 1500, "IF_curr_exp"))
    spec.connect("a", "a", .allToAll, delay: .constant(1))
    #expect(throws: BuildError.interrupted) { _ = try Simulation(spec, report: { _ in false }) }
    let heard = Heard()
    _ = try Simulation(spec, report: { heard.add($0) })
    #expect(heard.all.count >= 3 && heard.all == heard.all.sorted() && heard.all.allSatisfy { 0...1 ~= $0 })
  }

  private final class Heard: Sendable {
    private let values = Mutex<[Double]>([])

    var all: [Double] { values.withLock { $0 } }

    func add(_ value: Double) -> Bool {
      values.withLock { $0.append(value) }
      return true
    }
  }
}
