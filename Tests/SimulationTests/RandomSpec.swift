/// Small networks made at random: every model, reset, connector and kind of delay comes up.
import Basics
import NetworkModel

struct RandomSpec {
  private var random: SeededGenerator
  private let isDiscrete: Bool
  private(set) var spec: NetworkSpec

  init(seed: UInt64) {
    random = SeededGenerator(seed)
    isDiscrete = Bool.random(using: &random)
    spec = NetworkSpec()
    spec.precision = .double
    spec.seed = seed
    spec.dt = Milliseconds(isDiscrete ? 1 : [0.1, 0.25, 1].randomElement(using: &random) ?? 1)
    for number in 0..<Int.random(in: 1...3, using: &random) { spec.populations.append(population("n\(number)")) }
    addSources()
    for number in 0..<Int.random(in: 2...6, using: &random) { spec.projections.append(projection(number)) }
    if Bool.random(using: &random) { addCurrent() }
  }

  private mutating func number(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &random) }
  private mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &random)] }

  private mutating func population(_ name: String) -> PopulationSpec {
    // Two at least, for a single neuron that may not be its own partner has none.
    let size = Int.random(in: 2...40, using: &random)
    let model = pick(isDiscrete ? ["IF_discrete", "LIF_discrete", "Integrator"] : ["IF_curr_exp", "IF_curr_delta"])
    var words = ["reset": pick(["hard", "soft", "none"]), "fires": pick(["at", "above"])]
    if model == "LIF_discrete" { words["decay_input"] = pick(["yes", "no"]) }
    if model == "Integrator" { words = [:] }
    var parameters: [String: ParameterSource] = words.mapValues { .choice($0) }
    for (name, range) in ranges(of: model) {
      let varies = Int.random(in: 0..<4, using: &random) == 0
      let values = (0..<size).map { _ in number(range) }
      parameters[name] = .number(varies ? .values(values) : .constant(values[0]))
    }
    let start = isDiscrete ? ValueSource.uniform(low: -0.5, high: 1.2) : .uniform(low: -70, high: -50)
    return PopulationSpec(name: name, shape: [size], model: model, parameters: parameters, initial: ["v": start])
  }

  private func ranges(of model: String) -> [(String, ClosedRange<Double>)] {
    let threshold = [
      ("v_thresh", 0.5...1.5), ("v_reset", -0.2...0.2), ("tau_refrac", 0.0...3.0), ("bias", -0.05...0.3),
    ]
    let membrane = [
      ("cm", 0.1...1.0), ("tau_m", 5.0...30.0), ("v_rest", -70...(-55.0)), ("v_thresh", -54...(-50.0)),
      ("v_reset", -75...(-65.0)), ("tau_refrac", 0.0...5.0), ("i_offset", 0.0...0.5),
    ]
    return switch model {
    case "Integrator": [("bias", -0.1...0.1)]
    case "IF_discrete": threshold
    case "LIF_discrete": threshold + [("tau", 1.0...5.0)]
    case "IF_curr_exp": membrane + [("tau_syn_E", 0.5...10.0), ("tau_syn_I", 0.5...10.0)]
    default: membrane
    }
  }

  private mutating func addSources() {
    let rate = number(5...200)
    spec.populations.append(
      PopulationSpec("poisson", Int.random(in: 1...30, using: &random), "SpikeSourcePoisson", ["rate": rate]))
    let dt = spec.dt.value
    let times = (0..<5).map { _ in
      Set((0..<10).map { _ in Int.random(in: 1...200, using: &random) }).sorted().map { Double($0) * dt }
    }
    spec.populations.append(PopulationSpec("array", times: times))
  }

  private mutating func projection(_ number: Int) -> ProjectionSpec {
    let targets = spec.populations.count - 2
    let target = Int.random(in: 0..<targets, using: &random)
    let source = Int.random(in: 0..<spec.populations.count, using: &random)
    let isForward = source > targets - 1 || source < target
    let receptor = pick([Receptor.excitatory, .inhibitory])
    let sign = receptor == .excitatory ? 1.0 : -1
    let scale = isDiscrete ? 0.4 : spec.populations[target].model == "IF_curr_exp" ? 0.5 : 3
    let weight = pick([
      ValueSource.constant(0.5 * scale * sign), .uniform(low: min(0, sign * scale), high: max(0, sign * scale)),
    ])
    let delays = [ValueSource.constant(spec.dt.value), .constant(7 * spec.dt.value), .uniform(low: 0.5, high: 20)]
    let delay = isForward && Bool.random(using: &random) ? ValueSource.constant(0) : pick(delays)
    return ProjectionSpec(
      name: "p\(number)", from: part(of: source), to: part(of: target), connector: pick(connectors),
      receptor: receptor, weight: weight, delay: delay, allowSelf: Bool.random(using: &random))
  }

  private var connectors: [Connector] {
    [
      .allToAll, .fixedProbability(0.3), .fixedNumberPre(3, withReplacement: true),
      .fixedTotalNumber(20, withReplacement: true),
      .list([ListedSynapse(pre: 0, post: 0), ListedSynapse(pre: 0, post: 0, weight: nil, delay: Milliseconds(3))]),
    ]
  }

  /// All of a population, or what is left without one neuron in the middle.
  private mutating func part(of population: Int) -> Selection {
    let (name, size) = (spec.populations[population].name, spec.populations[population].size)
    guard size > 4, Bool.random(using: &random) else { return Selection(all: name, size: size) }
    let gap = Int.random(in: 1..<size - 1, using: &random)
    return Selection(population: name, ranges: [0...gap - 1, gap + 1...size - 1])
  }

  private mutating func addCurrent() {
    let target = part(of: 0)
    let amplitude = isDiscrete ? number(-0.1...0.2) : number(-0.2...0.5)
    let (from, to) = (Milliseconds(number(0...20)), Milliseconds(number(20...60)))
    spec.stimuli.append(
      StimulusSpec(into: target, .current(amplitude: amplitude, from: from, to: Bool.random(using: &random) ? to : nil))
    )
  }
}
