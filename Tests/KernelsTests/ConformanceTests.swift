/// What every neuron model of the catalogue has to keep to.
import Basics
import Kernels
import Testing

@Suite struct ConformanceTests {
  private static let models = Catalogue.neurons.map(\.descriptor.id)

  private func kernel(_ model: String) throws -> NeuronKernel { try #require(Catalogue.neuron(model)) }

  /// Random arrivals at these neurons: the k-th of the list always gets the same.
  private func arrivals(
    at neurons: [ClosedRange<Int>], _ tray: ArrivalTray, _ descriptor: ModelDescriptor, mean: Double = 0.3,
    stream: String
  ) -> [PoissonArrivals] {
    let weights: (Double, Double) =
      switch descriptor.weightDimension {
      case .current: (0.5, -0.25)
      case .conductance: (0.2, 0.05)
      case .voltage: (15, -3)
      default: (1.5, -0.75)
      }
    return [(0, weights.0), (1, weights.1)].map { receptor, weight in
      PoissonArrivals(
        neurons: neurons, tray: tray, receptor: receptor, mean: mean, weight: weight,
        random: CounterRNG(seed: 1, stream: "\(stream)/\(receptor)"))
    }
  }

  /// The state variables of a neuron after every step, and when it fired.
  private func history(
    of neuron: Int, in population: NeuronPopulation, variables: Int, steps: Int, _ arrivals: [PoissonArrivals]
  ) -> [[Double]] {
    (0..<steps).map { tick in
      for arrival in arrivals { _ = arrival.deliver(tick: tick, onto: 0..<population.count) }
      let spikes = SpikeList(capacity: population.count)
      population.advance(tick: tick, spikes: spikes)
      return (0..<variables).map { population.value($0, of: neuron, tick: tick + 1) } + [
        spikes.indices.contains(neuron) ? 1 : 0
      ]
    }
  }

  @Test(arguments: models, Precision.allCases)
  func aNeuronDoesNotDependOnItsNeighbours(model: String, precision: Precision) throws {
    let kernel = try kernel(model)
    let variables = kernel.descriptor.state.count
    let (count, neuron) = (37, 21)
    var histories: [[[Double]]] = []
    for hasNeighbours in [false, true] {
      var table = ParameterTable(kernel.descriptor, count: count)
      if hasNeighbours {
        // Neighbours that differ in their first parameter, too.
        table.set(0, in: [0...20, 22...36], to: 0.7)
      }
      let population = kernel.population(count: count, parameters: table, dt: Milliseconds(1), precision: precision)
      let tray = population.makeArrivals(slots: 1)
      var all = arrivals(at: [neuron...neuron], tray, kernel.descriptor, stream: "own")
      if hasNeighbours {
        all += arrivals(at: [0...19, 22...36], tray, kernel.descriptor, mean: 2, stream: "others")
      }
      histories.append(history(of: neuron, in: population, variables: variables, steps: 300, all))
    }
    #expect(histories[0] == histories[1])
    #expect(!kernel.descriptor.fires || histories[0].contains { $0.last == 1 })
  }

  @Test(arguments: models, Precision.allCases)
  func stateStaysFiniteUnderHeavyInput(model: String, precision: Precision) throws {
    let kernel = try kernel(model)
    let table = ParameterTable(kernel.descriptor, count: 5)
    let population = kernel.population(count: 5, parameters: table, dt: Milliseconds(0.1), precision: precision)
    let tray = population.makeArrivals(slots: 1)
    let input = arrivals(at: [0...4], tray, kernel.descriptor, mean: 50, stream: "heavy")
    let history = history(
      of: 4, in: population, variables: kernel.descriptor.state.count, steps: 1000, input)
    #expect(history.allSatisfy { $0.allSatisfy(\.isFinite) })
  }

  @Test(arguments: models)
  func singleAndDoublePrecisionAgreeUntilTheFirstSpike(model: String) throws {
    let kernel = try kernel(model)
    let variables = kernel.descriptor.state.count
    let histories = Precision.allCases.map { precision in
      let table = ParameterTable(kernel.descriptor, count: 3)
      let population = kernel.population(count: 3, parameters: table, dt: Milliseconds(0.1), precision: precision)
      let tray = population.makeArrivals(slots: 1)
      let input = arrivals(at: [0...2], tray, kernel.descriptor, mean: 0.05, stream: "few")
      return history(of: 1, in: population, variables: variables, steps: 100, input)
    }
    for (single, double) in zip(histories[0], histories[1]) where double.last == 0 && single.last == 0 {
      for (a, b) in zip(single, double) { #expect(abs(a - b) < 1e-4 * (1 + abs(b))) }
    }
  }

  @Test(arguments: models, Precision.allCases)
  func equalParametersGiveTheSameBitsWhetherStoredOnceOrForEach(model: String, precision: Precision) throws {
    let kernel = try kernel(model)
    let values = (0..<2).map { isStoredForEach in
      var table = ParameterTable(kernel.descriptor, count: 50)
      for field in kernel.descriptor.parameters.indices {
        let value = table.value(field, of: 0)
        if isStoredForEach == 1 { table.setEach(field, to: Array(repeating: value, count: 50)) }
      }
      let population = kernel.population(count: 50, parameters: table, dt: Milliseconds(0.1), precision: precision)
      let tray = population.makeArrivals(slots: 1)
      let input = arrivals(at: [0...49], tray, kernel.descriptor, stream: "same")
      _ = history(of: 0, in: population, variables: 1, steps: 200, input)
      var hash = StateHash()
      population.hash(into: &hash, tick: 200)
      return hash.value
    }
    #expect(values[0] == values[1])
  }

  @Test(arguments: models)
  func partsOfAPopulationAddUpToTheWhole(model: String) throws {
    let kernel = try kernel(model)
    let results = [false, true].map { isSplit in
      let table = ParameterTable(kernel.descriptor, count: 100)
      let population = kernel.population(count: 100, parameters: table, dt: Milliseconds(1), precision: .single)
      let tray = population.makeArrivals(slots: 1)
      let input = arrivals(at: [0...99], tray, kernel.descriptor, mean: 1, stream: "parts")
      return (0..<100).map { tick in
        for arrival in input { _ = arrival.deliver(tick: tick, onto: 0..<population.count) }
        let spikes = SpikeList(capacity: 100)
        for blocks in isSplit ? [0..<2, 2..<3, 3..<population.blocks] : [0..<population.blocks] {
          population.advance(tick: tick, blocks: blocks, spikes: spikes)
        }
        return spikes.indices
      }
    }
    #expect(results[0] == results[1])
  }

  @Test func whatHasDecayedToNothingIsNothing() throws {
    let kernel = try kernel("IF_curr_exp")
    for precision in Precision.allCases {
      let table = ParameterTable(kernel.descriptor, count: 1)
      let population = kernel.population(count: 1, parameters: table, dt: Milliseconds(1), precision: precision)
      population.setValue(1, of: 0, tick: 0, to: 1)
      for tick in 0..<4000 { population.advance(tick: tick, spikes: SpikeList(capacity: 1)) }
      #expect(population.value(1, of: 0, tick: 4000) == 0)
    }
  }
}
