/// Builds a network from its description: populations first, then projections, then room for spikes under way.
import Basics
import Kernels
import NetworkModel

struct NetworkBuilder {
  private let spec: NetworkSpec
  private let options: BuildOptions
  let seed: UInt64
  let precision: Precision

  init(_ spec: NetworkSpec, options: BuildOptions) throws(BuildError) {
    self.spec = spec
    self.options = options
    seed = options.seed ?? spec.seed
    precision = options.precision ?? spec.precision
  }

  mutating func build() throws(BuildError) -> Network {
    let infos = try populationInfos()
    let builders = try projectionBuilders(infos)
    try checkMemory(infos, builders)
    var populations: [Network.Population] = []
    for (info, population) in zip(infos, spec.populations) {
      populations.append(try PopulationBuilder(population, info, dt: spec.dt, seed: seed, precision: precision).build())
    }
    var projections: [Network.Projection] = []
    for builder in builders { projections.append(try builder.build()) }
    makeArrivals(populations, projections)
    return try Network(
      populations: populations, projections: projections, poissonArrivals: try poissonArrivals(populations))
  }

  func dataPlayer(for network: Network) throws(BuildError) -> DataPlayer? {
    for stimulus in spec.stimuli {
      guard case .data(let data) = stimulus.kind else { continue }
      guard let dataset = spec.dataset(data.dataset) else { throw .unknownDataset(data.dataset) }
      return try DataPlayer(data, target: stimulus.target, dataset: dataset, network: network, seed: seed)
    }
    return nil
  }

  private func populationInfos() throws(BuildError) -> [PopulationInfo] {
    var first = 0
    var infos: [PopulationInfo] = []
    for population in spec.populations {
      guard let descriptor = Catalogue.descriptors.first(where: { $0.id == population.model }) else {
        throw .unknownModel(population.model, population: population.name)
      }
      infos.append(
        PopulationInfo(
          name: population.name, size: population.size, shape: population.shape, descriptor: descriptor,
          firstNeuron: first))
      first += population.size
    }
    return infos
  }

  private func projectionBuilders(_ infos: [PopulationInfo]) throws(BuildError) -> [ProjectionBuilder] {
    var builders: [ProjectionBuilder] = []
    for projection in spec.projections {
      let source = try index(of: projection.source.population, in: infos, for: projection.name)
      let target = try index(of: projection.target.population, in: infos, for: projection.name)
      builders.append(
        ProjectionBuilder(
          spec: projection, source: (source, infos[source]), target: (target, infos[target]), dt: spec.dt, seed: seed,
          precision: precision))
    }
    return builders
  }

  private func index(of name: String, in infos: [PopulationInfo], for place: String) throws(BuildError) -> Int {
    guard let index = infos.firstIndex(where: { $0.name == name }) else { throw .unknownPopulation(name, in: place) }
    return index
  }

  private func checkMemory(_ infos: [PopulationInfo], _ builders: [ProjectionBuilder]) throws(BuildError) {
    guard let limit = options.memoryLimit else { return }
    let neurons = infos.reduce(0) { $0 + $1.size * 64 }
    let needed = builders.reduce(neurons) { sum, builder in sum + min(builder.expectedMemory, .max / 1024) }
    if needed > limit { throw .tooLarge(needed: needed, limit: limit) }
  }

  private func makeArrivals(_ populations: [Network.Population], _ projections: [Network.Projection]) {
    for (index, population) in populations.enumerated() {
      guard case .neurons(let neurons) = population.body else { continue }
      let incoming = projections.enumerated().filter { $0.element.info.targetPopulation == index }
      neurons.makeArrivals(longestDelay: incoming.map(\.element.synapses.longestDelay).max() ?? 0)
      for (number, projection) in incoming {
        let receptor = spec.projections[number].receptor == .excitatory ? 0 : 1
        projection.synapses.attach(to: neurons.arrivals, receptor: receptor)
      }
    }
  }

  private func poissonArrivals(_ populations: [Network.Population]) throws(BuildError) -> [PoissonArrivals] {
    var arrivals: [PoissonArrivals] = []
    for (number, stimulus) in spec.stimuli.enumerated() {
      guard case .poisson(let rate, let weight, let receptor) = stimulus.kind else { continue }
      let population = populations.first { $0.info.name == stimulus.target.population }
      guard case .neurons(let neurons) = population?.body else {
        throw .unknownPopulation(stimulus.target.population, in: "a stimulus")
      }
      arrivals.append(
        PoissonArrivals(
          neurons: stimulus.target.ranges.flatMap { Array($0) }, tray: neurons.arrivals,
          receptor: receptor == .excitatory ? 0 : 1, mean: rate * spec.dt.value / 1000, weight: weight,
          random: CounterRNG(seed: seed, stream: "stimulus/\(number)/\(stimulus.target.population)")))
    }
    return arrivals
  }
}
