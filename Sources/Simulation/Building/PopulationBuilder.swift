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
    case .source: body = .source(try source(parameters))
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

  private func source(_ parameters: ParameterTable) throws(BuildError) -> any SpikeSource {
    if info.descriptor.id == Catalogue.array.id {
      let each = (0..<info.size).map { neuron in
        times.isEmpty ? [] : times[times.count == 1 ? 0 : neuron].map { $0.ticks(dt: dt) }
      }
      return ArraySource(ticks: each)
    }
    guard let kernel = Catalogue.source(info.descriptor.id) else {
      throw .unknownModel(spec.model, population: spec.name)
    }
    let random = CounterRNG(seed: seed, stream: "population/\(spec.name)/spikes")
    return kernel.source(parameters: parameters, dt: dt, random: random)
  }

  /// What the document sets; an unset v starts at v_rest where the model has one; what hangs on v, such as gates, in
  /// balance with it; everything else as the model says, which is mostly 0.
  private func setInitialState(of neurons: NeuronPopulation, _ parameters: ParameterTable) {
    setInitialPotential(of: neurons, parameters)
    neurons.settle()
    for (position, variable) in info.descriptor.state.enumerated() where variable.name != "v" {
      if let source = spec.initial[variable.name] { draw(source, variable.name, position, of: neurons) }
    }
    neurons.rememberInitial()
  }

  private func setInitialPotential(of neurons: NeuronPopulation, _ parameters: ParameterTable) {
    guard let position = info.descriptor.state.firstIndex(where: { $0.name == "v" }) else { return }
    if let source = spec.initial["v"] { return draw(source, "v", position, of: neurons) }
    guard info.descriptor.parameter("v_rest") != nil else { return }
    let field = parameters.field("v_rest")
    for neuron in 0..<info.size {
      neurons.setValue(position, of: neuron, tick: 0, to: parameters.value(field, of: neuron))
    }
  }

  private func draw(_ source: ValueSource, _ name: String, _ position: Int, of neurons: NeuronPopulation) {
    let draw = Draw(source, seed: seed, stream: "population/\(spec.name)/initial/\(name)")
    for neuron in 0..<info.size {
      neurons.setValue(position, of: neuron, tick: 0, to: draw.value(0, neuron, position: neuron))
    }
  }
}
