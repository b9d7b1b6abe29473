/// Asking why: what can be answered at all, and where the looking begins.
import Basics
import NetworkModel
import Simulation

extension DebugSession {
  /// Asks and waits for the answer; afterwards the session stands where it stood, paused.
  /// - Complexity: the steps from a keyframe before all that still counts; of CUBA some tens of milliseconds.
  package mutating func why(_ question: WhyQuestion) -> WhyAnswer {
    var event = apply(.why(question)).first
    while event == nil, inquiry != nil { event = advance(atMost: 1 << 12).event }
    switch event {
    case .why(_, let answer): return answer
    case .gathered(let evidence): return evidence.answer { true } ?? .givenUp
    default: return .givenUp
    }
  }

  /// Begins to look into the past, which `advance` goes on with: it ends with `EngineEvent.gathered`, or with
  /// `EngineEvent.why` where there is nothing to work out. Nothing of the run is changed.
  mutating func ask(_ question: WhyQuestion) -> [EngineEvent] {
    // Who asks the same once more waits for the same answer.
    if inquiry?.question == question { return [] }
    giveUpInquiry()
    mode = .paused
    if let refusal = refusal(of: question) { return [.why(question, .refused(refusal))] }
    if let problem = problem(with: question) { return [.why(question, .nothing(problem))] }
    timeline.reach(tick)
    let begun =
      switch question {
      case .weight(let from, let to, let projection, let since, let until):
        beginLedger(question, synapses(from: from, to: to, of: projection), since: since, until: until, onto: to)
      case .neuron(let neuron, let tick, let horizon):
        begin(question, neuron, aim(at: neuron, tick, horizon))
      case .silence(let neuron, let from, let to): begin(question, neuron, .silence(from.value..<to.value))
      }
    return begun ? [] : [.why(question, .nothing(Self.wasAnother))]
  }

  /// Said where what is asked about lies before the present network, or behind it.
  static var wasAnother: String { "the network was another one then · go there and ask again" }

  // MARK: What cannot be answered

  private func problem(with question: WhyQuestion) -> String? {
    guard timeline.keepsKeyframes else { return "of this run no past is kept" }
    switch question {
    case .neuron(let neuron, let time, _):
      if let problem = problem(with: neuron) { return problem }
      if let time, time > max(tick, timeline.end) {
        return "that time has not come yet · it is now \(words(for: tick))"
      }
      guard (time ?? tick) > .zero else { return "nothing has been run yet: before 0 ms there is nothing to explain" }
      return nil
    case .silence(let neuron, let from, let to): return problem(with: neuron) ?? problem(from: from, to: to)
    case .weight(let source, let target, let projection, let since, let until):
      guard simulation.has(source), simulation.has(target) else { return "there are no such neurons in this network" }
      return problem(from: since, to: until) ?? problem(withWeightFrom: source, to: target, of: projection)
    }
  }

  private func problem(from: Tick, to: Tick) -> String? {
    if from < .zero { return "there is nothing before 0 ms" }
    if let problem = SpanWords.problem(from: from, to: to, dt: dt) { return problem }
    if to <= max(tick, timeline.end) { return nil }
    return "\(words(for: to)) has not come yet · it is now \(words(for: tick))"
  }

  private func words(for tick: Tick) -> String { ChangeWords.time(tick, dt: dt) }

  /// Why nothing can be said of a neuron.
  private func problem(with neuron: NeuronAddress) -> String? {
    guard simulation.has(neuron) else { return "there is no such neuron in this network" }
    let info = simulation.populations[neuron.population]
    let name = simulation.name(of: neuron)
    switch info.descriptor.kind {
    case .source: return "\(name) is a source: it fires as its parameters say, whatever the network does"
    case .input: return "\(name) plays data: it does what they say"
    case .neuron: break
    }
    if !info.descriptor.fires { return "\(name) never fires: \(info.descriptor.id) only adds up" }
    let place = NeuronPlace(info.name, neuron.index)
    if simulation.spec.without.contains(where: { $0.part == .neuron(place) }) {
      return "\(name) never fires: the network is run without it"
    }
    return nil
  }

  // MARK: What is looked for

  /// At a time: its spike then, or its silence until then. Otherwise its last spike, if that is still to be seen.
  private func aim(at neuron: NeuronAddress, _ time: Tick?, _ horizon: Milliseconds?) -> Inquiry.Aim {
    let end = time ?? tick
    let last = history.lastSpikeStep[simulation.number(of: neuron)]
    let silence = silenceStart(before: end, neuron)..<end.value
    guard time != nil || last >= 0 && tick.value - last <= recentSteps else {
      return .silence(silence)
    }
    let horizon = horizon ?? simulation.membraneTime(neuron)
    let steps = max(1, Int((horizon.value / dt.value).rounded()))
    return .spike(step: time.map { $0.value - 1 } ?? last, horizon: horizon, steps: steps, otherwise: silence)
  }

  /// What people mean by its last spike, and by its silence: as far back as the screen shows, or half a second where it
  /// shows less, or nothing at all.
  private var recentSteps: Int { max(request.windowSteps(dt: dt), Milliseconds(500).ticks(dt: dt)) }

  /// Since when it is silent at a time, as far back as one looks.
  private func silenceStart(before tick: Tick, _ neuron: NeuronAddress) -> Int {
    let first = max(0, tick.value - recentSteps)
    return min(tick.value - 1, max(first, lastSpike(of: neuron, before: tick.value) + 1))
  }

  /// The step of the last spike before this one, as far as that is known; otherwise far before the run.
  func lastSpike(of neuron: NeuronAddress, before step: Int) -> Int {
    let number = UInt32(simulation.number(of: neuron))
    return history.spikes.steps(ofNeuron: number).last { $0 < step } ?? step - Memory.most
  }
}

extension Simulation {
  /// The time constant of a neuron's membrane, and 20 ms, or steps, where the model has none.
  fileprivate func membraneTime(_ neuron: NeuronAddress) -> Milliseconds {
    let descriptor = populations[neuron.population].descriptor
    for (name, unit) in [("tau_m", 1.0), ("tau", dt.value)] {
      if let field = descriptor.parameters.firstIndex(where: { $0.name == name }),
        case .number(let value) = parameter(population: neuron.population, field: field, index: neuron.index)
      {
        return Milliseconds(value * unit)
      }
    }
    return Milliseconds(descriptor.isDimensionless ? 20 * dt.value : 20)
  }
}
