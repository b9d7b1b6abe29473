/// Turns a population's description into neurons with parameters and an initial state.
import Basics
import Kernels
import NetworkModel

struct PopulationBuilder {
  private let spec: PopulationSpec
  private let info: PopulationInfo
  private let dt: Milliseconds
  private let seed: UInt64
  private let precision: Precision

  init(_ spec: PopulationSpec, _ info: PopulationInfo, dt: Milliseconds, seed: UInt64, precision: Precision) {
    self.spec = spec
    self.info = info
    self.dt = dt
    self.seed = seed
    self.precision = precision
  }

  func build() throws(BuildError) -> Network.Population {
    let parameters = table()
    let body: Network.Body
    switch info.descriptor.kind {
    case .input: body = .input
    case .source: body = .source(source(parameters))
    case .neuron:
      guard let kernel = Catalogue.neuron(info.descriptor.id) else {
        throw .unknownModel(spec.model, population: spec.name)
      }
      let neurons = kernel.population(count: info.size, parameters: parameters, dt: dt, precision: precision)
      setInitialState(of: neurons, parameters)
      body = .neurons(neurons)
    }
    return Network.Population(
      info: info, body: body, parameters: parameters, initialParameters: parameters, times: times)
  }

  private var times: [[Milliseconds]] {
    for case .spikeTimes(let times) in spec.parameters.values { return times }
    return []
  }

  private func table() -> ParameterTable {
    var table = ParameterTable(info.descriptor, count: info.size)
    for (position, field) in info.descriptor.parameters.enumerated() {
      switch spec.parameters[field.name] {
      case .number(let source):
        if let value = source.single {
          table.setAll(position, to: value)
        } else {
          let draw = Draw(source, seed: seed, stream: "population/\(spec.name)/\(field.name)")
          table.setEach(position, to: (0..<info.size).map { draw.value(0, $0, position: $0) })
        }
      case .choice(let word):
        if let value = field.number(for: .choice(word)) { table.setAll(position, to: value) }
      case .spikeTimes, nil: break
      }
    }
    return table
  }

  private func source(_ parameters: ParameterTable) -> any SpikeSource {
    if info.descriptor.id == Catalogue.array.id {
      let each = (0..<info.size).map { neuron in
        times.isEmpty ? [] : times[times.count == 1 ? 0 : neuron].map { $0.ticks(dt: dt) }
      }
      return ArraySource(ticks: each)
    }
    let random = CounterRNG(seed: seed, stream: "population/\(spec.name)/spikes")
    return Catalogue.poissonSource(parameters: parameters, dt: dt, random: random)
  }

  /// What the document sets; an unset v starts at v_rest where the model has one; everything else at 0.
  private func setInitialState(of neurons: NeuronPopulation, _ parameters: ParameterTable) {
    for (position, variable) in info.descriptor.state.enumerated() {
      if let source = spec.initial[variable.name] {
        let draw = Draw(source, seed: seed, stream: "population/\(spec.name)/initial/\(variable.name)")
        for neuron in 0..<info.size {
          neurons.setValue(position, of: neuron, to: draw.value(0, neuron, position: neuron))
        }
      } else if variable.name == "v", info.descriptor.parameter("v_rest") != nil {
        let field = parameters.field("v_rest")
        for neuron in 0..<info.size { neurons.setValue(position, of: neuron, to: parameters.value(field, of: neuron)) }
      }
    }
    neurons.rememberInitial()
  }
}
