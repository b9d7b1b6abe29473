/// Every model, one line each. The only place where concrete models are named.
package import Basics

/// What the rest of the program needs of a neuron model: its description, and a way to make populations.
package struct NeuronKernel: Sendable {
  package let descriptor: ModelDescriptor
  private let makeSingle: @Sendable (_ count: Int, ParameterTable, _ dt: Double) -> NeuronPopulation
  private let makeDouble: @Sendable (_ count: Int, ParameterTable, _ dt: Double) -> NeuronPopulation
  private let phasesSingle: @Sendable (ParameterTable, _ neuron: Int, _ dt: Double) -> NeuronPhases
  private let phasesDouble: @Sendable (ParameterTable, _ neuron: Int, _ dt: Double) -> NeuronPhases

  /// Called with concrete models only, so that their loops are specialised here.
  @inline(__always)
  init<Single: NeuronModel, Double: NeuronModel>(_ single: Single.Type, _ double: Double.Type)
  where Single.L == FloatLane, Double.L == DoubleLane {
    descriptor = Double.descriptor
    makeSingle = { NeuronPopulation(ModelPopulation<Single>(count: $0, parameters: $1, dt: $2)) }
    makeDouble = { NeuronPopulation(ModelPopulation<Double>(count: $0, parameters: $1, dt: $2)) }
    phasesSingle = { NeuronPhases(Single.self, $0, neuron: $1, dt: $2) }
    phasesDouble = { NeuronPhases(Double.self, $0, neuron: $1, dt: $2) }
  }

  /// The phases of one neuron of a population. - Parameter parameters: those of its population.
  package func phases(of neuron: Int, parameters: ParameterTable, dt: Milliseconds, precision: Precision)
    -> NeuronPhases
  {
    precision == .single ? phasesSingle(parameters, neuron, dt.value) : phasesDouble(parameters, neuron, dt.value)
  }

  /// - Parameter dt: [ms].
  package func population(
    count: Int, parameters: ParameterTable, dt: Milliseconds, precision: Precision
  ) -> NeuronPopulation {
    precision == .single ? makeSingle(count, parameters, dt.value) : makeDouble(count, parameters, dt.value)
  }
}

package enum Catalogue {
  package static let neurons: [NeuronKernel] = [
    NeuronKernel(IFCurrExp<FloatLane>.self, IFCurrExp<DoubleLane>.self),
    NeuronKernel(IFCurrDelta<FloatLane>.self, IFCurrDelta<DoubleLane>.self),
    NeuronKernel(IFCurrAlpha<FloatLane>.self, IFCurrAlpha<DoubleLane>.self),
    NeuronKernel(IFCondExp<FloatLane>.self, IFCondExp<DoubleLane>.self),
    NeuronKernel(IFCondAlpha<FloatLane>.self, IFCondAlpha<DoubleLane>.self),
    NeuronKernel(HHSquid<FloatLane>.self, HHSquid<DoubleLane>.self),
    NeuronKernel(HHCondExp<FloatLane>.self, HHCondExp<DoubleLane>.self),
    NeuronKernel(Izhikevich<FloatLane>.self, Izhikevich<DoubleLane>.self),
    NeuronKernel(AdEx<FloatLane>.self, AdEx<DoubleLane>.self),
    NeuronKernel(IFDiscrete<FloatLane>.self, IFDiscrete<DoubleLane>.self),
    NeuronKernel(LIFDiscrete<FloatLane>.self, LIFDiscrete<DoubleLane>.self),
    NeuronKernel(Integrator<FloatLane>.self, Integrator<DoubleLane>.self),
  ]

  /// The sources that follow their parameters alone; one that plays given times is made from those.
  package static let sources: [SourceKernel] = [
    SourceKernel(poisson) { PoissonSource(parameters: $0, dt: $1, random: $2) },
    SourceKernel(SourceDescriptors.regular) { parameters, dt, _ in RegularSource(parameters: parameters, dt: dt) },
  ]

  /// Every rule by which weights change, one line each.
  package static let rules: [PlasticityKernel] = [
    PlasticityKernel(STDPPair<Float>.self, STDPPair<Double>.self)
  ]

  package static let poisson = SourceDescriptors.poisson
  package static let array = SourceDescriptors.array
  package static let input = SourceDescriptors.input

  /// All that a population can be, in the order in which it is listed to people.
  package static let descriptors: [ModelDescriptor] =
    neurons.map(\.descriptor) + sources.map(\.descriptor) + [array, input]

  /// The kernel of the neuron model with this id.
  package static func neuron(_ id: String) -> NeuronKernel? { neurons.first { $0.descriptor.id == id } }

  /// The rule of plasticity with this id.
  package static func rule(_ id: String) -> PlasticityKernel? { rules.first { $0.descriptor.id == id } }

  /// The kernel of the source with this id.
  package static func source(_ id: String) -> SourceKernel? { sources.first { $0.descriptor.id == id } }
}

/// What the rest of the program needs of a source: its description, and a way to make it.
package struct SourceKernel: Sendable {
  package let descriptor: ModelDescriptor
  private let make: @Sendable (ParameterTable, _ dt: Double, CounterRNG) -> any SpikeSource

  init(_ descriptor: ModelDescriptor, make: @escaping @Sendable (ParameterTable, Double, CounterRNG) -> any SpikeSource)
  {
    self.descriptor = descriptor
    self.make = make
  }

  /// - Parameter dt: [ms].
  package func source(parameters: ParameterTable, dt: Milliseconds, random: CounterRNG) -> any SpikeSource {
    make(parameters, dt.value, random)
  }
}
