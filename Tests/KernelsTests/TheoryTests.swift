/// Every formula of the catalogue against its own model, stepped by itself.
import Basics
import Testing

@testable import Kernels

struct TheoryTests {
  /// One neuron of a model in double precision, stepped without input.
  private struct Neuron {
    let kernel: NeuronKernel
    let population: NeuronPopulation
    let parameters: ParameterTable
    private(set) var tick = 0

    init(_ kernel: NeuronKernel, _ settings: [String: Double], choices: [String: String] = [:], dt: Double) {
      self.kernel = kernel
      var table = ParameterTable(kernel.descriptor, count: 1)
      for (name, value) in settings where kernel.descriptor.parameter(name) != nil {
        table.setAll(table.field(name), to: value)
      }
      for (name, word) in choices {
        // A choice is kept as its place among the words.
        guard case .choice(let words)? = kernel.descriptor.parameter(name)?.kind, let place = words.firstIndex(of: word)
        else { continue }
        table.setAll(table.field(name), to: Double(place))
      }
      parameters = table
      population = kernel.population(count: 1, parameters: table, dt: Milliseconds(dt), precision: .double)
      _ = population.makeArrivals(slots: 1)
    }

    var values: NeuronValues {
      let descriptor = kernel.descriptor
      let settings = descriptor.parameters.indices.map { field -> ParameterSetting in
        if case .choice = descriptor.parameters[field].kind { return .choice(parameters.choice(field, of: 0)) }
        return .number(parameters.value(field, of: 0))
      }
      return NeuronValues(
        descriptor, parameters: settings,
        state: descriptor.state.indices.map { population.value($0, of: 0, tick: tick) })
    }

    func value(_ name: String) -> Double { values[name] }

    func set(_ name: String, _ value: Double) {
      guard let variable = kernel.descriptor.state.firstIndex(where: { $0.name == name }) else { return }
      population.setValue(variable, of: 0, tick: tick, to: value)
    }

    /// Whether it fired.
    mutating func step() -> Bool {
      let spikes = SpikeList(capacity: 1)
      population.advance(tick: tick, blocks: 0..<population.blocks, spikes: spikes)
      tick += 1
      return spikes.count() > 0
    }
  }

  static let planes = Catalogue.neurons.filter { $0.descriptor.plane != nil }
  static let rates = Catalogue.neurons.filter { $0.descriptor.firing != nil }

  @Test func modelsWithTwoVariablesHaveAPlane() {
    #expect(
      Self.planes.map(\.descriptor.id).sorted() == ["EIF_cond_exp_isfa_ista", "HH_cond_exp", "HH_squid", "Izhikevich"])
  }

  /// On its nullcline a variable stands still, beside it it does not: over a step so short that it is a derivative.
  @Test(arguments: 0..<4, [-75.0, -62, -55, -48])
  func onANullclineItsVariableStandsStill(_ model: Int, _ v: Double) throws {
    let kernel = Self.planes[model]
    let plane = try #require(kernel.descriptor.plane)
    let dt = 1e-6
    func slopes(y: (NeuronValues) -> Double, off: Double) -> (x: Double, y: Double) {
      var neuron = Neuron(kernel, ["i_offset": 0.3, "substeps": 1], dt: dt)
      neuron.set("v", v)
      neuron.population.settle()
      neuron.set("gsyn_exc", 0.002)
      neuron.set(plane.y, y(neuron.values) + off)
      let before = (neuron.value(plane.x), neuron.value(plane.y))
      _ = neuron.step()
      return ((neuron.value(plane.x) - before.0) / dt, (neuron.value(plane.y) - before.1) / dt)
    }
    let scale = kernel.descriptor.plane?.bounds == nil && plane.y == "w" ? 0.01 : 0.05
    if !plane.xNullcline(v, Neuron(kernel, [:], dt: dt).values).isNaN {
      let on = slopes(y: { plane.xNullcline(v, $0) }, off: 0).x
      let off = slopes(y: { plane.xNullcline(v, $0) }, off: scale).x
      #expect(abs(on) < 0.02 * abs(off), "\(kernel.descriptor.id) at \(v): \(on) on the nullcline, \(off) beside it")
    }
    let on = slopes(y: { plane.yNullcline(v, $0) }, off: 0).y
    let off = slopes(y: { plane.yNullcline(v, $0) }, off: scale).y
    #expect(abs(on) < 0.02 * abs(off), "\(kernel.descriptor.id) at \(v): \(on) on the nullcline, \(off) beside it")
  }

  /// The mean interval of a long run, against the formula; on the grid it may be a step longer.
  @Test(arguments: 0..<7, [("hard", "at", 1.7), ("soft", "at", 3.25), ("hard", "above", 3.25), ("soft", "at", 1.7)])
  func intervalsAreThoseOfTheFormula(
    _ model: Int, _ words: (reset: String, fires: String, strength: Double)
  ) throws {
    let kernel = Self.rates[model]
    let theory = try #require(kernel.descriptor.firing)
    let drive = try #require(kernel.descriptor.drive)
    let isDiscrete = kernel.descriptor.isDimensionless
    let dt = isDiscrete ? 1 : 0.01
    // Physical: R = 20 MΩ, 15 mV to the threshold. Discrete: a tenth of the threshold a step, and a leak of 16 steps.
    let amount = isDiscrete ? words.strength / 16 : words.strength
    var neuron = Neuron(
      kernel, [drive.name: amount, "cm": 1, "tau_m": 20, "tau_refrac": 3, "tau": 16, "v_rest": -65],
      choices: ["reset": words.reset, "fires": words.fires, "decay_input": "no"], dt: dt)
    neuron.set("v", isDiscrete ? 0 : -65)
    let times = (0..<20_000).filter { _ in neuron.step() }
    guard let predicted = theory.interval(amount, neuron.values) else {
      #expect(words.reset == "soft", "only a soft reset in discrete time has no formula")
      return
    }
    #expect(times.count > 10)
    let mean = Double(times[times.count - 1] - times[0]) / Double(times.count - 1) * dt
    #expect(
      mean > predicted - 1e-3 * predicted - 1e-9 && mean < predicted + (isDiscrete ? 1e-3 * predicted : dt) + 1e-9)
  }

  @Test func belowTheRheobaseTheIntervalIsEndless() throws {
    for kernel in Self.rates {
      let neuron = Neuron(kernel, ["cm": 1, "tau_m": 20, "v_rest": -65], dt: 1)
      let theory = try #require(kernel.descriptor.firing)
      #expect(theory.interval(kernel.descriptor.isDimensionless ? 0 : 0.7499, neuron.values) == .infinity)
    }
    #expect(Self.rates.count == 7)
  }

  @Test func whereNoFormulaHoldsThereIsNone() throws {
    for kernel in Self.rates {
      let theory = try #require(kernel.descriptor.firing)
      let endless = Neuron(kernel, [:], choices: ["reset": "none"], dt: 1)
      #expect(theory.interval(5, endless.values) == nil)
      let adapting = Neuron(kernel, ["theta_plus": 1], dt: 1)
      if kernel.descriptor.parameter("theta_plus") != nil { #expect(theory.interval(5, adapting.values) == nil) }
    }
  }
}
