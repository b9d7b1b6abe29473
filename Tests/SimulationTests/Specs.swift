/// Small networks for the tests, in few words.
import Basics
import NetworkModel
@testable import Simulation

extension PopulationSpec {
  /// A population with numbers and words for its parameters.
  init(
    _ name: String, _ size: Int, _ model: String, _ numbers: [String: Double] = [:], words: [String: String] = [:],
    each: [String: [Double]] = [:], initial: [String: ValueSource] = [:]
  ) {
    var parameters = numbers.mapValues { ParameterSource.number(.constant($0)) }
    for (key, values) in each { parameters[key] = .number(.values(values)) }
    for (key, word) in words { parameters[key] = .choice(word) }
    self.init(name: name, shape: [size], model: model, parameters: parameters, initial: initial)
  }

  /// A source that fires at these times [ms].
  init(_ name: String, times: [[Double]]) {
    self.init(
      name: name, shape: [times.count], model: "SpikeSourceArray",
      parameters: ["spike_times": .spikeTimes(times.map { $0.map { Milliseconds($0) } })])
  }
}

extension NetworkSpec {
  init(dt: Double = 0.1, precision: Precision = .double, seed: UInt64 = 1, _ populations: PopulationSpec...) {
    self.init()
    self.dt = Milliseconds(dt)
    self.precision = precision
    self.seed = seed
    self.populations = populations
  }

  func all(_ name: String) -> Selection { Selection(all: name, size: population(name)?.size ?? 1) }

  /// Connects all of `source` to all of `target`.
  mutating func connect(
    _ source: String, _ target: String, _ connector: Connector, _ receptor: Receptor = .excitatory,
    weight: ValueSource = .constant(1), delay: ValueSource = .constant(0), allowSelf: Bool = true
  ) {
    projections.append(
      ProjectionSpec(
        name: "\(source)->\(target)/\(projections.count)", from: all(source), to: all(target), connector: connector,
        receptor: receptor, weight: weight, delay: delay, allowSelf: allowSelf))
  }

  /// The 4,000-neuron benchmark of Vogels and Abbott with current synapses, with its parameters as in the documents,
  /// scaled to `neurons` at the same number of synapses to a neuron.
  static func cuba(neurons: Int = 4000, precision: Precision = .single, delay: ValueSource = .constant(0.1)) -> Self {
    let parameters = [
      "cm": 0.2, "tau_m": 20, "v_rest": -49, "v_reset": -60, "v_thresh": -50, "tau_refrac": 5, "tau_syn_E": 5,
      "tau_syn_I": 10,
    ]
    let initial = ["v": ValueSource.uniform(low: -60, high: -50)]
    var spec = NetworkSpec(
      precision: precision, PopulationSpec("exc", neurons * 4 / 5, "IF_curr_exp", parameters, initial: initial),
      PopulationSpec("inh", neurons - neurons * 4 / 5, "IF_curr_exp", parameters, initial: initial))
    let probability = Connector.fixedProbability(80 / Double(neurons))
    for target in ["exc", "inh"] {
      spec.connect("exc", target, probability, weight: .constant(0.0162), delay: delay)
      spec.connect("inh", target, probability, .inhibitory, weight: .constant(-0.09), delay: delay)
    }
    return spec
  }
}

/// A spike: the tick at its end of step, and the neuron's number in the network.
struct Spike: Hashable, Comparable {
  let tick: Int
  let neuron: Int

  static func < (a: Self, b: Self) -> Bool { (a.tick, a.neuron) < (b.tick, b.neuron) }
}

extension Simulation {
  /// Does so many steps and tells who fired, in order.
  @discardableResult
  mutating func spikes(steps: Int) -> [Spike] {
    var spikes: [Spike] = []
    for _ in 0..<steps {
      step()
      for neuron in lastSpikes { spikes.append(Spike(tick: tick.value, neuron: Int(neuron))) }
    }
    return spikes
  }
}
