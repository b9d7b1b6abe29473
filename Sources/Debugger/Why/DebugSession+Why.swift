/// Answering why a neuron fired.
import Basics
import NetworkModel
import Simulation

extension DebugSession {
  /// Looks into the past, and changes nothing: afterwards the session stands where it stood, paused.
  /// - Complexity: the steps from a keyframe before all that still counts; of CUBA some tens of milliseconds.
  package mutating func why(_ question: WhyQuestion) -> WhyAnswer {
    mode = .paused
    guard timeline.keepsKeyframes else { return .nothing("of this run no past is kept") }
    switch question {
    case .neuron(let neuron, let tick, let horizon):
      if let problem = problem(with: neuron) { return .nothing(problem) }
      return explain(neuron, at: tick, horizon: horizon)
    case .silence(let neuron, let from, let to):
      if let problem = problem(with: neuron) { return .nothing(problem) }
      return silence(of: neuron, from: from, to: to)
    case .weight(let source, let target, let since, let until):
      guard simulation.has(source), simulation.has(target) else {
        return .nothing("there are no such neurons in this network")
      }
      return ledger(from: source, to: target, since: since, until: until)
    }
  }

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

  private mutating func explain(_ neuron: NeuronAddress, at tick: Tick?, horizon: Milliseconds?) -> WhyAnswer {
    let last = history.lastSpikeStep[simulation.number(of: neuron)]
    if let tick {
      guard tick >= .zero, tick <= max(self.tick, timeline.end) else {
        return .nothing("that time has not come yet · it is now \(ChangeWords.number(self.tick.time(dt: dt).value)) ms")
      }
      if let fired = fired(neuron, step: tick.value - 1, horizon: horizon) { return fired }
      return silence(of: neuron, from: silenceStart(before: tick, neuron), to: tick)
    }
    let isRecent = last >= 0 && self.tick.value - last <= request.windowSteps(dt: dt)
    if isRecent, let fired = fired(neuron, step: last, horizon: horizon) { return fired }
    return silence(of: neuron, from: silenceStart(before: self.tick, neuron), to: self.tick)
  }

  /// Nil where it did not fire in this step.
  private mutating func fired(_ neuron: NeuronAddress, step: Int, horizon: Milliseconds?) -> WhyAnswer? {
    guard step >= 0 else { return nil }
    let horizon = horizon ?? simulation.membraneTime(neuron)
    let steps = max(1, Int((horizon.value / dt.value).rounded()))
    guard let (shares, maps) = potential(neuron, step: step, until: step + 1 + steps), maps.recording[step].fired
    else { return nil }
    let recording = maps.recording
    let v = maps.active[maps.v]
    var search = CausalSearch(maps, spike: step, end: step + 1 + steps, v: v)
    let causal = search.result(shares)
    var potential = WhyPotential(shares, recording, causal: Set(causal.arrivals))
    let effects = ArrivalEffects(recording, spike: step, end: min(step + 1 + steps, recording.end), v: v)
    potential.shares = effects.added(to: potential.shares)
    return .fired(
      WhyFired(
        potential: potential, causal: causal.kind, causes: causal.arrivals.map { recording.told($0, isCausal: true) },
        horizon: horizon, horizonSteps: min(steps, recording.end - 1 - step)))
  }

  /// v at the end of a step, with a recording that holds all that still counts there; nil for a step that cannot be run
  /// again with the present network.
  mutating func potential(
    _ neuron: NeuronAddress, step: Int, until end: Int
  ) -> (shares: Shares, maps: StepMaps)? {
    guard
      let v = simulation.populations[neuron.population].descriptor.state.firstIndex(where: { $0.name == "v" })
    else { return nil }
    var span = Memory(simulation, neuron).span(since: step - lastSpike(of: neuron, before: step))
    while true {
      guard let recording = record(neuron, max(0, step - span), until: end), recording.first <= step,
        step < recording.end
      else { return nil }
      var maps = StepMaps(recording, v: v)
      let shares = Shares(&maps, at: step)
      if shares.isComplete || recording.first > step - span || span >= Memory.most { return (shares, maps) }
      span = min(2 * span, Memory.most)
    }
  }

  /// The step of the last spike before this one, as far as that is known; otherwise far before the run.
  func lastSpike(of neuron: NeuronAddress, before step: Int) -> Int {
    let number = UInt32(simulation.number(of: neuron))
    return history.spikes.steps(ofNeuron: number).last { $0 < step } ?? step - Memory.most
  }
}

extension Shares {
  /// Whether what was before the recording has left nothing that counts.
  fileprivate var isComplete: Bool {
    shares.allSatisfy { share in
      if case .before = share.cause { abs(share.value) <= 1e-13 * max(abs(v), 1) } else { true }
    }
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
