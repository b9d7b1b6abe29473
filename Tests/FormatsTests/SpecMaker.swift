/// Valid networks made at random, with everything in them that can be written in more than one way.
import Basics
import NetworkModel
import Support

struct SpecMaker {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func spec() -> NetworkSpec {
    var spec = NetworkSpec()
    spec.title = pick(["", "Plain", "With: colon # and hash", "- dash", "\"quoted\"", "~", "网络", "a\nb"])
    spec.about = pick(["", "One line", "Two\nlines\n", "  led by space\nx\n", "many\n\n\n", "tab\there"])
    spec.seed = UInt64.random(in: 0...UInt64.max, using: &random)
    spec.precision = pick([.single, .double])
    spec.duration = pick([nil, Milliseconds(500), Milliseconds(60_000)])
    for number in 0..<Int.random(in: 1...4, using: &random) { spec.populations.append(population("p\(number)")) }
    spec.populations.append(source())
    for number in 0..<Int.random(in: 0...5, using: &random) { spec.projections.append(projection(number, spec)) }
    if Bool.random(using: &random) { spec.stimuli.append(stimulus(spec)) }
    if Bool.random(using: &random) { spec.without = omissions(spec) }
    for text in pick([[], ["a note"], ["one: of two", "# two"]]) { spec.notes.append(note(text, spec)) }
    spec.workbench = WorkbenchHints(speed: pick([nil, 0.5, .infinity]), window: pick([nil, Milliseconds(200)]))
    spec.workbench.breakpoints = pick([
      [], [BreakpointHint("spike(a[0])"), BreakpointHint("a.v > -51 mV", isOn: false, isOneShot: true, ignore: 2)],
    ])
    spec.workbench.bookmarks = pick([
      [],
      [
        BookmarkHint("here", at: Milliseconds(83.2)),
        BookmarkHint("b", at: Milliseconds(0), note: "it: [begins], #1", branch: "branch 1, without spike a[0]"),
      ],
    ])
    spec.workbench.raster = pick([nil, "voltage"])
    spec.workbench.weights = pick([nil, "fan-in"])
    spec.workbench.sort = pick([nil, "rate", "v up"])
    spec.workbench.filter = pick([nil, "v > -55 mV and rate < 5 Hz"])
    if Bool.random(using: &random) {
      spec.workbench.panes = pick([nil, ["trace"], ["graph", "raster"]])
    } else {
      var panes = WorkbenchHints.paneNames.shuffled(using: &random)
      spec.workbench.layout = layout(&panes, depth: 0)
    }
    return spec
  }

  private mutating func omissions(_ spec: NetworkSpec) -> [WithoutSpec] {
    let sender = NeuronPlace(pick(["p0", "times"]), 1)
    var parts: [WithoutSpec.Part] = [.neuron(sender), .spike(sender, at: Milliseconds(pick([0.1, 80.1, 1500])))]
    for projection in spec.projections.prefix(2) {
      let source = NeuronPlace(projection.source.population, projection.source.index(at: 0))
      let target = NeuronPlace(projection.target.population, projection.target.index(at: 0))
      parts += [.synapse(from: source, to: target), .arrival(from: source, to: target, at: Milliseconds(2.5))]
    }
    return parts.shuffled(using: &random).prefix(pick([1, 3])).map { WithoutSpec($0) }
  }

  private mutating func note(_ text: String, _ spec: NetworkSpec) -> NoteSpec {
    let subjects: [NoteSpec.Subject] =
      [.network, .neurons(Selection("p0", neuron: 1)), .neurons(Selection(all: "p0", size: spec.populations[0].size))]
      + spec.projections.map(\.name).filter { spec.population($0) == nil }.map { .projection($0) }
    return NoteSpec(on: pick(subjects), text)
  }

  private mutating func layout(_ panes: inout [String], depth: Int) -> SplitTree<String> {
    guard depth < 3, panes.count > 2, Bool.random(using: &random) else {
      return .frame((0..<min(panes.count, pick([1, 2]))).map { _ in panes.removeLast() })
    }
    var parts: [SplitTree<String>.Part] = []
    for _ in 0..<pick([2, 3]) where !panes.isEmpty {
      parts.append(SplitTree.Part(layout(&panes, depth: depth + 1), share: pick([1, 7])))
    }
    return parts.count > 1 ? .split(pick([.columns, .rows]), parts) : parts[0].tree
  }

  private mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &random)] }
  /// With few digits, as people write, or with all that there are.
  private mutating func number(_ range: ClosedRange<Double>) -> Double {
    let value = Double.random(in: range, using: &random)
    return Bool.random(using: &random) ? (value * 10).rounded(.towardZero) / 10 : value
  }

  private mutating func population(_ name: String) -> PopulationSpec {
    let shape = pick([[Int.random(in: 2...90, using: &random)], [3, 4]])
    let size = shape.reduce(1, *)
    var parameters: [String: ParameterSource] = ["reset": .choice(pick(["hard", "soft", "none"]))]
    for (key, range) in [("tau_m", 5.0...30.0), ("cm", 0.1...1.0), ("i_offset", -1.0...1.0), ("v_rest", -80...(-60))] {
      let value = max(0.1, number(range))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: parameters[key] = .number(.constant(key == "tau_m" || key == "cm" ? value : number(range)))
      case 1: parameters[key] = .number(.uniform(low: range.lowerBound, high: range.upperBound))
      case 2: parameters[key] = .number(.values((0..<size).map { _ in Double.random(in: range, using: &random) }))
      default: break
      }
    }
    return PopulationSpec(
      name: name, shape: shape, model: "IF_curr_exp", parameters: parameters,
      initial: pick([[:], ["v": .constant(-61.5)], ["v": .normal(mean: -60, deviation: 2, min: -80, max: -51)]]))
  }

  private mutating func source() -> PopulationSpec {
    let trains = (0..<pick([1, 3])).map { _ in [1, 2.5, Double(Int.random(in: 3...99, using: &random))] }
    return PopulationSpec(
      name: "times", shape: [3], model: "SpikeSourceArray",
      parameters: ["spike_times": .spikeTimes(trains.map { $0.map { Milliseconds($0) } })])
  }

  private mutating func projection(_ number: Int, _ spec: NetworkSpec) -> ProjectionSpec {
    let source = part(of: pick(spec.populations))
    let target = part(of: pick(spec.populations.filter { $0.model == "IF_curr_exp" }))
    let receptor = pick([Receptor.excitatory, .inhibitory])
    let sign = receptor == .excitatory ? 1.0 : -1
    let weights: [ValueSource] = [
      .constant(sign * self.number(0.1...2)), .uniform(low: min(0, sign), high: max(0, sign)),
      .normal(mean: sign, deviation: 0.25, min: sign > 0 ? 0 : nil, max: sign > 0 ? nil : 0),
    ]
    let name = pick(["p\(number)", "from \(number)".filter { $0 != " " }])
    let connector = connector(source, target, sign)
    // A matrix says every weight itself.
    let isMatrix = if case .matrix = connector { true } else { false }
    var projection = ProjectionSpec(
      name: name, from: source, to: target, connector: connector, receptor: receptor,
      weight: isMatrix ? .constant(1) : pick(weights),
      delay: pick([.constant(0.1), .constant(1500), .uniform(low: 1, high: 5)]),
      allowSelf: true)
    let (pre, post) = (source.count - 1, target.count - 1)
    projection.exceptions = pick([
      [], [], [ListedSynapse(pre: 0, post: post, weight: sign * self.number(0.1...1))],
      [
        ListedSynapse(pre: pre, post: 0, weight: nil, delay: Milliseconds(2)),
        ListedSynapse(pre: pre, post: post, weight: sign * 0.25, delay: Milliseconds(0.3)),
      ],
    ])
    return projection
  }

  private mutating func connector(_ source: Selection, _ target: Selection, _ sign: Double) -> Connector {
    let count = pick([1, 3, 80])
    let listed = (0..<count).map { index in
      ListedSynapse(
        pre: index % source.count, post: index % target.count, weight: sign * number(0.1...1), delay: Milliseconds(0.5))
    }
    let values = (0..<source.count * target.count).map { _ in sign * Double.random(in: 0...1, using: &random) }
    let text = "exp(-d / 3) * (d < 10)"
    let rule = (try? DistanceExpression(parsing: text)).map {
      DistanceRule(probability: $0, text: text, metric: .line, isPeriodic: Bool.random(using: &random))
    }
    var all: [Connector] = [
      .allToAll, .fixedProbability(number(0...1)), .fixedNumberPre(2, withReplacement: true), .list(listed),
      .fixedNumberPost(1, withReplacement: false), .fixedTotalNumber(4, withReplacement: true),
      .list(listed.map { ListedSynapse(pre: $0.pre, post: $0.post) }),
      .matrix(WeightMatrix(postCount: target.count, preCount: source.count, values: values)),
    ]
    if let rule { all.append(.distanceDependent(rule)) }
    return pick(all)
  }

  private mutating func part(of population: PopulationSpec) -> Selection {
    let all = Selection(all: population.name, size: population.size)
    guard population.size > 6, Bool.random(using: &random) else { return all }
    let ranges = pick([[0...0], [0...1, 3...population.size - 1], [0...0, 2...3, 5...5]])
    return Selection(population: population.name, ranges: ranges)
  }

  private mutating func stimulus(_ spec: NetworkSpec) -> StimulusSpec {
    let to = pick([nil, Milliseconds(400)])
    let kinds: [StimulusSpec.Kind] = [
      .current(amplitude: number(-1...1), from: Milliseconds(100), to: to),
      .poisson(rate: number(1...20_000), weight: -0.1, receptor: .inhibitory),
      .waveform(.sine(amplitude: 1, frequency: 10, phase: 90, offset: 0.5), from: Milliseconds(0), to: to),
      .waveform(.pulses(amplitude: 1, width: Milliseconds(1), period: Milliseconds(10)), from: Milliseconds(0), to: to),
      .waveform(.noise(mean: 0, deviation: 0.25, interval: Milliseconds(0.5)), from: Milliseconds(5), to: to),
      .waveform(
        .step(times: [Milliseconds(1), Milliseconds(5)], amplitudes: [1, -1]), from: Milliseconds(0), to: nil),
      .waveform(.recorded(values: [0, 1, 0.5], interval: Milliseconds(1)), from: Milliseconds(0), to: nil),
    ]
    return StimulusSpec(into: part(of: spec.populations[0]), pick(kinds))
  }
}
