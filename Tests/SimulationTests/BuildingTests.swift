/// Large networks: how far the building has got is told, it can be stopped, and what does not fit is not begun.
import Basics
import NetworkModel
import Synchronization
import Testing

@testable import Simulation

@Suite struct BuildingTests {
  /// Half a million synapses, so that every phase reports once, each with a weight and a delay of its own.
  private var spec: NetworkSpec {
    var spec = NetworkSpec(precision: .single, PopulationSpec("n", 1500, "IF_curr_exp"))
    spec.connect(
      "n", "n", .fixedNumberPre(355, withReplacement: true), weight: .uniform(low: 0, high: 1),
      delay: .uniform(low: 1, high: 9))
    return spec
  }

  @Test func progressGoesFromNothingToAllAndNeverBack() throws {
    let heard = Mutex<[Double]>([])
    let simulation = try Simulation(spec) { fraction in
      heard.withLock { $0.append(fraction) }
      return true
    }
    let fractions = heard.withLock { $0 }
    #expect(fractions.count == 4 && fractions == fractions.sorted())
    #expect(fractions.allSatisfy { (0...1).contains($0) })
    #expect(fractions[0] < 0.1 && (fractions.last ?? 0) > 0.8)
    #expect(simulation.synapseCount == 1500 * 355)
  }

  /// In every phase: while pairs are counted, put in their places, and given weights and delays.
  @Test func buildingStopsAtAnyReport() throws {
    for last in 1...4 {
      let reports = Mutex(0)
      #expect(throws: BuildError.interrupted) {
        _ = try Simulation(spec) { _ in
          reports.withLock { count in
            count += 1
            return count < last
          }
        }
      }
      #expect(reports.withLock { $0 } == last)
    }
  }

  @Test(arguments: [
    (Connector.fixedNumberPre(1_000_000, withReplacement: true), ValueSource.uniform(low: 0, high: 1)),
    (.fixedProbability(0.9), .constant(1)), (.allToAll, .normal(mean: 0, deviation: 1, min: nil, max: nil)),
    (.fixedTotalNumber(1 << 40, withReplacement: false), .constant(1)),
  ])
  func whatDoesNotFitIsRefusedWithItsSize(connector: Connector, weight: ValueSource) throws {
    var spec = NetworkSpec(precision: .single, PopulationSpec("n", 2_000_000, "IF_curr_exp"))
    spec.connect("n", "n", connector, weight: weight, delay: .constant(1))
    let limit = 24_000_000_000
    #expect {
      _ = try Simulation(spec, options: BuildOptions(memoryLimit: limit))
    } throws: { error in
      guard case BuildError.tooLarge(let needed, limit) = error else { return false }
      return needed > 2 << 40
    }
  }

  /// What is foreseen is what is taken, within a few percent.
  @Test func theSizeThatIsForeseenIsTheSize() throws {
    let taken = try Simulation(spec).synapseMemory
    #expect(throws: BuildError.self) { _ = try Simulation(spec, options: BuildOptions(memoryLimit: taken)) }
    _ = try Simulation(spec, options: BuildOptions(memoryLimit: taken + taken / 20))
  }
}
