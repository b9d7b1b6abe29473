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

  /// - Parameter report: hears which part of the synapses has been made, and says whether to go on.
  mutating func build(report: (@Sendable (Double) -> Bool)? = nil) throws(BuildError) -> Network {
    try spec.checkLearning()
    let infos = try populationInfos()
    let builders = try projectionBuilders(infos)
    try checkMemory(infos, builders)
    var populations: [Network.Population] = []
    for (info, population) in zip(infos, spec.populations) {
      populations.append(try PopulationBuilder(population, info, dt: spec.dt, seed: seed, precision: precision).build())
    }
    var projections: [Network.Projection] = []
    let all = builders.reduce(1.0) { $0 + $1.expectedSynapses }
    var done = 0.0
    for builder in builders {
      projections.append(
        try builder.build(report: Self.part(of: report, from: done / all, share: builder.expectedSynapses / all)))
      done += builder.expectedSynapses
    }
    let trays = try makeArrivals(populations, &projections)
    return Network(
      populations: populations, projections: projections, poissonArrivals: try poissonArrivals(infos, trays))
  }

  /// How far a part has got, as how far the whole has.
  private static func part(
    of report: (@Sendable (Double) -> Bool)?, from start: Double, share: Double
  ) -> (@Sendable (Double) -> Bool)? {
    guard let report else { return nil }
    return { report(start + share * $0) }
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
          precision: precision, chunks: options.chunks(of: infos[target].size)))
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

  /// Gives every population its in-tray and tells the projections where they end. By population; nil for sources.
  private func makeArrivals(
    _ populations: [Network.Population], _ projections: inout [Network.Projection]
  ) throws(BuildError) -> [ArrivalTray?] {
    let slots = populations.indices.map { slotCount(of: $0, populations, projections) }
    try checkMemory(ofArrivals: zip(populations, slots).map { $0.body.neurons?.memoryOfArrivals(slots: $1 ?? 0) ?? 0 })
    let trays = zip(populations, slots).map { population, slots in
      let neurons = population.body.neurons
      return if let slots { neurons?.makeArrivals(slots: slots) } else { neurons?.takeArrivalsIntoState() }
    }
    for number in projections.indices {
      let info = projections[number].info
      if trays[info.targetPopulation] == nil, projections[number].plasticity != nil {
        projections[number].synapses.attachNowhere()
        projections[number].lag = projections[number].synapses.longestDelay
        continue
      }
      guard let tray = trays[info.targetPopulation] else {
        throw .cannotReceive(populations[info.targetPopulation].info.name, from: info.name)
      }
      let synapses = projections[number].synapses
      synapses.attach(to: tray, receptor: spec.projections[number].receptor == .excitatory ? 0 : 1)
      if waitsAsSpikes(projections[number], populations) { projections[number].lag = synapses.longestDelay }
    }
    return trays
  }

  /// How many slots a population's ring of arrivals needs; nil where all that arrives can be added to its state.
  private func slotCount(
    of population: Int, _ populations: [Network.Population], _ projections: [Network.Projection]
  ) -> Int? {
    let incoming = projections.filter { $0.info.targetPopulation == population }
    let hasStimulus = spec.stimuli.contains { stimulus in
      guard case .poisson = stimulus.kind else { return false }
      return stimulus.target.population == populations[population].info.name
    }
    let inRing = incoming.filter { !waitsAsSpikes($0, populations) }
    if inRing.isEmpty, !hasStimulus, populations[population].body.neurons?.takesArrivalsIntoState == true { return nil }
    return inRing.map(\.slots).max() ?? 1
  }

  /// Spikes with one delay for all wait as spikes; analog values and what differs from synapse to synapse, in the ring.
  private func waitsAsSpikes(_ projection: Network.Projection, _ populations: [Network.Population]) -> Bool {
    if projection.plasticity != nil { return true }
    return projection.canDeliverLate && populations[projection.info.sourcePopulation].info.descriptor.kind != .input
  }

  private func checkMemory(ofArrivals bytes: [Int]) throws(BuildError) {
    let needed = bytes.reduce(0) { $0 &+ min($1, .max / 1024) }
    if let limit = options.memoryLimit, needed > limit { throw .tooLarge(needed: needed, limit: limit) }
  }

  private func poissonArrivals(
    _ infos: [PopulationInfo], _ trays: [ArrivalTray?]
  ) throws(BuildError) -> [[PoissonArrivals]] {
    var arrivals = infos.map { _ in [PoissonArrivals]() }
    for (number, stimulus) in spec.stimuli.enumerated() {
      guard case .poisson(let rate, let weight, let receptor) = stimulus.kind else { continue }
      let population = try index(of: stimulus.target.population, in: infos, for: "a stimulus")
      guard let tray = trays[population] else { throw .cannotReceive(infos[population].name, from: "a stimulus") }
      arrivals[population].append(
        PoissonArrivals(
          neurons: stimulus.target.ranges, tray: tray, receptor: receptor == .excitatory ? 0 : 1,
          mean: rate * spec.dt.value / 1000, weight: weight,
          random: CounterRNG(seed: seed, stream: "stimulus/\(number)/\(stimulus.target.population)")))
    }
    return arrivals
  }
}
